using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using GenAuth.Serialization;
using GenAuth.Serialization.Converters;

namespace GenAuth.Pipeline.Content;

/// <summary>
/// The body of <c>SendAsync</c>, written once when the call begins: each attempt sends the same bytes, and what cannot be sent is
/// known before any request.
/// </summary>
internal sealed class CustomBody : IRequestBody
{
    private readonly Utf8Json _json;

    private CustomBody(Utf8Json json) => _json = json;

    /// <summary>The body of a request; the types of the API stay what they are, so that logs know which members are sensitive.</summary>
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

    /// <summary>The body of a request as JSON of its own, which needs no reflection.</summary>
    /// <exception cref="ArgumentException">A value in it cannot be sent as JSON; the message names its path.</exception>
    public static CustomBody? FromNode(JsonNode? body) => body is null ? null : new CustomBody(GenAuthJson.ToUtf8(body, withMembers: true));

    public HttpContent ToContent(bool isForOneSending = false) => new JsonContent(_json, isForOneSending);
}
