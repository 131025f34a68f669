namespace GenAuth.MaintainTests.Lint;

/// <summary>A name that is sometimes sensitive needs a mark or a recorded decision (GENAUTH189).</summary>
public sealed class AmbiguousNameTests
{
    private const string Label = "\"label\": { \"type\": \"string\", \"description\": \"What is written on it.\" }";

    [Theory]
    [InlineData("value")]
    [InlineData("nodeValue")]
    [InlineData("target_url")]
    [InlineData("URL")]
    [InlineData("userHandle")]
    [InlineData("agentURLPath")]
    [InlineData("x509Cert")]
    public void Ambiguous_name_is_a_finding_until_it_is_marked(string name)
    {
        Assert.Contains("GENAUTH189", Codes(Label.Replace("label", name, StringComparison.Ordinal)));
        Assert.DoesNotContain("GENAUTH189", Codes(Label.Replace("label", name, StringComparison.Ordinal).Replace(" }", ", \"x-sensitive\": \"secret\" }", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("valueId")]
    [InlineData("linkIds")]
    [InlineData("loginAt")]
    [InlineData("urlType")]
    [InlineData("curl")]
    [InlineData("hostel")]
    [InlineData("evaluated")]
    public void Unambiguous_name_and_name_of_an_ID_a_time_or_a_kind_are_no_finding(string name) =>
        Assert.DoesNotContain("GENAUTH189", Codes(Label.Replace("label", name, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"type\": \"boolean\"")]
    [InlineData("\"type\": \"integer\", \"format\": \"int32\"")]
    public void Ambiguous_name_of_a_number_or_a_boolean_is_no_finding(string type) =>
        Assert.DoesNotContain("GENAUTH189", Codes(Label.Replace("label", "value", StringComparison.Ordinal).Replace("\"type\": \"string\"", type, StringComparison.Ordinal)));

    [Fact]
    public void Exception_for_a_name_covers_all_its_places()
    {
        var members = $"{Label.Replace("label", "linkUrl", StringComparison.Ordinal)}, {Label.Replace("label", "otherUrl", StringComparison.Ordinal)}";

        Assert.Equal(["otherUrl"], Names(members, "GENAUTH189 linkUrl: the address of a page"));
    }

    [Fact]
    public void Name_with_several_meanings_needs_an_exception_for_each_place()
    {
        var value = Label.Replace("label", "value", StringComparison.Ordinal);
        var text = CleanDocument.With(Label, value).Replace("\"notes\": {", "\"value\": {", StringComparison.Ordinal);
        const string Meanings = "GENAUTH199 value: a note, or a label";

        var place = Assert.Single(Undecided(text, Meanings, "GENAUTH189 value: a label"));
        Assert.EndsWith(".value", place, StringComparison.Ordinal);
        Assert.Empty(Undecided(text, Meanings, $"GENAUTH189 {place}: a label"));
    }

    private static IEnumerable<string> Codes(string members) => CleanDocument.Lint(CleanDocument.With(Label, members)).Select(found => found.Rule.Code);

    private static IEnumerable<string> Names(string members, params string[] exceptions) =>
        Undecided(CleanDocument.With(Label, members), exceptions).Select(place => place.Split('.')[^1]);

    private static IEnumerable<string> Undecided(string text, params string[] exceptions) =>
        CleanDocument.Lint(text, exceptions).Where(found => found.Rule.Code == "GENAUTH189").Select(found => found.Finding.Place);
}
