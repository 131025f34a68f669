using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>Which values must not appear in a log.</summary>
public sealed partial class SensitiveTests
{
    private const string MarkIt = "Add x-sensitive with secret or personal (see openapi/README.md), or write the reason into this test.";

    // Called like something sensitive.
    private static readonly Dictionary<string, string> Harmless = new()
    {
        ["accessKeyId"] = "the public half of an access key",
        ["emailMfaStatus"] = "whether e-mail is a factor, as text",
        ["extIdpConnDisplayName"] = "the caption of a connection",
        ["inviteEmailTemplateType"] = "the kind of a template",
        ["only_redirect_token"] = "a switch, as text",
        ["passwordLastSetAt"] = "a time",
        ["publicIps"] = "the addresses of the service",
        ["ticketExpiresInUnit"] = "a unit of time",
        ["token_type"] = "always bearer",
        ["totpStatus"] = "whether it is a factor, as text",
        ["welcomeEmailTemplateType"] = "the kind of a template",
    };

    // The same name means different things. Everything else is marked everywhere or nowhere.
    private static readonly Dictionary<string, string> DecidedByOwner = new()
    {
        ["account"] = "an account name, or the ID of an account",
        ["code"] = "a pass code or sign-in code, or the code of a role, a resource, a department",
        ["config"] = "settings of an operation, which may hold credentials, or of a data object",
        ["data"] = "whatever an operation answers with",
        ["displayName"] = "of a person, or of a connection",
        ["file"] = "a reference that opens a file, the file with data of persons, or an exported definition",
        ["identifier"] = "what an invitation link proves, an account, or the name of a source",
        ["key"] = "the key of a pending sign-in, or the name of a field",
        ["keyword"] = "a search among persons, or among things",
        ["keywords"] = "a search among persons, or among things",
        ["list"] = "items of every kind",
        ["message"] = "the text of a log entry, or of an answer",
        ["name"] = "of a person, or of a thing",
        ["namePath"] = "of persons, or of departments",
        ["objectName"] = "of a user, or of a role",
        ["phoneCountryCode"] = "of a phone number, or of a country",
        ["query"] = "a search among persons, or among things",
        ["sender"] = "a mail account, or a text with placeholders",
        ["url"] = "one that whoever has it can use, or an address",
        ["userId"] = "an ID, or what userIdType says",
        ["userIds"] = "IDs, or what userIdType says",
        ["value"] = "data of a user or a row, or a choice",
    };

    // Of unknown form, but not about persons and not a credential.
    private static readonly Dictionary<string, string> KnownToBeHarmless = new()
    {
        ["ApprovalDetailDto.approvalObjectList"] = "roles or applications",
        ["CreateDataResourceDto.struct"] = "the structure of a resource",
        ["CreateDataResourceRespDto.struct"] = "the structure of a resource",
        ["CreateFunctionModelFieldDto.default"] = "a default value",
        ["DataResourceTreeStructs.children"] = "the structure of a resource",
        ["DataResourceTreeStructs.extendFieldValue"] = "the structure of a resource",
        ["FilterDto.sort"] = "an order",
        ["FunctionModelDto.config"] = "settings of a data object",
        ["GetDataResourceRespDto.struct"] = "the structure of a resource",
        ["GetTenantUserDto.linkUserId"] = "an ID",
        ["GetTenantUserDto.memberId"] = "an ID",
        ["GetTenantUserDto.tenantId"] = "an ID",
        ["InitiatedApproval.approvalObjectList"] = "roles or applications",
        ["InviteeContextDto.extendsFieldsI18n"] = "translations",
        ["InviteeContextDto.extendsFieldsOptions"] = "choices of a form",
        ["LanguageConfigDto.global"] = "the look of a page",
        ["LdapConfigInfoDto.udfMapping"] = "names of fields",
        ["LdapConfigInfoDto.visibleFields"] = "names of fields",
        ["LdapConfigInfoDto.visibleOrgNodes"] = "nodes of the organization",
        ["MetadataGroupDto.sort"] = "an order",
        ["SearchDepartmentsFilterItemDto.value"] = "a search among departments",
        ["SetCustomFieldDto.validateRules"] = "rules for a field",
        ["TreeAuthBo.nodeExtendFieldValue"] = "the structure of a resource",
        ["UpdateDataResourceDto.struct"] = "the structure of a resource",
        ["UpdateDataResourceRespDto.struct"] = "the structure of a resource",
        ["UpdateFunctionModelDto.config"] = "settings of a data object",
        ["UpdateFunctionModelFieldDto.default"] = "a default value",
        ["UpdateLoginConfig.passwordTabConfig"] = "the look of a page",
        ["UpdateLoginConfig.qrCodeSortConfig"] = "the look of a page",
        ["UpdateLoginConfig.ssoPageCustomizationSettings"] = "the look of a page",
        ["UpdateLoginConfig.tabMethodsSortConfig"] = "the look of a page",
        ["UpdateLoginConfig.verifyCodeTabConfig"] = "the look of a page",
        ["UserAttributionDto.targetDetail"] = "a department, post, role or group",
        ["UserPoolTenantConfigDto.ssoPageCustomizationSettings"] = "the look of a page",
    };

    [Fact]
    public void A_mark_says_secret_or_personal() => Report.None(
        Member.All.Where(member => member.Mark is not (null or "secret" or "personal")).Select(member => $"{member.Place}: {member.Mark}"),
        "x-sensitive is secret or personal.");

    [Fact]
    public void A_mark_stands_on_a_property_or_a_parameter()
    {
        var places = Member.All.Select(member => member.Node).ToHashSet();

        Report.None(
            TheDocument.Root.Descendants().OfType<JProperty>().Where(property => property.Name == "x-sensitive" && !places.Contains((JObject)property.Parent!)).Select(property => property.Path),
            "Nobody reads it there. Mark the properties and parameters that have such a value.");
    }

    [Fact]
    public void A_mark_stands_where_the_value_is() => Report.None(
        Member.All.Where(member => member.Mark is not null && (member.HasMembers || (string?)member.Value["type"] == "boolean")).Select(member => member.Place),
        "Mark the members of the type instead; a yes or no is never marked.");

    [Fact]
    public void What_is_called_like_a_secret_is_marked_secret() => Report.None(
        Member.All.Where(member => IsText(member) && SecretName().IsMatch(member.Name) && member.Mark != "secret" && !Harmless.ContainsKey(member.Name)).Select(member => member.Place), MarkIt);

    [Fact]
    public void What_is_called_like_something_of_a_person_is_marked() => Report.None(
        Member.All.Where(member => IsText(member) && PersonalName().IsMatch(member.Name) && member.Mark is null && !Harmless.ContainsKey(member.Name) && !DecidedByOwner.ContainsKey(member.Name)).Select(member => member.Place), MarkIt);

    [Fact]
    public void What_is_described_as_a_secret_is_marked() => Report.None(
        Member.All.Where(member => IsText(member) && SecretText().IsMatch(member.Description) && member.Mark is null).Select(member => $"{member.Place}: {member.Description}"), MarkIt);

    [Fact]
    public void A_code_that_a_person_or_a_provider_hands_over_is_secret() => Report.None(
        Member.All.Where(member => member.Name == "code" && (member.Mark == "secret") != HandedOver().IsMatch(member.Description)).Select(member => $"{member.Place}: {member.Description}"),
        "Pass codes and authorization codes are secret, codes of roles and the like are not. Correct the mark, or say in the description which it is.");

    [Fact]
    public void An_identifier_of_a_kind_that_the_request_names_is_personal() => Report.None(
        TheDocument.Operations.Select(operation => (IReadOnlyList<Member>)[.. Member.OfParameters(operation)])
            .Concat(TheDocument.Places.Select(place => (IReadOnlyList<Member>)[.. TheDocument.Properties(place.Schema).Select(property => new Member(place.Name, property.Name, (JObject)property.Value))]))
            .SelectMany(members => members.Where(member => member.Name is "userId" or "userIds" && (member.Mark == "personal") != members.Any(NamesKind)))
            .Select(member => member.Place),
        "Beside userIdType, or options with it, a user ID may be an e-mail address: personal. Alone it is an ID: no mark.");

    [Fact]
    public void What_can_hold_anything_is_marked()
    {
        var unmarked = Member.All.Where(member => member.IsUnknown && member.Mark is null).Select(member => member.Place).ToList();

        Report.None(unmarked.Except(KnownToBeHarmless.Keys), MarkIt);
        Report.None(KnownToBeHarmless.Keys.Except(unmarked), "Delete these from the exceptions in this test.");
    }

    [Fact]
    public void A_name_is_marked_alike_everywhere_or_is_known_to_mean_several_things()
    {
        var several = Member.All.Where(member => !member.HasMembers && (string?)member.Value["type"] != "boolean")
            .GroupBy(member => member.Name)
            .Where(group => group.Select(member => member.Mark).Distinct().Count() > 1)
            .ToList();

        Report.None(
            several.Where(group => !DecidedByOwner.ContainsKey(group.Key))
                .Select(group => $"{group.Key}: {string.Join("; ", group.GroupBy(member => member.Mark).Select(marked => $"{marked.Key ?? "no mark"} {string.Join(", ", marked.Take(5).Select(member => member.Owner))}"))}"),
            "Mark them all alike, or say in this test what the name means.");
        Report.None(DecidedByOwner.Keys.Except(several.Select(group => group.Key)), "Delete these from the names that mean several things in this test.");
    }

    [Fact]
    public void No_harmless_name_is_idle() => Report.None(
        Harmless.Keys.Where(name => !Member.All.Any(member => member.Name == name && IsText(member) && member.Mark is null && (SecretName().IsMatch(name) || PersonalName().IsMatch(name)))),
        "Delete these from the exceptions in this test.");

    private static bool IsText(Member member) => member.Value["enum"] is null && (string?)member.Value["type"] is null or "string";

    private static bool NamesKind(Member member) => member.Name == "userIdType" || (member.Name == "options" && TheDocument.Properties(member.Value).Any(option => option.Name == "userIdType"));

    [GeneratedRegex("access_?key|password|passwd|pwd|secret|token|passcode|emailcode|captcha|credentials|private_?key|api_?key$|aes_?key|encrypt_?key|ticket|totp|recovery|cipher|salt|challenge$|signature|authinfo|senderpass|qrcodeid|pushcodeid|qrcodeuri", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex("email|phone|user_?name$|nickname|givenname|familyname|middlename|inviteename|representativename|displayname|avatar|photo|birthdate|address|postalcode|identity_?number|identificationnumber|bankcard|user_?agent|deviceid|deviceunique|imei|meid|externalid|inidp$|customdata|metadata|(^|[a-z])Ips?$|^ips?$", RegexOptions.IgnoreCase)]
    private static partial Regex PersonalName();

    [GeneratedRegex("keep it (secret|out of)|treat it (as a secret|like a password)|do not log|no log|one use|sensitive|^A secret|[.] A secret|confidential", RegexOptions.IgnoreCase)]
    private static partial Regex SecretText();

    [GeneratedRegex("pass code|one use|(sign-in|authorization|login) code|code that (was sent|the invitee received)|getPhoneNumber", RegexOptions.IgnoreCase)]
    private static partial Regex HandedOver();
}
