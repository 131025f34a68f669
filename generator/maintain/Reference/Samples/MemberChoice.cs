namespace GenAuth.Maintain.Reference;

/// <summary>Which members a sample fills.</summary>
internal static class MemberChoice
{
    private const string Payload = "Payload";

    /// <summary>For an answer: what is always there, and what the document shows.</summary>
    public static IEnumerable<Member> Shown(Schema type, bool outermost) =>
        type.Members.Where(member => member.IsRequired || (!member.IsDeprecated && member.Schema.Example is not null));

    /// <summary>For a request that only reads: what it must have.</summary>
    public static IEnumerable<Member> Needed(Schema type, bool outermost)
    {
        var needed = type.Members.Where(member => member.IsRequired || IsChosenPayload(type, member)).ToList();
        return needed.Count > 0 || outermost ? needed : Simple(type).Take(1);
    }

    /// <summary>For a request that changes something: what it must have, and something to change.</summary>
    public static IEnumerable<Member> Telling(Schema type, bool outermost)
    {
        var needed = Needed(type, outermost).ToList();
        return (outermost || IsPayload(type)) && needed.Count < 2
            ? [.. needed, .. Simple(type).Where(member => member.Schema.Example is not null).OrderBy(IsSecret).ExceptBy(needed.Select(member => member.Name), member => member.Name).Take(2 - needed.Count)]
            : needed;
    }

    private static IEnumerable<Member> Simple(Schema type) => type.Members
        .Where(member => !member.IsRequired && !member.IsDeprecated && !member.Schema.IsObject && !member.Schema.IsAny && member.Schema.Items is null)
        .OrderByDescending(member => member.Schema.Example is not null);

    // A password is no proof without the account.
    private static bool IsPayload(Schema type) => type.Name!.Contains(Payload, StringComparison.Ordinal);

    private static bool IsSecret(Member member) => (string?)member.Schema.Node["x-sensitive"] == "secret";

    // A sign-in names a kind of proof, and has a member for each kind: alipay and alipayPayload.
    private static bool IsChosenPayload(Schema type, Member member) =>
        member.Name.EndsWith(Payload, StringComparison.Ordinal)
        && type.Members.Any(kind => kind.Schema.IsEnum && kind.IsRequired
            && string.Equals($"{Value(kind.Schema)}{Payload}".Replace("_", string.Empty, StringComparison.Ordinal), member.Name, StringComparison.OrdinalIgnoreCase));

    private static string? Value(Schema schema) => (schema.Example ?? schema.Target["enum"]?.FirstOrDefault()).Text();
}
