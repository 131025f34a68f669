using System.Text.RegularExpressions;
using GenAuth.Build.Lint.Model;

namespace GenAuth.Build.Lint.Rules;

/// <summary>
/// Rules for <c>x-retry</c>, the retry safety of operations. They use the names of operations; the exceptions list
/// misleading names.
/// </summary>
internal static class RetryRules
{
    private const string Remedy = "Correct x-retry; if the name misleads, add the operation to the exceptions.";

    private static readonly string[] Classes = ["read", "idempotent", "never"];

    // Members with which a change sends a message or generates a value, so that it is not idempotent.
    private static readonly HashSet<string> Effects = ["autoGeneratePassword", "sendEmailNotification", "sendPhoneNotification", "sendNotification", "sendPasswordResetedNotification"];

    private static readonly Regex WriteName = Beginning(
        "add|approve|assign|associate|authorize|bind|cancel|change|close|config|copy|create|define|delete|disable|enable|enroll|exchange|execute|export|gene|generate|import|kick|link|process|pub|refresh|register|reject|remove|reset|resign|reupload|revert|review|revoke|save|send|set|sign|signin|signup|submit|suspend|switch|trigger|unassign|unbind|unlink|update|upload");

    private static readonly Regex ReadName = Beginning("check|detail|filter|find|get|has|is|list|preview|query|search");

    private static readonly Regex CreateName = Beginning(
        "capture|copy|create|define|enroll|exchange|execute|export|gene|generate|import|pub|refresh|register|reupload|send|sign|signin|signup|trigger|upload");

    /// <summary>Single-use values, which the first request may have used up.</summary>
    public static IReadOnlyCollection<string> SingleUseValues { get; } = new HashSet<string>
    {
        "captchaCode", "code", "deleteAccountToken", "emailCode", "emailPassCodeForInformationCompletion", "enrollmentToken", "key", "newEmailPassCode", "newPhonePassCode", "oldEmailPassCode",
        "oldPhonePassCode", "passCode", "passwordResetToken", "phonePassCodeForInformationCompletion", "ticket", "totp", "updateEmailToken", "updatePhoneToken",
    };

    public static IEnumerable<Finding> Declared(LintModel document) =>
        from operation in document.Operations
        where !Classes.Contains(operation.Retry)
        select operation.Finding("x-retry is missing or invalid. Add x-retry with read, idempotent or never (see openapi/README.md); when in doubt, never.", "x-retry");

    public static IEnumerable<Finding> Gets(LintModel document) =>
        Wrong(document, operation => operation.Verb == "get" && operation.Retry != "read", "A GET is a read.");

    public static IEnumerable<Finding> PutsAndDeletes(LintModel document) =>
        Wrong(document, operation => operation.Verb is "put" or "delete" && operation.Retry != "idempotent", "A repeated PUT or DELETE leaves the same state: idempotent.");

    public static IEnumerable<Finding> ReadsNamedLikeWrites(LintModel document) =>
        Wrong(document, operation => operation.Retry == "read" && WriteName.IsMatch(operation.Method), "Its name suggests a change, but x-retry is read.");

    public static IEnumerable<Finding> WritesNamedLikeReads(LintModel document) =>
        Wrong(document, operation => operation.Retry != "read" && ReadName.IsMatch(operation.Method), "Its name suggests a read, but x-retry is not read.");

    public static IEnumerable<Finding> CreatingOperations(LintModel document) =>
        Wrong(document, operation => operation.Retry == "idempotent" && CreateName.IsMatch(operation.Method), "Its name suggests that it creates, sends or starts something, which a retry would do twice: never.");

    public static IEnumerable<Finding> SideEffects(LintModel document) =>
        from operation in RetriedOperations(document)
        from member in operation.RequestMembers
        where Effects.Contains(member.Name)
        select operation.Finding($"x-retry applies to all requests of an operation, including those with {member.Place}, which sends a message or generates a value: never.", "x-retry");

    public static IEnumerable<Finding> SingleUse(LintModel document) =>
        from operation in RetriedOperations(document)
        from member in operation.RequestMembers
        where SingleUseValues.Contains(member.Name) && member.Mark == "secret"
        select operation.Finding($"The first request may have used up {member.Place}, a single-use value: never.", "x-retry");

    private static IEnumerable<OperationNode> RetriedOperations(LintModel document) => document.Operations.Where(operation => operation.Retry is "read" or "idempotent");

    // Declared reports operations without x-retry.
    private static IEnumerable<Finding> Wrong(LintModel document, Func<OperationNode, bool> isWrong, string fault) =>
        document.Operations.Where(operation => Classes.Contains(operation.Retry) && isWrong(operation)).Select(operation => operation.Finding($"{fault} {Remedy}", "x-retry"));

    private static Regex Beginning(string words) => new($"^({words})(?![a-z])");
}
