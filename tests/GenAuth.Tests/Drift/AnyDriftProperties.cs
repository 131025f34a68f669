using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using CsCheck;
using GenAuth.Drift;
using GenAuth.Serialization;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;
using ModelTypes = GenAuth.Tests.Json.ModelTypes;

namespace GenAuth.Tests.Drift;

/// <summary>Whatever the type: what the document describes is no drift, and what is changed is found exactly.</summary>
public sealed class AnyDriftProperties
{
    private const string Unknown = "memberOfTomorrow";

    private static readonly ConcurrentDictionary<Type, Func<string, IEnumerable<SchemaDrift>>> Readers = new();

    /// <summary>A test case for each type would take longer than what it tests.</summary>
    public static TheoryData<char> Letters => [.. ModelTypes.Dtos.Select(Letter).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_documented_answer_has_none(char letter) =>
        ForEach(letter, dto => Gen.Int.Sample(start => AssertDrifts(dto, new FullModel(start).Of(dto), []), iter: 10, threads: 1));

    [Theory]
    [MemberData(nameof(Letters))]
    public void One_without_a_member_lacks_it_if_it_is_required(char letter) => ForEach(letter, dto => Changed(dto, (json, type, choice) =>
    {
        var member = Any(json, choice);
        json.Remove(member);
        return DocumentedType.Required(type).Contains(member) ? [Drift(SchemaDriftKind.MissingRequiredMember, type, member)] : [];
    }));

    [Theory]
    [MemberData(nameof(Letters))]
    public void One_with_another_member_has_an_unknown_one(char letter) => ForEach(letter, dto => Changed(dto, (json, type, _) =>
    {
        json.AddFirst(new JProperty(Unknown, new JObject { ["userId"] = 1 }));
        return [Drift(SchemaDriftKind.UnknownMember, type, Unknown)];
    }));

    [Theory]
    [MemberData(nameof(Letters))]
    public void One_with_a_renamed_member_has_both(char letter) => ForEach(letter, dto => Changed(dto, (json, type, choice) =>
    {
        var member = Any(json, choice);
        json.Property(member, StringComparison.Ordinal)!.Replace(new JProperty(Unknown, json[member]));
        return DocumentedType.Required(type).Contains(member)
            ? [Drift(SchemaDriftKind.UnknownMember, type, Unknown), Drift(SchemaDriftKind.MissingRequiredMember, type, member)]
            : [Drift(SchemaDriftKind.UnknownMember, type, Unknown)];
    }));

    [Theory]
    [MemberData(nameof(Letters))]
    public void One_with_an_unknown_value_has_that(char letter) => ForEach(letter, dto => Changed(dto, (json, type, choice) =>
    {
        var sets = ModelTypes.Members(type).Where(member => json.ContainsKey(member.Name) && IsSet(member.Type)).ToList();
        if (sets.Count == 0)
        {
            return [];
        }

        var (name, set) = sets[choice % sets.Count];
        JToken value = typeof(IExtensibleEnum<int>).IsAssignableFrom(Nullable.GetUnderlyingType(set) ?? set) ? 987654 : "value of tomorrow";
        json[name] = DocumentedType.ItemOf(set) is null ? value : new JArray(value);
        return [Drift(SchemaDriftKind.UnknownEnumValue, type, name)];
    }));

    /// <summary>Changes one object of a document, wherever it is in it.</summary>
    /// <param name="dto">The document's type.</param>
    /// <param name="change">Changes the object, and says what is to be found; told a number to choose by.</param>
    private static void Changed(Type dto, Func<JObject, Type, int, SchemaDrift[]> change) => Gen.Select(Gen.Int, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample(
        (start, place, choice) =>
        {
            var json = new FullModel(start).Of(dto);
            var objects = DocumentedType.Objects(json, dto).Where(one => one.Json.Count > 0).ToList();
            if (objects.Count > 0)
            {
                var (inner, type) = objects[place % objects.Count];
                AssertDrifts(dto, json, change(inner, type, choice));
            }
        },
        iter: 10, threads: 1);

    private static void AssertDrifts(Type dto, JObject json, SchemaDrift[] expected)
    {
        var text = AnyJson.Write(json);
        var found = Readers.GetOrAdd(dto, MakeReader)(text).ToHashSet();
        Assert.True(found.SetEquals(expected), $"{dto.Name}: {text}\nfound:    {string.Join("; ", found)}\nexpected: {string.Join<SchemaDrift>("; ", expected)}");
    }

    private static Func<string, IEnumerable<SchemaDrift>> MakeReader(Type dto) => typeof(AnyDriftProperties)
        .GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(dto).CreateDelegate<Func<string, IEnumerable<SchemaDrift>>>();

    private static IEnumerable<SchemaDrift> Read<T>(string json)
    {
        var notes = new SchemaDriftRecorder("op");
        GenAuthJson.Read<T>(Encoding.UTF8.GetBytes(json), notes);
        return notes.All;
    }

    private static SchemaDrift Drift(SchemaDriftKind kind, Type type, string member) => new(kind, "op") { Type = type.Name, Member = member };

    private static string Any(JObject json, int choice) => json.Properties().ElementAt(choice % json.Count).Name;

    private static bool IsSet(Type type) => (DocumentedType.ItemOf(type) ?? Nullable.GetUnderlyingType(type) ?? type) is { IsValueType: true } set
        && set.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IExtensibleEnum<>));

    /// <summary>On all processors, because the cases of a class do not run beside each other.</summary>
    private static void ForEach(char letter, Action<Type> check) => Parallel.ForEach(ModelTypes.Dtos.Where(dto => Letter(dto) == letter), check);

    private static char Letter(Type dto) => dto.Name[0];
}
