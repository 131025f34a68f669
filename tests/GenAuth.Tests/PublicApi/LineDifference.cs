namespace GenAuth.Tests.PublicApi;

/// <summary>The lines that went and came, each run of them under the last line that stayed.</summary>
internal static class LineDifference
{
    public static IEnumerable<string> Between(string[] before, string[] after)
    {
        var common = LongestCommon(before, after);
        var (left, right) = (0, 0);
        var stayed = string.Empty;
        while (left < before.Length || right < after.Length)
        {
            if (left < before.Length && right < after.Length && before[left] == after[right])
            {
                stayed = before[left++];
                right++;
                continue;
            }

            if (stayed.Length > 0)
            {
                yield return "  " + stayed;
                stayed = string.Empty;
            }

            yield return right == after.Length || (left < before.Length && common[left + 1, right] >= common[left, right + 1])
                ? "- " + before[left++]
                : "+ " + after[right++];
        }
    }

    /// <summary>For each pair of positions, how many lines both have in common from there to the end.</summary>
    private static int[,] LongestCommon(string[] before, string[] after)
    {
        var length = new int[before.Length + 1, after.Length + 1];
        for (var left = before.Length - 1; left >= 0; left--)
        {
            for (var right = after.Length - 1; right >= 0; right--)
            {
                length[left, right] = before[left] == after[right]
                    ? length[left + 1, right + 1] + 1
                    : Math.Max(length[left + 1, right], length[left, right + 1]);
            }
        }

        return length;
    }
}
