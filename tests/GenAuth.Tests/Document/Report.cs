namespace GenAuth.Tests.Document;

/// <summary>Fails with the locations and the remedy.</summary>
internal static class Report
{
    private const int Shown = 200;

    public static void None<T>(IEnumerable<T> problems, string remedy)
    {
        var found = problems.Select(problem => problem!.ToString()!).ToList();
        var more = found.Count > Shown ? $"\n... and {found.Count - Shown} more" : string.Empty;

        Assert.True(found.Count == 0, $"{remedy}\n{string.Join('\n', found.Take(Shown))}{more}");
    }
}
