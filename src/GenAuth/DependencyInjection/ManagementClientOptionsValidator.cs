using GenAuth.Settings;
using Microsoft.Extensions.Options;

namespace GenAuth.DependencyInjection;

/// <summary>Stops a host with invalid settings at its start, with the same messages as the client's constructor.</summary>
internal sealed class ManagementClientOptionsValidator : IValidateOptions<ManagementClientOptions>
{
    public ValidateOptionsResult Validate(string? name, ManagementClientOptions options) =>
        OptionsProblems.Of("GenAuth management client", name, ManagementSettings.Problems(options, out _));
}
