using GenAuth.Settings;
using Microsoft.Extensions.Options;

namespace GenAuth.DependencyInjection;

/// <summary>Stops a host with invalid settings at its start, with the same messages as the client's constructor.</summary>
internal sealed class AuthenticationClientOptionsValidator : IValidateOptions<AuthenticationClientOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthenticationClientOptions options) =>
        OptionsProblems.Of("GenAuth authentication client", name, AuthenticationSettings.Problems(options, out _));
}
