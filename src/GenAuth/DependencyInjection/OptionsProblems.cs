using GenAuth.Text;
using Microsoft.Extensions.Options;

namespace GenAuth.DependencyInjection;

/// <summary>The problems of a client's options, in the form of a host.</summary>
internal static class OptionsProblems
{
    /// <param name="kind">The client in words.</param>
    /// <param name="name">Its key; empty for the one without.</param>
    /// <param name="problems">What its constructor would say.</param>
    public static ValidateOptionsResult Of(string kind, string? name, IEnumerable<string> problems)
    {
        var client = string.IsNullOrEmpty(name) ? kind : $"{kind} \"{TextSanitizer.ToSingleLine(name!)}\"";
        var failures = problems.Select(problem => $"{client}: {problem}").ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
