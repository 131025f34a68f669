using System.Buffers;

namespace GenAuth.Text;

/// <summary>
/// Buffers of the process-wide pool that are cleared before others get them. They hold bodies, passwords and tokens, and whoever
/// rents such a buffer next may send or log more of it than it wrote.
/// </summary>
internal static class ClearedPool<T>
{
    public static T[] Rent(int minimumLength) => ArrayPool<T>.Shared.Rent(minimumLength);

    public static void Return(T[] array) => ArrayPool<T>.Shared.Return(array, clearArray: true);
}
