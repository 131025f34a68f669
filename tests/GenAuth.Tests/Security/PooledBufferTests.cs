using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using GenAuth.Pipeline;
using GenAuth.Serialization;
using GenAuth.Tests.Support;
using GenAuth.Text;

namespace GenAuth.Tests.Security;

/// <summary>Pooled buffers of the library are cleared before they are returned.</summary>
public sealed class PooledBufferTests
{
    private const string Secret = "hunter2";

    [Fact]
    public void Written_json_is_cleared()
    {
        var buffer = NextBuffer<byte>(1024);
        using (var json = new PooledBytes())
        {
            json.Append(Secret);
            AssertHolds(Secret, buffer);
        }

        AssertCleared(buffer);
    }

    [Fact]
    public void Buffer_that_written_json_has_outgrown_is_cleared()
    {
        var buffer = NextBuffer<byte>(1024);
        using var json = new PooledBytes();
        json.Append(Secret);
        AssertHolds(Secret, buffer);

        json.Append(new string('x', 2_000));

        AssertCleared(buffer);
    }

    [Fact]
    public void Address_under_construction_is_cleared()
    {
        var buffer = NextBuffer<char>(1024);
        var text = new ValueStringBuilder(stackalloc char[2]);
        text.Append(Secret + new string('x', 1_000));
        AssertHolds(Secret, buffer);

        Assert.StartsWith(Secret, text.ToString(), StringComparison.Ordinal);

        AssertCleared(buffer);
    }

    [Fact]
    public async Task Received_body_is_cleared()
    {
        var bytes = Encoding.UTF8.GetBytes(Secret + new string('x', 900));
        var buffer = NextBuffer<byte>(bytes.Length + 1);
        using var content = new ByteArrayContent(bytes);

        var reading = ResponseBody.ReadAsync(content, 10_000, CancellationToken.None);
        Assert.True(reading.IsCompletedSuccessfully, "The test is about one thread.");
        using (await reading)
        {
            AssertHolds(Secret, buffer);
        }

        AssertCleared(buffer);
    }

    [Fact]
    public async Task Received_body_beyond_the_limit_is_cleared_to_its_last_byte()
    {
        var bytes = Encoding.UTF8.GetBytes(Secret + new string('x', 900));
        var buffer = NextBuffer<byte>(bytes.Length + 1);
        using var content = new ByteArrayContent(bytes);

        var reading = ResponseBody.ReadAsync(content, 1, CancellationToken.None);
        Assert.True(reading.IsCompletedSuccessfully, "The test is about one thread.");
        using (var body = await reading)
        {
            Assert.True(body.IsTooLarge);
            AssertHolds(Secret, buffer);
        }

        AssertCleared(buffer);
    }

    [Fact]
    public void Every_pooled_buffer_of_the_library_comes_from_the_pool_that_clears()
    {
        var folder = Repository.PathOf("src", "GenAuth");
        var users = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(Path.GetRelativePath(folder, file), @"^(bin|obj)\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Where(file => File.ReadAllText(file) is var source && (source.Contains("ArrayPool<", StringComparison.Ordinal) || source.Contains("MemoryPool<", StringComparison.Ordinal)))
            .Select(Path.GetFileName);

        Assert.Equal(["ClearedPool.cs"], users);
    }

    /// <summary>The buffer that this thread rents next for this size.</summary>
    private static T[] NextBuffer<T>(int size)
    {
        var buffer = ArrayPool<T>.Shared.Rent(size);
        ArrayPool<T>.Shared.Return(buffer, clearArray: true);
        return buffer;
    }

    private static void AssertHolds(string text, char[] buffer) => Assert.Equal(text, new string(buffer, 0, text.Length));

    private static void AssertHolds(string text, byte[] buffer) => Assert.Equal(text, Encoding.UTF8.GetString(buffer, 0, text.Length));

    private static void AssertCleared<T>(T[] buffer)
        where T : struct => Assert.All(buffer, item => Assert.Equal(default, item));
}
