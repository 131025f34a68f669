using GenAuth.Json;
using GenAuth.Models;
using Newtonsoft.Json;

namespace GenAuth;

/// <summary>
/// How the envelope of a refusal differs from the document. What is in its <c>data</c> is documented as of any shape. An answer
/// without a <c>statusCode</c> is not the service's, so there is nothing to compare.
/// </summary>
internal static class EnvelopeDrift
{
    private const string StatusCodeName = "statusCode";
    private const string ApiCodeName = "apiCode";
    private const string MessageName = "message";

    /// <param name="notes">Takes the differences down.</param>
    /// <param name="envelope">What was read of it.</param>
    /// <param name="type">The type whose envelope it is, where the operation has one.</param>
    /// <param name="text">The whole answer once more, which is well-formed.</param>
    /// <param name="limits">What bounds the reading.</param>
    public static void Note(DriftNotes notes, ApiEnvelope envelope, string? type, TextReader text, ReadLimits limits)
    {
        if (envelope.StatusCode is not { } statusCode)
        {
            return;
        }

        if (!new StatusCode(statusCode).IsKnown)
        {
            notes.Add(SchemaDriftKind.UndocumentedStatus, type, StatusCodeName);
        }

        if (envelope.ApiCode is { IsKnown: false })
        {
            notes.Add(SchemaDriftKind.UnknownEnumValue, type, ApiCodeName);
        }

        var hasMessage = false;
        foreach (var name in Names(text, limits))
        {
            hasMessage |= name == MessageName;
            if (name is not (StatusCodeName or ApiCodeName or MessageName or "requestId" or "data"))
            {
                notes.AddUnknownMember(type, name);
            }
        }

        if (!hasMessage)
        {
            notes.Add(SchemaDriftKind.MissingRequiredMember, type, MessageName);
        }
    }

    private static IEnumerable<string> Names(TextReader text, ReadLimits limits)
    {
        using var reader = GenAuthJson.CreateReader(text, limits);
        while (reader.Read() && reader.TokenType != JsonToken.EndObject | reader.Depth > 0)
        {
            if (reader is { TokenType: JsonToken.PropertyName, Depth: 1 })
            {
                yield return (string)reader.Value!;
            }
        }
    }
}
