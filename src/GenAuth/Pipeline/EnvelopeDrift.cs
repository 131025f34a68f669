using System.Text.Json;
using GenAuth.Drift;
using GenAuth.Models;
using GenAuth.Serialization;

namespace GenAuth.Pipeline;

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
    /// <param name="json">The whole response once more, which is well-formed.</param>
    /// <param name="limits">What bounds the reading.</param>
    public static void Note(DriftNotes notes, ApiEnvelope envelope, string? type, ReadOnlySpan<byte> json, ReadLimits limits)
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

        if (!NoteNames(notes, type, json, limits))
        {
            notes.Add(SchemaDriftKind.MissingRequiredMember, type, MessageName);
        }
    }

    /// <summary>Notes the names that are not documented, and returns whether there is a message.</summary>
    private static bool NoteNames(DriftNotes notes, string? type, ReadOnlySpan<byte> json, ReadLimits limits)
    {
        var hasMessage = false;
        var reader = new WireReader(WireText.WithoutMark(json), limits: limits);
        reader.Advance();
        while (reader.Advance() != JsonTokenType.EndObject)
        {
            var name = reader.Name();
            hasMessage |= name == MessageName;
            if (name is not (StatusCodeName or ApiCodeName or MessageName or "requestId" or "data"))
            {
                notes.AddUnknownMember(type, name);
            }

            reader.Advance();
            reader.Skip();
        }

        return hasMessage;
    }
}
