using GenAuth.Json;
using GenAuth.Models;
using static GenAuth.Tests.Drift.DriftCalls;

namespace GenAuth.Tests.Drift;

/// <summary>What nobody asks for costs nothing.</summary>
public sealed class UnwatchedTests
{
    [Fact]
    public void Only_a_watched_one_pays()
    {
        var answer = Page(User, User);

        Assert.True(Allocated(answer, null) < Allocated(answer, new DriftNotes("op")));
    }

    [Fact]
    public void The_readers_themselves_have_no_room_for_it() =>
        Assert.DoesNotContain(
            Fields(typeof(ModelReader)).Concat(Fields(typeof(MemberNameTable))),
            field => field.FieldType == typeof(DriftNotes) || field.FieldType == typeof(DriftWatch));

    private static System.Reflection.FieldInfo[] Fields(Type type) =>
        type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.DeclaredOnly);

    /// <summary>The least of some readings: the others made what is made once, or found no buffer to borrow.</summary>
    private static long Allocated(string json, DriftNotes? notes) => Enumerable.Range(0, 5).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(json, notes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    private static void Read(string json, DriftNotes? notes)
    {
        using var text = new StringReader(json);
        GenAuthJson.Read<UserPaginatedRespDto>(text, notes);
    }
}
