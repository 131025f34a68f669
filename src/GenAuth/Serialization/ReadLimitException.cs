using Newtonsoft.Json;

namespace GenAuth.Serialization;

/// <summary>A body passes a limit that is not about its syntax. The message names the limit and repeats nothing of the body.</summary>
internal sealed class ReadLimitException : JsonException
{
    private ReadLimitException(GenAuthResponseProblem problem, string message)
        : base(message) => Problem = problem;

    public GenAuthResponseProblem Problem { get; }

    public static ReadLimitException Values(int limit) => new(
        GenAuthResponseProblem.TooLarge,
        FormattableString.Invariant($"the body has more JSON values than MaxResponseValues allows ({limit}). Ask for less at once, or raise that option."));

    public static ReadLimitException Depth(int limit) => new(
        GenAuthResponseProblem.TooDeep,
        FormattableString.Invariant($"the body's JSON is nested more than {limit} levels deep, which is the limit. Ask for less at once, or report what is nested so deeply."));
}
