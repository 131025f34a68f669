using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Rules;

/// <summary>Rules for <c>x-sensitive</c>, the values that must not appear in logs. They use names and descriptions; the exceptions list misleading ones.</summary>
internal static class SensitiveRules
{
    private const string Remedy = "Add x-sensitive with secret or personal (see openapi/README.md); if it is harmless, add it to the exceptions.";

    private static readonly Regex SecretName = Anywhere(
        "access_?key|password|passwd|pwd|secret|token|passcode|emailcode|captcha|credentials|private_?key|api_?key$|aes_?key|encrypt_?key|ticket|totp|recovery|cipher|salt|challenge$|signature|authinfo|senderpass|qrcodeid|pushcodeid|qrcodeuri");

    private static readonly Regex PersonalName = Anywhere(
        "email|phone|user_?name$|nickname|givenname|familyname|middlename|inviteename|representativename|displayname|avatar|photo|birthdate|address|postalcode|identity_?number|identificationnumber|bankcard|user_?agent|deviceid|deviceunique|imei|meid|externalid|inidp$|customdata|metadata|(^|[a-z])Ips?$|^ips?$");

    private static readonly Regex SecretText = Anywhere("keep it (secret|out of)|treat it (as a secret|like a password)|do not log|no log|one use|sensitive|^A secret|[.] A secret|confidential");

    private static readonly Regex HandedOver = Anywhere("pass code|one use|(sign-in|authorization|login) code|code that (was sent|the invitee received)|getPhoneNumber");

    /// <summary>Words in names of values that are sometimes a secret or personal: a maintainer has to decide.</summary>
    private static readonly HashSet<string> AmbiguousWords = new(
        ("account accounts admin applicant approver cert certificate code codes config connection contact content context cookie creator criteria data detail details dn "
        + "domain domains endpoint error expression ext file handle hash hint host hosts identifier identifiers info invitee invitees inviter iv key keys keyword keywords "
        + "leader link links location login member members message messages msg msgs name operator origins owner path payload person query raw reason recipient sender "
        + "server session sign struct subject submitter uri uris url urls user users value values xml").Split(' '));

    /// <summary>Last words of names that are never marked: IDs that the service assigns, times and kinds.</summary>
    private static readonly HashSet<string> PlainEndings = new("id ids type at time status unit".Split(' '));

    /// <summary>Names that nearly every type has, or that have a rule of their own.</summary>
    private static readonly HashSet<string> UniversalNames = new("code message name".Split(' '));

    private static readonly Regex Word = new("[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", RegexOptions.CultureInvariant);

    public static IEnumerable<Finding> Undecided(LintModel document)
    {
        var ambiguous = new HashSet<string>(MarkedInSeveralWays(document).Select(same => same.Key));
        return
            from member in document.Members
            where member.Mark is null && (member.IsText || member.IsFreeForm) && IsAmbiguous(member.Name)
            // A name with several meanings needs a decision for each place, so an exception for the name alone does not cover it.
            select new Finding(
                member.Place, member.Token,
                "Values of such names are sometimes a secret or personal. Mark it with x-sensitive, or add its meaning to the exceptions.",
                ambiguous.Contains(member.Name) ? null : member.Name);
    }

    public static IEnumerable<Finding> Marks(LintModel document) =>
        from member in document.Members
        where member.Node.Has("x-sensitive") && member.Mark is not ("secret" or "personal")
        select member.Finding($"x-sensitive is secret or personal, not '{member.Node["x-sensitive"]}'. Correct it.", "x-sensitive");

    public static IEnumerable<Finding> MarkedNodes(LintModel document)
    {
        var read = new HashSet<JObject>(document.Members.Select(member => member.Node));
        return
            from node in document.SchemaNodes
            where node.Schema.Has("x-sensitive") && !read.Contains(node.Schema)
            select node.Finding("x-sensitive has no effect here. Mark the properties and parameters with such a value.", "x-sensitive");
    }

    public static IEnumerable<Finding> Values(LintModel document) =>
        from member in document.Members
        where member.Mark is not null && (member.HasMembers || member.IsFlag)
        select member.Finding("Its type has members, which have marks of their own, or is a boolean, which is never marked. Mark the members of the type instead.", "x-sensitive");

    public static IEnumerable<Finding> SecretNames(LintModel document) =>
        from member in document.Members
        where member.Mark != "secret" && member.IsText && SecretName.IsMatch(member.Name)
        select member.Finding($"Its name is that of a secret, but it is not marked as one. {Remedy}");

    public static IEnumerable<Finding> PersonalNames(LintModel document) =>
        from member in document.Members
        where member.Mark is null && member.IsText && PersonalName.IsMatch(member.Name)
        select member.Finding($"Its name is that of personal data, but it is not marked. {Remedy}");

    public static IEnumerable<Finding> SecretTexts(LintModel document) =>
        from member in document.Members
        where member.Mark is null && member.IsText && SecretText.IsMatch(member.Description)
        select member.Finding($"It is described as a secret, but is not marked. {Remedy}", "description");

    public static IEnumerable<Finding> Codes(LintModel document) =>
        from member in document.Members
        where member.Name == "code" && (member.Mark == "secret") != HandedOver.IsMatch(member.Description)
        select member.Finding("Pass codes and authorization codes are secret, codes of roles and the like are not. Correct the mark, or clarify the description.");

    public static IEnumerable<Finding> UserIds(LintModel document) =>
        from owner in document.Operations.Select(operation => operation.Parameters).Concat(document.SchemaNodes.Select(place => (IReadOnlyList<Member>)[.. document.MembersOf(place)]))
        from member in owner
        where member.Name is "userId" or "userIds" && (member.Mark == "personal") != owner.Any(NamesKind)
        select member.Finding("Beside userIdType, or options with it, a user ID may be an e-mail address: personal. Alone it is an ID: no mark. Correct the mark.");

    public static IEnumerable<Finding> FreeFormValues(LintModel document) =>
        from member in document.Members
        where member.Mark is null && member.IsFreeForm
        select member.Finding($"It can contain anything, but is not marked. {Remedy}");

    public static IEnumerable<Finding> ConsistentMarks(LintModel document) =>
        from same in MarkedInSeveralWays(document)
        let marks = same.GroupBy(member => member.Mark).OrderByDescending(mark => mark.Count()).ToList()
        let rarest = marks.Last()
        select new Finding(same.Key, rarest.First().Token,
            $"The name has different marks: {string.Join("; ", marks.Select(mark => $"{mark.Key ?? "not at all"} {string.Join(", ", mark.Take(5).Select(member => member.Place))}"))}. Use the same mark; if the name has several meanings, add it to the exceptions.");

    private static IEnumerable<IGrouping<string, Member>> MarkedInSeveralWays(LintModel document) =>
        document.Members.Where(member => !member.HasMembers && !member.IsFlag).GroupBy(member => member.Name).Where(same => same.Select(member => member.Mark).Distinct().Skip(1).Any());

    private static bool IsAmbiguous(string name)
    {
        var words = Word.Matches(name).Cast<Match>().Select(word => word.Value.ToLowerInvariant()).ToList();
        return words.Count > 0 && !UniversalNames.Contains(name) && !PlainEndings.Contains(words[words.Count - 1]) && words.Any(AmbiguousWords.Contains);
    }

    private static bool NamesKind(Member member) => member.Name == "userIdType" || (member.Name == "options" && member.Value.Object("properties").Has("userIdType"));

    private static Regex Anywhere(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
