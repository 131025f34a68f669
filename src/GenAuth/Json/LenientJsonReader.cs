using Newtonsoft.Json;

namespace GenAuth.Json;

/// <summary>Reads 7200.0 where a whole number is wanted, as the envelope's reader does; the base class refuses the spelling.</summary>
internal sealed class LenientJsonReader(TextReader text) : JsonTextReader(text)
{
    public override int? ReadAsInt32()
    {
        // A double holds every int exactly, and reads numbers and numeric text alike.
        var number = ReadAsDouble();
        return number is null ? null : LenientNumber.Whole(number.Value) ?? throw WrongType.Of(this, "a whole number");
    }
}
