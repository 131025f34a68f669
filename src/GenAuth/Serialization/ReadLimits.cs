using Newtonsoft.Json;

namespace GenAuth.Serialization;

/// <summary>Bounds the reading of one response. The default has no bounds but the depth, and is lenient.</summary>
/// <param name="MaxValues">The most JSON values of a body; 0 stands for any number.</param>
/// <param name="IsStrict">Whether a member of another type than the documented one fails the reading.</param>
/// <param name="CancellationToken">Ends the reading: the call's time is up, or the caller has cancelled.</param>
internal readonly record struct ReadLimits(int MaxValues = 0, bool IsStrict = false, CancellationToken CancellationToken = default);

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
