using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>Which values must not appear in a log. The names follow a habit; where they mislead, the exceptions say why.</summary>
internal static class SensitiveRules
{
    private const string MarkIt = "Add x-sensitive with secret or personal (see openapi/README.md); if it is harmless, add it to the exceptions.";

    private static readonly Regex SecretName = Anywhere(
        "access_?key|password|passwd|pwd|secret|token|passcode|emailcode|captcha|credentials|private_?key|api_?key$|aes_?key|encrypt_?key|ticket|totp|recovery|cipher|salt|challenge$|signature|authinfo|senderpass|qrcodeid|pushcodeid|qrcodeuri");

    private static readonly Regex PersonalName = Anywhere(
        "email|phone|user_?name$|nickname|givenname|familyname|middlename|inviteename|representativename|displayname|avatar|photo|birthdate|address|postalcode|identity_?number|identificationnumber|bankcard|user_?agent|deviceid|deviceunique|imei|meid|externalid|inidp$|customdata|metadata|(^|[a-z])Ips?$|^ips?$");

    private static readonly Regex SecretText = Anywhere("keep it (secret|out of)|treat it (as a secret|like a password)|do not log|no log|one use|sensitive|^A secret|[.] A secret|confidential");

    private static readonly Regex HandedOver = Anywhere("pass code|one use|(sign-in|authorization|login) code|code that (was sent|the invitee received)|getPhoneNumber");

    public static IEnumerable<Finding> Marks(DocumentModel document) =>
        from member in document.Members
        where member.Node.Has("x-sensitive") && member.Mark is not ("secret" or "personal")
        select member.Finding($"x-sensitive is secret or personal, not '{member.Node["x-sensitive"]}'. Correct it.", "x-sensitive");

    public static IEnumerable<Finding> Places(DocumentModel document)
    {
        var read = new HashSet<JObject>(document.Members.Select(member => member.Node));
        return
            from place in document.Places
            where place.Schema.Has("x-sensitive") && !read.Contains(place.Schema)
            select place.Finding("Nobody reads x-sensitive here. Mark the properties and parameters that have such a value.", "x-sensitive");
    }

    public static IEnumerable<Finding> Values(DocumentModel document) =>
        from member in document.Members
        where member.Mark is not null && (member.HasMembers || member.IsFlag)
        select member.Finding("Its type has members of its own, which carry the marks, or is a yes or no, which is never marked. Mark the members of the type instead.", "x-sensitive");

    public static IEnumerable<Finding> SecretNames(DocumentModel document) =>
        from member in document.Members
        where member.Mark != "secret" && member.IsText && SecretName.IsMatch(member.Name)
        select member.Finding($"It is called like a secret, but is not marked as one. {MarkIt}");

    public static IEnumerable<Finding> PersonalNames(DocumentModel document) =>
        from member in document.Members
        where member.Mark is null && member.IsText && PersonalName.IsMatch(member.Name)
        select member.Finding($"It is called like something of a person, but is not marked. {MarkIt}");

    public static IEnumerable<Finding> SecretTexts(DocumentModel document) =>
        from member in document.Members
        where member.Mark is null && member.IsText && SecretText.IsMatch(member.Description)
        select member.Finding($"It is described as a secret, but is not marked. {MarkIt}", "description");

    public static IEnumerable<Finding> Codes(DocumentModel document) =>
        from member in document.Members
        where member.Name == "code" && (member.Mark == "secret") != HandedOver.IsMatch(member.Description)
        select member.Finding("Pass codes and authorization codes are secret, codes of roles and the like are not. Correct the mark, or say in the description which it is.");

    public static IEnumerable<Finding> UserIds(DocumentModel document) =>
        from owner in document.Operations.Select(operation => operation.Parameters).Concat(document.Places.Select(place => (IReadOnlyList<Member>)[.. document.MembersOf(place)]))
        from member in owner
        where member.Name is "userId" or "userIds" && (member.Mark == "personal") != owner.Any(NamesKind)
        select member.Finding("Beside userIdType, or options with it, a user ID may be an e-mail address: personal. Alone it is an ID: no mark. Correct the mark.");

    public static IEnumerable<Finding> Unknowns(DocumentModel document) =>
        from member in document.Members
        where member.Mark is null && member.IsUnknown
        select member.Finding($"It can hold anything, but is not marked. {MarkIt}");

    public static IEnumerable<Finding> Alike(DocumentModel document) =>
        from same in document.Members.Where(member => !member.HasMembers && !member.IsFlag).GroupBy(member => member.Name)
        let marks = same.GroupBy(member => member.Mark).OrderByDescending(mark => mark.Count()).ToList()
        where marks.Count > 1
        let rarest = marks.Last()
        select new Finding(same.Key, rarest.First().Token,
            $"The name is marked in several ways: {string.Join("; ", marks.Select(mark => $"{mark.Key ?? "not at all"} {string.Join(", ", mark.Take(5).Select(member => member.Place))}"))}. Mark them all alike; if it means several things, add the name to the exceptions.");

    private static bool NamesKind(Member member) => member.Name == "userIdType" || (member.Name == "options" && member.Value.Object("properties").Has("userIdType"));

    private static Regex Anywhere(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
