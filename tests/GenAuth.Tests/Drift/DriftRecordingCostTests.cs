using System.Text;
using GenAuth.Drift;
using GenAuth.Models;
using GenAuth.Serialization;
using static GenAuth.Tests.Drift.DriftCalls;

namespace GenAuth.Tests.Drift;

/// <summary>The cost of recording drift.</summary>
public sealed class DriftRecordingCostTests
{
    [Fact]
    public void Response_without_drift_recording_allocates_less()
    {
        var response = Encoding.UTF8.GetBytes(Page(User, User));

        Assert.True(Allocated(response, null) < Allocated(response, new SchemaDriftRecorder("op")));
    }

    /// <summary>The minimum of several readings: the others create cached objects or find no pooled buffer.</summary>
    private static long Allocated(byte[] json, SchemaDriftRecorder? notes) => Enumerable.Range(0, 5).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(json, notes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    private static void Read(byte[] json, SchemaDriftRecorder? notes) => GenAuthJson.Read<UserPaginatedRespDto>(json, notes);
}
