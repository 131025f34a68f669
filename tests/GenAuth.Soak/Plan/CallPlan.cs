using System.Globalization;

namespace GenAuth.Soak.Plan;

/// <summary>The operation and the fault of a call. Seed and number determine them, so that both processes derive the same plan.</summary>
/// <param name="Operation">The called operation.</param>
/// <param name="Fault">The fault of the stub.</param>
/// <param name="Lasts">Whether the fault applies to every attempt or only to the first.</param>
/// <param name="Options">The options of the call.</param>
/// <param name="CancelAfter">When the caller cancels; <see langword="null"/> for never.</param>
internal sealed record CallPlan(Operation Operation, Fault Fault, bool Lasts, OwnOptions Options, TimeSpan? CancelAfter)
{
    private const string Mark = "call-";

    /// <summary>The frequency of each fault per 100,000 calls.</summary>
    private static readonly (Fault Fault, int Rate)[] Rates =
    [
        (Fault.Reset, 500), (Fault.Closed, 500), (Fault.TruncatedBody, 500), (Fault.MalformedChunk, 300), (Fault.Garbage, 300),
        (Fault.RateLimited, 200), (Fault.Unavailable, 500), (Fault.ServerError, 500), (Fault.NotFound, 500),
        (Fault.Late, 60), (Fault.Stalled, 60), (Fault.Dribble, 200),
        (Fault.Empty, 300), (Fault.GatewayPage, 300), (Fault.CutJson, 300), (Fault.WrongType, 300), (Fault.NoStatusCode, 300), (Fault.Oversize, 100),
        (Fault.RedirectAway, 300), (Fault.RedirectHome, 500), (Fault.RefusedToken, 200),
    ];

    /// <summary>The text that a call sends as its argument and receives in its response.</summary>
    public static string TextOf(int number) => Mark + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of the call in a text.</summary>
    public static int? NumberIn(string text)
    {
        var place = text.IndexOf(Mark, StringComparison.Ordinal);
        var digits = place < 0 ? string.Empty : new string([.. text.Skip(place + Mark.Length).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static CallPlan Create(int seed, int number)
    {
        var draw = new Draw(seed, number);
        var operation = Operation.All[draw.Below(Operation.All.Count)];
        var fault = FaultAt(draw.Below(100_000));
        if (fault == Fault.RefusedToken && operation.Client != Client.ManagementByToken)
        {
            fault = Fault.None;
        }

        var lasts = draw.Below(4) == 0;
        var options = draw.Below(8) == 0 ? (OwnOptions)draw.Below(6) : OwnOptions.None;
        if (options == OwnOptions.ShortTimeout && fault == Fault.RateLimited)
        {
            // The requested delays are too close to the limit for a deterministic outcome.
            options = OwnOptions.None;
        }

        TimeSpan? cancelAfter = draw.Below(50) == 0 ? TimeSpan.FromMilliseconds(draw.Below(100)) : null;
        return new(operation, fault, lasts, options, cancelAfter);
    }

    public bool Meets(int attempt) => Fault != Fault.None && (Lasts || attempt == 1);

    private static Fault FaultAt(int draw)
    {
        foreach (var (fault, rate) in Rates)
        {
            if ((draw -= rate) < 0)
            {
                return fault;
            }
        }

        return Fault.None;
    }
}
