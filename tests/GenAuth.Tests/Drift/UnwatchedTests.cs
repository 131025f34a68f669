using System.Text;
using GenAuth.Drift;
using GenAuth.Models;
using GenAuth.Serialization;
using static GenAuth.Tests.Drift.DriftCalls;

namespace GenAuth.Tests.Drift;

/// <summary>What nobody asks for costs nothing.</summary>
public sealed class UnwatchedTests
{
    [Fact]
    public void Only_a_watched_one_pays()
    {
        var answer = Encoding.UTF8.GetBytes(Page(User, User));

        Assert.True(Allocated(answer, null) < Allocated(answer, new SchemaDriftRecorder("op")));
    }

    /// <summary>The least of some readings: the others made what is made once, or found no buffer to borrow.</summary>
    private static long Allocated(byte[] json, SchemaDriftRecorder? notes) => Enumerable.Range(0, 5).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(json, notes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    private static void Read(byte[] json, SchemaDriftRecorder? notes) => GenAuthJson.Read<UserPaginatedRespDto>(json, notes);
}
