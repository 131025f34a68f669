using System.Buffers;

namespace GenAuth.Text;

/// <summary>
/// Rents buffers of the process-wide pool and clears them when they are returned. They contain bodies, passwords and tokens, and code
/// that rents the same buffer later could send or log them by mistake.
/// </summary>
internal static class ClearedPool<T>
{
    public static T[] Rent(int minimumLength) => ArrayPool<T>.Shared.Rent(minimumLength);

    public static void Return(T[] array) => ArrayPool<T>.Shared.Return(array, clearArray: true);
}
