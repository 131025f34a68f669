using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using GenAuth.OpenIdConnect.Transport;

namespace GenAuth.OpenIdConnect.Cas;

/// <summary>The service's response about a ticket: a user, or an error.</summary>
/// <param name="User">The user of the ticket.</param>
/// <param name="Code">The code of an error.</param>
/// <param name="Description">The description of an error.</param>
internal sealed record CasResponse(CasUser? User, string? Code = null, string? Description = null)
{
    /// <summary>Deeper documents are not CAS.</summary>
    private const int MaxDepth = 32;

    private static readonly XNamespace Namespace = "http://www.yale.edu/tp/cas";

    /// <summary>Reads a response; <see langword="null"/> if it does not have the form.</summary>
    public static CasResponse? Parse(string text, CasResponseFormat format)
    {
        try
        {
            return format switch
            {
                CasResponseFormat.Text => ParseText(text),
                CasResponseFormat.Xml => ParseXml(text),
                _ => ParseJson(text),
            };
        }
        catch (Exception exception) when (exception is XmlException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The first line decides. A search for "yes" would accept a user of that name.</summary>
    private static CasResponse? ParseText(string text)
    {
        var lines = text.Split('\n');
        return lines[0].TrimEnd('\r') switch
        {
            "yes" when lines.Length > 1 && lines[1].TrimEnd('\r') is { Length: > 0 } user && !string.IsNullOrWhiteSpace(user) => new(new CasUser(user)),
            "no" => Refused(null, null),
            _ => null,
        };
    }

    private static CasResponse? ParseXml(string text)
    {
        // A document type could read files and grow without limit.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        if (!IsShallow(text, settings))
        {
            return null;
        }

        var root = XDocument.Load(reader).Root;
        if (root?.Name != Namespace + "serviceResponse")
        {
            return null;
        }

        // An error takes precedence if there are both.
        if (root.Element(Namespace + "authenticationFailure") is { } failure)
        {
            return Refused((string?)failure.Attribute("code"), failure.Value.Trim());
        }

        var success = root.Element(Namespace + "authenticationSuccess");
        return success?.Element(Namespace + "user")?.Value.Trim() is { Length: > 0 } user
            ? new(CasAttributes.From(success.Element(Namespace + "attributes")).ToUser(user))
            : null;
    }

    /// <summary>Reads without building elements, because a deep tree would exhaust the stack.</summary>
    private static bool IsShallow(string text, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(new StringReader(text), settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                return false;
            }
        }

        return true;
    }

    private static CasResponse? ParseJson(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        if (Find(document.RootElement, "serviceResponse") is not { } response)
        {
            return null;
        }

        if (Find(response, "authenticationFailure") is { } failure)
        {
            return Refused(failure.GetText("code"), failure.GetText("description"));
        }

        return Find(response, "authenticationSuccess") is { } success && success.GetText("user") is { } user && !string.IsNullOrWhiteSpace(user)
            ? new(CasAttributes.From(Find(success, "attributes") ?? default).ToUser(user))
            : null;
    }

    private static CasResponse Refused(string? code, string? description) => new(null, string.IsNullOrEmpty(code) ? "INVALID_TICKET" : code, description);

    private static JsonElement? Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}
