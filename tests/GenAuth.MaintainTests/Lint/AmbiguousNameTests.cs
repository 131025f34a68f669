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
    public void A_name_with_an_ambiguous_word_is_a_finding_until_it_is_marked(string name)
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
    public void A_name_without_such_a_word_or_of_an_ID_a_time_or_a_kind_is_none(string name) =>
        Assert.DoesNotContain("GENAUTH189", Codes(Label.Replace("label", name, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"type\": \"boolean\"")]
    [InlineData("\"type\": \"integer\", \"format\": \"int32\"")]
    public void A_number_or_a_flag_is_none(string type) =>
        Assert.DoesNotContain("GENAUTH189", Codes(Label.Replace("label", "value", StringComparison.Ordinal).Replace("\"type\": \"string\"", type, StringComparison.Ordinal)));

    [Fact]
    public void A_decision_for_a_name_covers_each_place_of_it()
    {
        var members = $"{Label.Replace("label", "linkUrl", StringComparison.Ordinal)}, {Label.Replace("label", "otherUrl", StringComparison.Ordinal)}";

        Assert.Equal(["otherUrl"], Names(members, "GENAUTH189 linkUrl: the address of a page"));
    }

    [Fact]
    public void A_name_that_means_several_things_needs_a_decision_for_each_place()
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
