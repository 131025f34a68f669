using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Server;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>Checks the headers of a request: all required ones in their form, and no others.</summary>
internal static class HeaderCheck
{
    public static IEnumerable<string> Problems(ApiOperation operation, ReceivedRequest request)
    {
        var wanted = Always.Concat(operation.IsManagement ? Management : Authentication).Append((OperationServer.CaseHeader, "^[0-9]+$")).ToDictionary();
        if (operation.BodyType is { } type)
        {
            wanted["content-type"] = type switch
            {
                "application/json" => "^application/json; charset=utf-8$",
                "multipart/form-data" => "^multipart/form-data; boundary=.+$",
                _ => $"^{type}$",
            };
        }

        return wanted.Where(header => !Matches(request, header.Key, header.Value))
            .Select(header => $"{header.Key} is <{request.Headers.GetValueOrDefault(header.Key)}>, which does not match {header.Value}")
            .Concat(request.Headers.Keys.Except(wanted.Keys).Where(name => name != "content-length").Select(name => $"{name} should not be there"));
    }

    private static (string Name, string Pattern)[] Always =>
    [
        ("host", "^127\\.0\\.0\\.1:[0-9]+$"),
        ("accept", "^application/json$"),
        ("accept-encoding", "^gzip, br$"),
        ("user-agent", @"^GenAuth\.NET/[^ ]+ \(\.NET [^)]+\)$"),
        ("x-genauth-sdk-version", "^genauth-dotnet-sdk:[0-9]"),
    ];

    private static (string Name, string Pattern)[] Authentication =>
    [
        ("x-genauth-app-id", $"^{OperationClients.AppId}$"),
        ("authorization", $"^Bearer {OperationClients.AccessToken}$"),
    ];

    private static (string Name, string Pattern)[] Management =>
    [
        ("x-genauth-signature-method", "^HMAC-SHA1$"),
        ("x-genauth-signature-version", "^1\\.0$"),
        ("x-genauth-signature-nonce", "^[0-9a-f]{32}$"),
        ("date", "^[A-Z][a-z]{2}, .* GMT$"),
        ("authorization", $"^GenAuth {OperationClients.AccessKeyId}:[A-Za-z0-9+/]+=$"),
    ];

    private static bool Matches(ReceivedRequest request, string name, string pattern) =>
        request.Headers.TryGetValue(name, out var value) && System.Text.RegularExpressions.Regex.IsMatch(value, pattern);
}
