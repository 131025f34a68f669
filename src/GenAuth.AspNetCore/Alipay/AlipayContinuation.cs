using System.Text.Json;
using GenAuth.Models;
using GenAuth.OpenIdConnect.Transport;

namespace GenAuth.AspNetCore.Alipay;

/// <summary>Reads the data that the service sends with a demand for another step.</summary>
internal static class AlipayContinuation
{
    public static AlipayActionRequired Read(GenAuthActionRequiredException exception)
    {
        var data = Parse(exception.ErrorData);
        var mfa = data is { } root ? ReadMfa(root) : null;
        return new()
        {
            Error = IsMfa(exception.ApiCode) || mfa is not null ? "mfa_required" : IsBinding(exception.ApiCode) ? "account_binding_required" : "action_required",
            ApiCode = exception.ApiCode?.Value,
            Message = exception.ServiceMessage,
            Mfa = mfa,
            Data = data,
        };
    }

    private static bool IsMfa(ApiCode? code) => code == ApiCode.PersonalMfaRequired || code == ApiCode.ApplicationMfaRequired;

    private static bool IsBinding(ApiCode? code) => code == ApiCode.AccountBindingRequired || code == ApiCode.AccountBindingOrSignUpRequired;

    private static JsonElement? Parse(string? json)
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // The client accepts more than strict JSON. Without readable data the app still learns which step is missing.
            return null;
        }
    }

    private static AlipayMfa? ReadMfa(JsonElement data) => data.GetText("mfaToken") is not { Length: > 0 } token ? null : new()
    {
        MfaToken = token,
        Factors = ReadFactors(data),
        Phone = data.GetText("mfaPhone") ?? data.GetText("phone"),
        Email = data.GetText("mfaEmail") ?? data.GetText("email"),
        TotpEnabled = IsTrue(data, "totpMfaEnabled"),
        FaceEnabled = IsTrue(data, "faceMfaEnabled"),
    };

    private static List<AlipayMfaFactor> ReadFactors(JsonElement data) => !data.TryGetProperty("applicationMfa", out var list) || list.ValueKind != JsonValueKind.Array
        ? []
        : [.. list.EnumerateArray()
            .Where(static item => item.ValueKind == JsonValueKind.Object && item.GetText("mfaPolicy") is { Length: > 0 })
            .OrderBy(static item => GetNumber(item, "sort"))
            .Select(static item => new AlipayMfaFactor { Policy = item.GetText("mfaPolicy")!, Status = GetNumber(item, "status") })];

    private static bool IsTrue(JsonElement data, string name) => data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static int GetNumber(JsonElement data, string name) => data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;
}
