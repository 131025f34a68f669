using System.Globalization;

namespace GenAuth.Paging;

/// <summary>The position of a page: its number, or the mark that the page before it gave. It converts to the type of the parameter or member that takes it.</summary>
internal readonly struct PagePosition
{
    private readonly int _number;
    private readonly string? _mark;

    public PagePosition(int number) => (_number, _mark) = (number, null);

    public PagePosition(string mark) => (_number, _mark) = (0, mark);

    public static implicit operator int(PagePosition position) => position._number;

    public static implicit operator string(PagePosition position) => position._mark ?? position._number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The page that the caller asks for, otherwise the first.</summary>
    /// <param name="page">The caller's value.</param>
    /// <param name="place">The parameter, or the dotted path of the member, that holds it.</param>
    /// <exception cref="ArgumentException">It is no number from which the pages can be counted up.</exception>
    public static int First(string? page, string place) => page is null ? 1
        : int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new ArgumentException(
            $"{place} is not a whole number from 1 to {int.MaxValue.ToString(CultureInfo.InvariantCulture)}. Pages are counted from 1; leave it out to begin with the first.", place);

    /// <summary>The page that a continuation token names.</summary>
    /// <exception cref="ArgumentException">It is not the token of a page with a number.</exception>
    public static int Continue(string token, string parameterName) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw InvalidToken(parameterName);

    public static ArgumentException InvalidToken(string parameterName) =>
        new($"{parameterName} is not the ContinuationToken of a page of this operation. Pass the token of a page as it is, or null to start at the first page.", parameterName);

    /// <inheritdoc cref="First(string, string)"/>
    public static int First(long? page, string place) => First(page?.ToString(CultureInfo.InvariantCulture), place);
}
