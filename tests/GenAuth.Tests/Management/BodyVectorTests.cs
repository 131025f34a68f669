using System.Text;
using System.Text.Json;
using GenAuth.Pipeline;
using GenAuth.Serialization;
using GenAuth.Serialization.Converters;
using GenAuth.Tests.Testing;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Management;

/// <summary>
/// The signed text of a caller's JSON equals that of Node. The variable GENAUTH_BODY_VECTORS names a larger file of
/// make-body-vectors.mjs.
/// </summary>
public sealed class BodyVectorTests
{
    private static readonly IReadOnlyList<BodyVector> Vectors =
        Environment.GetEnvironmentVariable("GENAUTH_BODY_VECTORS") is { Length: > 0 } file ? BodyVector.Read(file) : BodyVector.All;

    [Fact]
    public void Body_in_any_spelling_is_signed_as_Node_reads_it() => Parallel.ForEach(Vectors, vector => AssertAlike(vector, new Utf8Json(Encoding.UTF8.GetBytes(vector.Body))));

    [Fact]
    public void Body_of_a_JsonElement_is_signed_as_Node_reads_it() => Parallel.ForEach(Vectors, vector =>
    {
        using var document = JsonDocument.Parse(vector.Body);
        if (!RepeatsMember(document.RootElement))
        {
            AssertAlike(vector, GenAuthJson.ToUtf8(document.RootElement, withMembers: true, CustomJson.Serializer));
        }
    });

    [Fact]
    public void Body_of_a_JToken_is_signed_as_Node_reads_it() => Parallel.ForEach(Vectors, vector =>
    {
        // Newtonsoft.Json reads a number beyond a double as infinity, which is refused; .NET writes some powers of two with a digit too few.
        var token = GenAuthJson.Parse(vector.Body);
        if (!((JContainer)token).Descendants().Any(value => value is JValue { Value: double.PositiveInfinity or double.NegativeInfinity }) && !vector.Body.StartsWith("{\"p\":", StringComparison.Ordinal))
        {
            AssertAlike(vector, GenAuthJson.ToUtf8(token, withMembers: true));
        }
    });

    private static void AssertAlike(BodyVector vector, Utf8Json body) =>
        Assert.Equal(vector.SentParameters, SignedBody.Resource("POST", string.Empty, new QueryString(), body).TrimStart('?'));

    /// <summary>Whether an object has a member twice, which is refused.</summary>
    private static bool RepeatsMember(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(RepeatsMember),
        JsonValueKind.Object => element.EnumerateObject().Select(Name).Distinct().Count() < element.EnumerateObject().Count()
            || element.EnumerateObject().Any(member => RepeatsMember(member.Value)),
        _ => false,
    };

    /// <summary>The name without <see cref="JsonProperty.Name"/>, which refuses half of a surrogate pair.</summary>
    private static string Name(JsonProperty member) => (string)GenAuthJson.Parse(member.ToString()[..member.ToString().IndexOf(':', StringComparison.Ordinal)])!;
}
