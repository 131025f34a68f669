namespace GenAuth.Soak.Plan;

/// <summary>The expected outcome and number of requests of a call, derived from the documentation instead of the library.</summary>
/// <param name="Outcome">The outcome, unless the caller cancels before.</param>
/// <param name="Attempts">The number of requests; the maximum if the caller cancels.</param>
internal readonly record struct Expectation(Outcome Outcome, int Attempts)
{
    public static Expectation Create(CallPlan plan)
    {
        var safety = plan.Operation.Safety;
        var isWorthAnother = plan.Fault switch
        {
            Fault.Reset or Fault.Closed or Fault.TruncatedBody or Fault.MalformedChunk or Fault.Garbage => safety != RetrySafety.Never,
            Fault.RateLimited or Fault.Unavailable => safety != RetrySafety.Never,
            Fault.Late or Fault.Stalled => safety != RetrySafety.Never && plan.Options != OwnOptions.ShortTimeout,
            Fault.ServerError => safety == RetrySafety.Read,
            _ => false,
        };
        return plan.Fault switch
        {
            Fault.Closed when !plan.Operation.HasBody => plan.Lasts ? new(End(plan), Limits.PlatformSends * (1 + Retries(plan.Options))) : new(Outcome.Success, 2),
            Fault.RefusedToken => new(plan.Lasts ? Outcome.Unauthorized : Outcome.Success, 2),
            Fault.RedirectHome when safety != RetrySafety.Never => new(Outcome.Success, 1),
            _ when isWorthAnother && Retries(plan.Options) is > 0 and var retries => plan.Lasts ? new(End(plan), 1 + retries) : new(Outcome.Success, 2),
            _ => new(End(plan), 1),
        };
    }

    private static int Retries(OwnOptions options) => options switch
    {
        OwnOptions.NoRetries or OwnOptions.Refusing => 0,
        OwnOptions.MoreRetries => Limits.MoreRetries,
        _ => Limits.MaxRetries,
    };

    /// <summary>The outcome of an attempt with the fault.</summary>
    private static Outcome End(CallPlan plan) => plan.Fault switch
    {
        Fault.None or Fault.Dribble => Outcome.Success,
        Fault.Reset or Fault.Closed or Fault.TruncatedBody or Fault.MalformedChunk or Fault.Garbage => Outcome.Connection,
        Fault.Late or Fault.Stalled => plan.Options == OwnOptions.ShortTimeout ? Outcome.CallTimeout : Outcome.AttemptTimeout,
        Fault.RateLimited => Outcome.RateLimited,
        Fault.Unavailable => Outcome.Unavailable,
        Fault.ServerError => Outcome.ServerError,
        Fault.NotFound => Outcome.NotFound,
        Fault.Empty => Outcome.Empty,
        Fault.GatewayPage => Outcome.NotJson,
        Fault.CutJson => Outcome.Malformed,
        Fault.WrongType => Outcome.WrongType,
        Fault.NoStatusCode => Outcome.NoStatusCode,
        Fault.Oversize => Outcome.TooLarge,
        Fault.RedirectAway or Fault.RedirectHome => Outcome.Redirect,
        Fault.RefusedToken => Outcome.Unauthorized,
        _ => Outcome.Other,
    };
}
