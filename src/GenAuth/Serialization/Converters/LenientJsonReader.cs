using System.Globalization;
using GenAuth.Drift;
using Newtonsoft.Json;

namespace GenAuth.Serialization.Converters;

/// <summary>
/// The reader of Newtonsoft's serializer for types that are not generated. Its text has been checked by <c>WireReader</c> before.
/// 7200.0 is taken where a whole number is wanted; the base class refuses the spelling.
/// </summary>
internal sealed class LenientJsonReader : JsonTextReader
{
    public LenientJsonReader(TextReader text, SchemaDriftRecorder? drift = null, ReadLimits limits = default)
        : base(text)
    {
        Drift = drift;
        Limits = limits;
        Culture = CultureInfo.InvariantCulture;
        DateParseHandling = DateParseHandling.None;
        MaxDepth = null;
    }

    /// <summary>Collects how types of the API differ from the document.</summary>
    public SchemaDriftRecorder? Drift { get; }

    /// <summary>Bounds the reading of such types; the limits of the whole document were checked before.</summary>
    public ReadLimits Limits { get; }

    public override bool Read()
    {
        // A converter of the program may take its time for each value.
        Limits.CancellationToken.ThrowIfCancellationRequested();
        return base.Read();
    }

    public override int? ReadAsInt32()
    {
        // A double holds every int exactly, and reads numbers and numeric text alike.
        var number = ReadAsDouble();
        return number is null ? null : LenientValue.Int32(LenientValue.Whole(number.Value)) ?? throw WrongType.CreateException(this, "a whole number");
    }
}
