using System.Globalization;
using CsCheck;

namespace GenAuth.Tests.Support;

/// <summary>Points in time, and their texts, created without the SDK.</summary>
internal static class AnyInstant
{
    private static readonly Gen<long> Ticks = Gen.OneOf(
        Gen.Long[1, DateTime.MaxValue.Ticks],
        Gen.Long[1, DateTime.MaxValue.Ticks / TimeSpan.TicksPerMillisecond].Select(milliseconds => milliseconds * TimeSpan.TicksPerMillisecond),
        Gen.OneOf(1L, DateTime.MaxValue.Ticks, DateTime.UnixEpoch.Ticks, new DateTime(2024, 2, 29).Ticks));

    /// <summary>All points in time except the minimum, with offsets from UTC.</summary>
    public static Gen<DateTimeOffset> Value { get; } = Gen.Select(Ticks, Gen.Int[-14 * 60, 14 * 60]).Select((ticks, minutes) =>
    {
        var utc = new DateTimeOffset(ticks, TimeSpan.Zero);
        return ticks - TimeSpan.TicksPerDay > 0 && ticks + TimeSpan.TicksPerDay < DateTime.MaxValue.Ticks ? utc.ToOffset(TimeSpan.FromMinutes(minutes)) : utc;
    });

    /// <summary>The written form: UTC with milliseconds, or more digits if needed.</summary>
    public static Gen<string> Written { get; } = Value.Select(AsWritten);

    /// <summary>Any text in RFC 3339, with the value that it stands for.</summary>
    public static Gen<(string Text, DateTimeOffset Value)> Rfc3339 { get; } = Gen.Select(Value, Gen.Int[0, 12], Gen.Bool, Gen.Int[0, 2]).Select((value, digits, isLower, zero) =>
    {
        // As many digits as are written.
        var cut = digits >= 7 ? value : value.AddTicks(-(value.Ticks % (long)Math.Pow(10, 7 - digits)));
        var fraction = digits == 0 ? string.Empty : "." + (cut.Ticks % TimeSpan.TicksPerSecond).ToString("D7", CultureInfo.InvariantCulture).PadRight(12, '0')[..digits];
        var offset = cut.Offset != TimeSpan.Zero ? cut.ToString("zzz", CultureInfo.InvariantCulture) : zero switch { 0 => "+00:00", 1 => "-00:00", _ => "Z" };
        var text = cut.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + fraction + offset;
        return (isLower ? text.ToLowerInvariant() : text, cut);
    });

    public static string AsWritten(DateTimeOffset value) => value.UtcDateTime.ToString(
        value.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
