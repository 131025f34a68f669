namespace GenAuth.ContractTests.Server;

public static class Expect
{
    /// <summary>Like <c>Assert.Empty</c>, but shows all problems in full.</summary>
    public static void None(IEnumerable<string> problems)
    {
        var all = problems.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all));
    }
}
