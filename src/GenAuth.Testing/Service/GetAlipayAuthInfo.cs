using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service;

/// <summary><c>GET /api/v3/get-alipay-authinfo</c>.</summary>
internal sealed class GetAlipayAuthInfo(TenantSettings settings, AlipayParameterString parameters)
{
    // The lower-case i is the service's spelling; it accepts no other.
    private const string ConnectionParameter = "extIdpConnidentifier";

    public TenantResponse Handle(GenAuthTenantRequest request)
    {
        var connection = GetConnection(request);
        if (string.IsNullOrEmpty(connection))
        {
            return TenantResponse.Error(400, $"{ConnectionParameter} is missing.");
        }

        return connection == settings.AlipayConnection
            ? TenantResponse.Success(new JsonObject { ["authInfo"] = parameters.Create() })
            : TenantResponse.Error(404, $"The application has no enabled connection with this {ConnectionParameter}.");
    }

    private static string? GetConnection(GenAuthTenantRequest request)
    {
        foreach (var pair in new QueryStringEnumerable(request.Query))
        {
            if (pair.DecodeName().Span.SequenceEqual(ConnectionParameter))
            {
                return pair.DecodeValue().ToString();
            }
        }

        return null;
    }
}
