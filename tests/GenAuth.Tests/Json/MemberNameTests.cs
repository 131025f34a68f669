using System.Text;
using CsCheck;
using GenAuth.Models;
using GenAuth.Serialization;

namespace GenAuth.Tests.Json;

/// <summary>Member names are compared as bytes, which must never match another name.</summary>
public sealed class MemberNameTests
{
    private static readonly ModelMembers Members = ModelMembers.Get(new SignInByMobileDto());

    private static readonly string[] Names = [.. WireWriter.MembersOf(new SignInByMobileDto()).Select(member => member.Name)];

    /// <summary>Unknown names, some of them similar to known ones.</summary>
    private static readonly Gen<string> Strange =
        Gen.OneOf(Gen.OneOf(string.Empty, " ", "connection ", "connectio", "xconnection", "client_ıd", new string('n', 5_000)), Gen.String).Where(name => !IsDeclared(name));

    [Fact]
    public void Member_names_are_the_wire_names() => Assert.Equal(ModelTypes.Members(typeof(SignInByMobileDto)).Select(member => member.Name).Order(), Names.Order());

    [Fact]
    public void Every_name_is_found_in_any_order() => Gen.Select(
        Gen.Shuffle(Names), Strange.Array[Names.Length], Gen.Bool.Array[Names.Length]).Sample((names, strange, isUpper) =>
    {
        // The second reading uses the learned order, which the next sample changes.
        foreach (var turn in Enumerable.Range(0, 2))
        {
            var previous = ModelMembers.Unknown;
            for (var index = 0; index < names.Length; index++)
            {
                Assert.Equal(ModelMembers.Unknown, Find(Members, strange[index], previous));
                previous = Find(Members, isUpper[index] ? names[index].ToUpperInvariant() : names[index], previous);
                Assert.Equal(names[index], Members[previous]);
            }
        }
    });

    [Fact]
    public void Exact_spelling_takes_precedence_over_another_case()
    {
        var members = ModelMembers.Get(new Cased());

        Assert.Equal("name", Found("name"));
        Assert.Equal("NAME", Found("NAME"));
        Assert.Equal("name", Found("Name"));

        string Found(string name) => members[Find(members, name, ModelMembers.Unknown)];
    }

    [Fact]
    public void Type_without_members_finds_no_name()
    {
        var members = ModelMembers.Get(new Memberless());

        Assert.All(["", "name"], name => Assert.Equal(ModelMembers.Unknown, Find(members, name, ModelMembers.Unknown)));
    }

    [Fact]
    public async Task Concurrent_lookups_find_the_same_members()
    {
        var members = ModelMembers.Get(new Shared());
        string[] names = [.. WireWriter.MembersOf(new Shared()).Select(member => member.Name)];
        using var start = new Barrier(4);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(reader => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                var order = (reader % 2 == 0 ? names : names.Reverse()).Append("strange").ToArray();
                for (var turn = 0; turn < 20_000; turn++)
                {
                    var previous = ModelMembers.Unknown;
                    foreach (var name in order)
                    {
                        previous = Find(members, name, previous);
                        Assert.Equal(Array.IndexOf(names, name), previous);
                    }
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }

    private static bool IsDeclared(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static int Find(ModelMembers members, string name, int previous) => members.Find(Encoding.UTF8.GetBytes(name), previous, out _);

    private sealed class Memberless : ExtensibleObject;

    private sealed class Cased : ExtensibleObject
    {
        internal override void WriteDeclared(WireWriter writer)
        {
            writer.Add("name", (string?)null);
            writer.Add("NAME", (string?)null);
        }
    }

    private sealed class Shared : ExtensibleObject
    {
        internal override void WriteDeclared(WireWriter writer)
        {
            foreach (var name in Enumerable.Range(0, 20))
            {
                writer.Add($"name{name}", (string?)null);
            }
        }
    }
}
