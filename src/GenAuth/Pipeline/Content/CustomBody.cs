using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using GenAuth.Serialization;
using GenAuth.Serialization.Converters;

namespace GenAuth.Pipeline.Content;

/// <summary>
/// The body of <c>SendAsync</c>. It is written once when the call begins, so that each attempt sends the same bytes, and a value that
/// is not JSON fails before the first request.
/// </summary>
internal sealed class CustomBody : IRequestBody
{
    private readonly Utf8Json _json;

    private CustomBody(Utf8Json json) => _json = json;

    /// <summary>Creates the body of a request. Objects of the API's types are returned as they are, so that logs can mask their sensitive members.</summary>
    /// <exception cref="ArgumentException">A value in it cannot be sent as JSON; the message names its path.</exception>
    [RequiresUnreferencedCode(Trimming.CustomTypes)]
    [RequiresDynamicCode(Trimming.CustomTypes)]
    public static object? From(object? body)
    {
        if (body is null || ModelTypes.Includes(body.GetType()))
        {
            return body;
        }

        return new CustomBody(GenAuthJson.ToUtf8(body, withMembers: true, CustomJson.Serializer));
    }

    /// <summary>Creates the body of a request without reflection.</summary>
    /// <exception cref="ArgumentException">A value in it cannot be sent as JSON; the message names its path.</exception>
    public static CustomBody? FromNode(JsonNode? body) => body is null ? null : new CustomBody(GenAuthJson.ToUtf8(body, withMembers: true));

    public HttpContent ToContent(bool sendOnce = false) => new JsonContent(_json, sendOnce);
}
