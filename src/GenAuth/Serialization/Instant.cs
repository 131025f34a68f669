using System.Globalization;

namespace GenAuth.Serialization;

/// <summary>
/// A point in time on the wire: RFC 3339, in UTC when it is written. A value keeps the 100 nanoseconds that .NET counts; further
/// digits of a received one are cut off.
/// </summary>
internal static class Instant
{
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string Ticks = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private const int LengthOfDateAndTime = 19;

    /// <summary>The text, with milliseconds unless that would lose something.</summary>
    public static string ToText(DateTimeOffset value) =>
        value.UtcDateTime.ToString(value.Ticks % TimeSpan.TicksPerMillisecond == 0 ? Milliseconds : Ticks, CultureInfo.InvariantCulture);

    /// <summary>The point in time of a text in UTC, or <see langword="null"/> when it is not one in RFC 3339. A leap second is the second after it.</summary>
    public static DateTimeOffset? Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length <= LengthOfDateAndTime || text[4] != '-' || text[7] != '-' || (text[10] | 0x20) != 't' || text[13] != ':' || text[16] != ':')
        {
            return null;
        }

        var (year, month, day) = (Number(text.Slice(0, 4)), Number(text.Slice(5, 2)), Number(text.Slice(8, 2)));
        var (hour, minute, second) = (Number(text.Slice(11, 2)), Number(text.Slice(14, 2)), Number(text.Slice(17, 2)));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
        {
            return null;
        }

        var rest = text.Slice(LengthOfDateAndTime);
        if (Fraction(ref rest) is not { } fraction || Offset(rest) is not { } offset)
        {
            return null;
        }

        var ticks = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc).Ticks + (second * TimeSpan.TicksPerSecond) + fraction - offset;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    /// <summary>The fraction of a second in ticks, and the text behind it.</summary>
    private static long? Fraction(ref ReadOnlySpan<byte> text)
    {
        if (text[0] != '.')
        {
            return 0;
        }

        var (fraction, unit, index) = (0L, TimeSpan.TicksPerSecond, 1);
        for (; index < text.Length && text[index] is >= (byte)'0' and <= (byte)'9'; index++)
        {
            unit /= 10;
            fraction += (text[index] - '0') * unit;
        }

        text = text.Slice(index);
        return index > 1 ? fraction : null;
    }

    /// <summary><c>Z</c>, or hours and minutes with a sign, in ticks.</summary>
    private static long? Offset(ReadOnlySpan<byte> text)
    {
        if (text.Length == 1 && (text[0] | 0x20) == 'z')
        {
            return 0;
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':')
        {
            return null;
        }

        var (hours, minutes) = (Number(text.Slice(1, 2)), Number(text.Slice(4, 2)));
        var offset = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        return hours is < 0 or > 23 || minutes is < 0 or > 59 ? null : text[0] == '-' ? -offset : offset;
    }

    /// <summary>A number of digits only, or -1.</summary>
    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
