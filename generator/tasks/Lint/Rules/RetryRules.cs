using System.Text.RegularExpressions;

namespace GenAuth.Build;

/// <summary>
/// What it means to send a request again whose answer got lost. The names of operations follow a habit; where they mislead,
/// the exceptions say why.
/// </summary>
internal static class RetryRules
{
    private const string Remedy = "Correct x-retry; if the name misleads, add the operation to the exceptions.";

    private static readonly string[] Classes = ["read", "idempotent", "never"];

    // Members that make a change send a message or invent a value, so that a second one is not like the first.
    private static readonly HashSet<string> Effects = ["autoGeneratePassword", "sendEmailNotification", "sendPhoneNotification", "sendNotification", "sendPasswordResetedNotification"];

    private static readonly Regex WriteName = Beginning(
        "add|approve|assign|associate|authorize|bind|cancel|change|close|config|copy|create|define|delete|disable|enable|enroll|exchange|execute|export|gene|generate|import|kick|link|process|pub|refresh|register|reject|remove|reset|resign|reupload|revert|review|revoke|save|send|set|sign|signin|signup|submit|suspend|switch|trigger|unassign|unbind|unlink|update|upload");

    private static readonly Regex ReadName = Beginning("check|detail|filter|find|get|has|is|list|preview|query|search");

    private static readonly Regex MakeName = Beginning(
        "capture|copy|create|define|enroll|exchange|execute|export|gene|generate|import|pub|refresh|register|reupload|send|sign|signin|signup|trigger|upload");

    /// <summary>What works once: whoever sent it may have used it up.</summary>
    public static IReadOnlyCollection<string> SingleUse { get; } = new HashSet<string>
    {
        "captchaCode", "code", "deleteAccountToken", "emailCode", "emailPassCodeForInformationCompletion", "enrollmentToken", "key", "newEmailPassCode", "newPhonePassCode", "oldEmailPassCode",
        "oldPhonePassCode", "passCode", "passwordResetToken", "phonePassCodeForInformationCompletion", "ticket", "totp", "updateEmailToken", "updatePhoneToken",
    };

    public static IEnumerable<Finding> Said(DocumentModel document) =>
        from operation in document.Operations
        where !Classes.Contains(operation.Retry)
        select operation.Finding("It does not say whether it can be sent again. Add x-retry with read, idempotent or never (see openapi/README.md); when in doubt, never.", "x-retry");

    public static IEnumerable<Finding> Gets(DocumentModel document) =>
        Wrong(document, operation => operation.Verb == "get" && operation.Retry != "read", "A GET reads.");

    public static IEnumerable<Finding> PutsAndDeletes(DocumentModel document) =>
        Wrong(document, operation => operation.Verb is "put" or "delete" && operation.Retry != "idempotent", "A PUT or DELETE that comes twice leaves the same state: idempotent.");

    public static IEnumerable<Finding> ReadsCalledLikeWrites(DocumentModel document) =>
        Wrong(document, operation => operation.Retry == "read" && WriteName.IsMatch(operation.Method), "It is called like something that changes, but x-retry says read.");

    public static IEnumerable<Finding> WritesCalledLikeReads(DocumentModel document) =>
        Wrong(document, operation => operation.Retry != "read" && ReadName.IsMatch(operation.Method), "It is called like something that reads, but x-retry does not say read.");

    public static IEnumerable<Finding> Makers(DocumentModel document) =>
        Wrong(document, operation => operation.Retry == "idempotent" && MakeName.IsMatch(operation.Method), "It is called like something that makes, sends or starts something, which a repetition would do twice: never.");

    public static IEnumerable<Finding> SideEffects(DocumentModel document) =>
        from operation in Repeated(document)
        from member in operation.Sent
        where Effects.Contains(member.Name)
        select operation.Finding($"One class stands for all requests of an operation, also for those that use {member.Place}, which sends a message or invents a value: never.", "x-retry");

    public static IEnumerable<Finding> UsedUp(DocumentModel document) =>
        from operation in Repeated(document)
        from member in operation.Sent
        where SingleUse.Contains(member.Name) && member.Mark == "secret"
        select operation.Finding($"The first request may have used up {member.Place}, which works once: never.", "x-retry");

    private static IEnumerable<OperationPlace> Repeated(DocumentModel document) => document.Operations.Where(operation => operation.Retry is "read" or "idempotent");

    // One without a class has been reported.
    private static IEnumerable<Finding> Wrong(DocumentModel document, Func<OperationPlace, bool> isWrong, string fault) =>
        document.Operations.Where(operation => Classes.Contains(operation.Retry) && isWrong(operation)).Select(operation => operation.Finding($"{fault} {Remedy}", "x-retry"));

    private static Regex Beginning(string words) => new($"^({words})(?![a-z])");
}
