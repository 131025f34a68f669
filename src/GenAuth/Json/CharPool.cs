using Newtonsoft.Json;

namespace GenAuth.Json;

/// <summary>The buffers of JSON readers and writers, lent instead of made.</summary>
internal sealed class CharPool : IArrayPool<char>
{
    public static readonly CharPool Instance = new();

    public char[] Rent(int minimumLength) => ClearedPool<char>.Rent(minimumLength);

    public void Return(char[]? array)
    {
        if (array is not null)
        {
            ClearedPool<char>.Return(array);
        }
    }
}
