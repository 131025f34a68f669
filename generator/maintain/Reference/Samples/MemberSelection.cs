using GenAuth.Build.Document;
using GenAuth.Maintain.Reference.Api;

namespace GenAuth.Maintain.Reference.Samples;

/// <summary>Selects the members that a sample sets.</summary>
internal static class MemberSelection
{
    private const string Payload = "Payload";

    /// <summary>For a response: the required members, and those with a sample.</summary>
    public static IEnumerable<Member> ForResponse(Schema type, bool outermost) =>
        type.Members.Where(member => member.IsRequired || (!member.IsDeprecated && member.Schema.Example is not null));

    /// <summary>For a request that only reads: the required members.</summary>
    public static IEnumerable<Member> ForRead(Schema type, bool outermost)
    {
        var required = type.Members.Where(member => member.IsRequired || IsChosenPayload(type, member)).ToList();
        return required.Count > 0 || outermost ? required : Simple(type).Take(1);
    }

    /// <summary>For a request that changes something: the required members, and at least two members.</summary>
    public static IEnumerable<Member> ForChange(Schema type, bool outermost)
    {
        var required = ForRead(type, outermost).ToList();
        return (outermost || IsPayload(type)) && required.Count < 2
            ? [.. required, .. Simple(type).Where(member => member.Schema.Example is not null).OrderBy(IsSecret).ExceptBy(required.Select(member => member.Name), member => member.Name).Take(2 - required.Count)]
            : required;
    }

    private static IEnumerable<Member> Simple(Schema type) => type.Members
        .Where(member => !member.IsRequired && !member.IsDeprecated && !member.Schema.IsObject && !member.Schema.IsAny && member.Schema.Items is null)
        .OrderByDescending(member => member.Schema.Example is not null);

    // The payload of a sign-in needs two members, such as account and password.
    private static bool IsPayload(Schema type) => type.Name!.Contains(Payload, StringComparison.Ordinal);

    private static bool IsSecret(Member member) => (string?)member.Schema.Node["x-sensitive"] == "secret";

    // A sign-in has an enum for the method, and a payload member for each method: alipay and alipayPayload.
    private static bool IsChosenPayload(Schema type, Member member) =>
        member.Name.EndsWith(Payload, StringComparison.Ordinal)
        && type.Members.Any(kind => kind.Schema.IsEnum && kind.IsRequired
            && string.Equals($"{Value(kind.Schema)}{Payload}".Replace("_", string.Empty, StringComparison.Ordinal), member.Name, StringComparison.OrdinalIgnoreCase));

    private static string? Value(Schema schema) => (schema.Example ?? schema.Target["enum"]?.FirstOrDefault()).Text();
}
