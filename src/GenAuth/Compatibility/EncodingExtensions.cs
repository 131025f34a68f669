#if NETSTANDARD2_0
using System.Text;

namespace GenAuth.Compatibility;

/// <summary>Methods of <see cref="Encoding"/> that netstandard2.0 lacks.</summary>
internal static class EncodingExtensions
{
    public static unsafe string GetString(this Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* source = bytes)
        {
            return bytes.IsEmpty ? string.Empty : encoding.GetString(source, bytes.Length);
        }
    }

    public static unsafe int GetChars(this Encoding encoding, ReadOnlySpan<byte> bytes, Span<char> characters)
    {
        fixed (byte* source = bytes)
        {
            fixed (char* target = characters)
            {
                return bytes.IsEmpty ? 0 : encoding.GetChars(source, bytes.Length, target, characters.Length);
            }
        }
    }
}
#endif
