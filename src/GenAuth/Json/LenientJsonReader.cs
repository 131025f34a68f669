using System.Globalization;
using Newtonsoft.Json;

namespace GenAuth.Json;

/// <summary>
/// Reads JSON as the service writes it. 7200.0 is taken where a whole number is wanted, as the envelope's reader does; the
/// base class refuses the spelling.
/// </summary>
internal class LenientJsonReader : JsonTextReader
{
    public LenientJsonReader(TextReader text)
        : base(text)
    {
        ArrayPool = CharPool.Instance;
        CloseInput = false;
        Culture = CultureInfo.InvariantCulture;
        DateParseHandling = DateParseHandling.None;
        MaxDepth = GenAuthJson.MaxDepth;
    }

    public override int? ReadAsInt32()
    {
        // A double holds every int exactly, and reads numbers and numeric text alike.
        var number = ReadAsDouble();
        return number is null ? null : LenientNumber.Whole(number.Value) ?? throw WrongType.Of(this, "a whole number");
    }
}
