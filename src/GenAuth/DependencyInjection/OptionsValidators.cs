using GenAuth.Settings;
using GenAuth.Text;
using Microsoft.Extensions.Options;

namespace GenAuth.DependencyInjection;

/// <summary>Converts the problems of a client's options to the result of a validator.</summary>
internal static class OptionsProblems
{
    /// <param name="kind">The description of the client.</param>
    /// <param name="name">The key of the client; empty without one.</param>
    /// <param name="problems">The messages of the client's constructor.</param>
    public static ValidateOptionsResult CreateResult(string kind, string? name, IEnumerable<string> problems)
    {
        var client = string.IsNullOrEmpty(name) ? kind : $"{kind} \"{TextSanitizer.ToSingleLine(name!)}\"";
        var failures = problems.Select(problem => $"{client}: {problem}").ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}

/// <summary>Stops a host with invalid settings at its start, with the same messages as the client's constructor.</summary>
internal sealed class AuthenticationClientOptionsValidator : IValidateOptions<AuthenticationClientOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthenticationClientOptions options) =>
        OptionsProblems.CreateResult("GenAuth authentication client", name, AuthenticationSettings.Problems(options, out _));
}

/// <summary>Stops a host with invalid settings at its start, with the same messages as the client's constructor.</summary>
internal sealed class ManagementClientOptionsValidator : IValidateOptions<ManagementClientOptions>
{
    public ValidateOptionsResult Validate(string? name, ManagementClientOptions options) =>
        OptionsProblems.CreateResult("GenAuth management client", name, ManagementSettings.Problems(options, out _));
}
