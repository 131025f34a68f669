using Microsoft.Extensions.Options;

namespace GenAuth.DependencyInjection;

/// <summary>Stops a host with invalid settings at its start, with the same messages as the client's constructor.</summary>
internal sealed class AuthenticationClientOptionsValidator : IValidateOptions<AuthenticationClientOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthenticationClientOptions options)
    {
        var client = string.IsNullOrEmpty(name) ? "GenAuth authentication client" : $"GenAuth authentication client \"{name}\"";
        var problems = AuthenticationSettings.Problems(options, out _).Select(problem => $"{client}: {problem}").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
