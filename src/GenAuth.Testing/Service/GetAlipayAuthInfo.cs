using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service;

/// <summary><c>GET /api/v3/get-alipay-authinfo</c>.</summary>
internal sealed class GetAlipayAuthInfo(TenantSettings settings, AlipayParameterString parameters)
{
    // With a lower-case i in the middle: a fixed name, which the service does not take in another spelling.
    private const string ConnectionParameter = "extIdpConnidentifier";

    public TenantAnswer Answer(GenAuthTenantRequest request)
    {
        var connection = ConnectionOf(request);
        if (string.IsNullOrEmpty(connection))
        {
            return TenantAnswer.Refuse(400, $"{ConnectionParameter} is missing.");
        }

        return connection == settings.AlipayConnection
            ? TenantAnswer.Success(new JsonObject { ["authInfo"] = parameters.Create() })
            : TenantAnswer.Refuse(404, $"The application has no enabled connection with this {ConnectionParameter}.");
    }

    private static string? ConnectionOf(GenAuthTenantRequest request)
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
