using System.Globalization;
using GenAuth.Text;

namespace GenAuth.Authorization.Token;

/// <summary>The content of a cache entry: the token, when it was issued and when it expires. Shows nothing of itself.</summary>
internal sealed class SharedTokenEntry
{
    /// <summary>The longest time that a token is shared, whatever the service states.</summary>
    private static readonly TimeSpan MaxLife = TimeSpan.FromDays(1);

    /// <summary>How far the clocks of two replicas may differ.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly string _token;
    private readonly DateTimeOffset _issued;

    private SharedTokenEntry(string token, DateTimeOffset issued, DateTimeOffset expiry)
    {
        _token = token;
        _issued = issued;
        Expiry = Earliest(expiry, issued + MaxLife, TokenClaims.Read(token).Expiry ?? DateTimeOffset.MaxValue);
    }

    /// <summary>When sharing ends: with the token's life, with its own <c>exp</c> claim or after a day, whichever is first.</summary>
    public DateTimeOffset Expiry { get; }

    public static SharedTokenEntry Create(ManagementToken token) => new(token.Value, token.Issued, token.Expiry);

    /// <summary>Reads what <see cref="ToText"/> writes; <see langword="null"/> for anything else.</summary>
    public static SharedTokenEntry? Parse(string text)
    {
        var parts = text.Split('\n');
        return parts.Length == 3 && ParseTime(parts[0]) is { } issued && ParseTime(parts[1]) is { } expiry && HeaderValidator.GetTokenProblem(parts[2], string.Empty) is null
            ? new SharedTokenEntry(parts[2], issued, expiry)
            : null;
    }

    public string ToText() => string.Join("\n", FormatTime(_issued), FormatTime(Expiry), _token);

    public bool IsUsable(DateTimeOffset now, out SharedTokenRejection rejection)
    {
        rejection = _issued > now + ClockTolerance ? SharedTokenRejection.IssuedInTheFuture : SharedTokenRejection.Expired;
        return _issued <= now + ClockTolerance && now < Expiry;
    }

    public ManagementToken ToToken() => new(_token, _issued, Expiry);

    private static DateTimeOffset Earliest(params DateTimeOffset[] times) => times.Min();

    private static string FormatTime(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>A time that leaves room for the additions above.</summary>
    private static DateTimeOffset? ParseTime(string milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value <= (DateTimeOffset.MaxValue - MaxLife).ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : null;
}

/// <summary>Why a cached management token is ignored. The names are logged and documented in <c>docs/observability.md</c>.</summary>
internal enum SharedTokenRejection
{
    /// <summary>No client with this access key and these settings wrote the entry, or it was changed or truncated since.</summary>
    NotAuthentic,

    /// <summary>The entry is authentic, but its content is not what this version writes.</summary>
    Malformed,

    /// <summary>The token has expired, by the entry or by its own <c>exp</c> claim.</summary>
    Expired,

    /// <summary>The token was issued later than this machine's clock shows: one of the two clocks is wrong.</summary>
    IssuedInTheFuture,
}
