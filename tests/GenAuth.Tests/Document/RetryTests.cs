using System.Text.RegularExpressions;

namespace GenAuth.Tests.Document;

/// <summary>What it means to send a request again whose answer got lost.</summary>
public sealed partial class RetryTests
{
    private static readonly string[] Classes = ["read", "idempotent", "never"];

    private static readonly Dictionary<string, string> GetsThatMakeSomething = new()
    {
        ["Authentication_geneCatchaCodeAndToken"] = "a new captcha",
        ["Authentication_initAuthenticationOptions"] = "a new challenge and its ticket",
        ["Authentication_initRegisterOptions"] = "a new challenge and its ticket",
        ["Management_getBindPwd"] = "a new random password",
    };

    private static readonly Dictionary<string, string> PutsThatDecideOnce = new()
    {
        ["Management_processApproval"] = "a closed approval refuses a second decision",
        ["Management_batchProcessApproval"] = "closed approvals refuse a second decision",
    };

    private static readonly Dictionary<string, string> ReadsCalledLikeWrites = new()
    {
        ["Authentication_generateLinkExtIdpUrl"] = "the URL is computed from the ID token that is sent along",
        ["Management_importTemplate"] = "tells where the template lies",
        ["Management_importTenantHistory"] = "lists past imports",
        ["Management_importTenantNotifyUser"] = "lists the users of a past import",
    };

    private static readonly Dictionary<string, string> WritesCalledLikeReads = new()
    {
        ["Management_getAllMetadataRow"] = "a scroll ID may stand for a position that each call moves on, so a repetition could skip rows",
        ["Management_getBindPwd"] = "makes a new random password",
        ["Management_getPublicAccountOfGroups"] = "sets the groups, whatever its name says",
    };

    private static readonly Dictionary<string, string> RepeatableDespiteTheName = new()
    {
        ["Management_createOrUpdateGroup"] = "makes no difference whether the group was there before",
    };

    // Members that make a change send a message or invent a value, so that a second one is not like the first.
    private static readonly HashSet<string> Effects = ["autoGeneratePassword", "sendEmailNotification", "sendPhoneNotification", "sendNotification", "sendPasswordResetedNotification"];

    // What works once: whoever sent it may have used it up.
    private static readonly HashSet<string> SingleUse =
    [
        "captchaCode", "code", "deleteAccountToken", "emailCode", "emailPassCodeForInformationCompletion", "enrollmentToken", "key", "newEmailPassCode", "newPhonePassCode", "oldEmailPassCode", "oldPhonePassCode",
        "passCode", "passwordResetToken", "phonePassCodeForInformationCompletion", "ticket", "totp", "updateEmailToken", "updatePhoneToken",
    ];

    [Fact]
    public void Every_operation_says_whether_it_can_be_sent_again() => Report.None(
        TheDocument.Operations.Where(operation => !Classes.Contains(ClassOf(operation))).Select(operation => $"{operation.Id}: {ClassOf(operation)}"),
        "Add x-retry with read, idempotent or never (see openapi/README.md); when in doubt, never.");

    [Fact]
    public void A_get_reads() => CheckExceptions(operation => operation.Verb == "get" && ClassOf(operation) != "read", GetsThatMakeSomething);

    [Fact]
    public void A_put_or_delete_leaves_the_same_state_twice() => CheckExceptions(operation => operation.Verb is "put" or "delete" && ClassOf(operation) != "idempotent", PutsThatDecideOnce);

    [Fact]
    public void What_reads_is_not_called_like_a_write() => CheckExceptions(operation => ClassOf(operation) == "read" && WriteName().IsMatch(NameOf(operation)), ReadsCalledLikeWrites);

    [Fact]
    public void What_writes_is_not_called_like_a_read() => CheckExceptions(operation => ClassOf(operation) != "read" && ReadName().IsMatch(NameOf(operation)), WritesCalledLikeReads);

    [Fact]
    public void What_makes_sends_or_starts_something_is_never_repeated() => CheckExceptions(operation => ClassOf(operation) != "never" && MakeName().IsMatch(NameOf(operation)) && !ReadsCalledLikeWrites.ContainsKey(operation.Id), RepeatableDespiteTheName);

    [Fact]
    public void A_change_that_can_send_messages_or_invent_values_is_never_repeated() => Report.None(
        TheDocument.Operations.Where(operation => ClassOf(operation) != "never")
            .SelectMany(operation => SentMembers.Of(operation).Where(member => Effects.Contains(member.Name)), (operation, member) => $"{operation.Id}: {member.Place}"),
        "One class stands for all requests of an operation, also for those that use this member: never.");

    [Fact]
    public void What_takes_something_that_works_once_is_never_repeated()
    {
        var takers = TheDocument.Operations.SelectMany(operation => SentMembers.Of(operation), (operation, member) => (Operation: operation, Member: member))
            .Where(taken => SingleUse.Contains(taken.Member.Name) && taken.Member.Mark == "secret")
            .ToList();

        Report.None(takers.Where(taken => ClassOf(taken.Operation) != "never").Select(taken => $"{taken.Operation.Id}: {taken.Member.Place}"), "The first request may have used it up: never.");
        Report.None(SingleUse.Except(takers.Select(taken => taken.Member.Name)), "Nothing takes these any more. Delete them from this test.");
    }

    private static void CheckExceptions(Func<Operation, bool> isException, Dictionary<string, string> reasons)
    {
        var found = TheDocument.Operations.Where(isException).Select(operation => operation.Id).ToList();

        Report.None(found.Except(reasons.Keys), "Correct x-retry, or write the reason into this test.");
        Report.None(reasons.Keys.Except(found), "Delete these from the exceptions in this test.");
    }

    private static string? ClassOf(Operation operation) => (string?)operation.Node["x-retry"];

    private static string NameOf(Operation operation) => operation.Id.Split('_')[1];

    [GeneratedRegex("^(add|approve|assign|associate|authorize|bind|cancel|change|close|config|copy|create|define|delete|disable|enable|enroll|exchange|execute|export|gene|generate|import|kick|link|process|pub|refresh|register|reject|remove|reset|resign|reupload|revert|review|revoke|save|send|set|sign|signin|signup|submit|suspend|switch|trigger|unassign|unbind|unlink|update|upload)(?![a-z])")]
    private static partial Regex WriteName();

    [GeneratedRegex("^(check|detail|filter|find|get|has|is|list|preview|query|search)(?![a-z])")]
    private static partial Regex ReadName();

    [GeneratedRegex("^(capture|copy|create|define|enroll|exchange|execute|export|gene|generate|import|pub|refresh|register|reupload|send|sign|signin|signup|trigger|upload)(?![a-z])")]
    private static partial Regex MakeName();
}
