using System.Text;
using GenAuth.Json;

namespace GenAuth.Management;

/// <summary>
/// Reads the value of one member from its own bytes. Values that JavaScript writes unchanged are not parsed: text without
/// escapes, short whole numbers, literals.
/// </summary>
internal static class WrittenValue
{
    /// <summary>The value, or <see langword="null"/> when the bytes are not JSON.</summary>
    public static JavaScriptValue? Read(byte[] bytes, MemberPlace place)
    {
        var json = bytes.AsSpan(place.Start, place.Length);
        if (IsPlainString(json))
        {
            return JavaScriptValue.String(Encoding.UTF8.GetString(bytes, place.Start + 1, place.Length - 2));
        }

        var text = Encoding.UTF8.GetString(bytes, place.Start, place.Length);
        return JavaScriptNumber.IsPlain(text) || text is "true" or "false" or "null" ? JavaScriptValue.Literal(text) : JavaScriptReader.Read(text);
    }

    private static bool IsPlainString(ReadOnlySpan<byte> json)
    {
        if (json.Length < 2 || json[0] != '"' || json[json.Length - 1] != '"')
        {
            return false;
        }

        foreach (var character in json.Slice(1, json.Length - 2))
        {
            if (character is (byte)'"' or (byte)'\\' or < (byte)' ')
            {
                return false;
            }
        }

        return true;
    }
}
