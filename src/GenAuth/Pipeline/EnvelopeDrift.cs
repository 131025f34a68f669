using System.Text.Json;
using GenAuth.Drift;
using GenAuth.Models;
using GenAuth.Serialization;

namespace GenAuth.Pipeline;

/// <summary>
/// Records how the envelope of an error differs from the document. The document allows anything in its <c>data</c>. A response without
/// a <c>statusCode</c> is not one of the service, so it is not compared.
/// </summary>
internal static class EnvelopeDrift
{
    private const string StatusCodeName = "statusCode";
    private const string ApiCodeName = "apiCode";
    private const string MessageName = "message";

    /// <param name="drift">Records the differences.</param>
    /// <param name="envelope">The envelope.</param>
    /// <param name="type">The operation's type, or <see langword="null"/> if it has no envelope.</param>
    /// <param name="json">The response, which is well-formed JSON.</param>
    /// <param name="limits">The limits of the reader.</param>
    public static void Record(SchemaDriftRecorder drift, ApiEnvelope envelope, string? type, ReadOnlySpan<byte> json, ReadLimits limits)
    {
        if (envelope.StatusCode is not { } statusCode)
        {
            return;
        }

        if (!new StatusCode(statusCode).IsKnown)
        {
            drift.Add(SchemaDriftKind.UndocumentedStatus, type, StatusCodeName);
        }

        if (envelope.ApiCode is { IsKnown: false })
        {
            drift.Add(SchemaDriftKind.UnknownEnumValue, type, ApiCodeName);
        }

        if (!RecordUnknownMembers(drift, type, json, limits))
        {
            drift.Add(SchemaDriftKind.MissingRequiredMember, type, MessageName);
        }
    }

    /// <summary>Records undocumented members, and returns whether there is a message.</summary>
    private static bool RecordUnknownMembers(SchemaDriftRecorder drift, string? type, ReadOnlySpan<byte> json, ReadLimits limits)
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
                drift.AddUnknownMember(type, name);
            }

            reader.Advance();
            reader.Skip();
        }

        return hasMessage;
    }
}
