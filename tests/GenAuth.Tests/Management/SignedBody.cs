using System.Text;
using GenAuth.Authorization.Signature;
using GenAuth.Pipeline;
using GenAuth.Serialization;

namespace GenAuth.Tests.Management;

/// <summary>The signed text of a request with a body.</summary>
internal static class SignedBody
{
    public static string Resource(string verb, string path, QueryString query, string? body) =>
        Resource(verb, path, query, body is null ? null : new Utf8Json(Encoding.UTF8.GetBytes(body)));

    public static string Resource(string verb, string path, QueryString query, Utf8Json? body) =>
        new SignedText(verb, [], path, CanonicalParameters.Create(verb, query, body)).Resource;
}
