using System.Globalization;

namespace GenAuth.Benchmarks.Support;

/// <summary>One line of the table: the figures of all contestants as ratios to the first.</summary>
/// <param name="Title">What was measured.</param>
/// <param name="Unit">The unit of the first contestant's figure, which is shown beside its 1.00.</param>
/// <param name="Results">The rounds of each contestant.</param>
/// <param name="Goal">The limit for the SDK's ratio; <see langword="null"/> for none.</param>
/// <param name="IsMoreBetter">Whether the goal is a minimum.</param>
internal sealed record Row(string Title, string Unit, double[][] Results, double? Goal = null, bool IsMoreBetter = false)
{
    private const int Sdk = 2;

    public static string Header(IEnumerable<string> names)
    {
        var columns = names.ToList();
        return $"| | {string.Join(" | ", columns)} | goal | |\n|---|{string.Concat(columns.Select(_ => "---|"))}---|---|";
    }

    public override string ToString()
    {
        var ratios = Results.Select(result => Rounds.Ratio(result, Results[0])).ToList();
        var cells = ratios.Select((ratio, index) => index == 0 ? $"1.00 ({Text(Rounds.Median(Results[0]))} {Unit})" : ratio.ToString("F2", CultureInfo.InvariantCulture));
        return $"| {Title} | {string.Join(" | ", cells)} | {Rate(ratios[Math.Min(Sdk, ratios.Count - 1)])} |";
    }

    private string Rate(double ratio)
    {
        if (Goal is not { } goal)
        {
            return " | ";
        }

        var isMet = IsMoreBetter ? ratio >= goal : ratio <= goal;
        return string.Create(CultureInfo.InvariantCulture, $"{(IsMoreBetter ? '≥' : '≤')} {goal:F2} | {(isMet ? "met" : "missed")}");
    }

    private static string Text(double value) => value.ToString(value < 100 ? "N1" : "N0", CultureInfo.InvariantCulture);
}
