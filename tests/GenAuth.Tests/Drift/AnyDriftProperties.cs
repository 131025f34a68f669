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

/// <summary>For every type, documented JSON is no drift, and a changed member is reported exactly.</summary>
public sealed class AnyDriftProperties
{
    private const string Unknown = "memberOfTomorrow";

    private static readonly ConcurrentDictionary<Type, Func<string, IEnumerable<SchemaDrift>>> Readers = new();

    /// <summary>One test for all types, because the overhead of a case for each would exceed the test itself.</summary>
    public static TheoryData<char> Letters => [.. ModelTypes.Dtos.Select(Letter).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Letters))]
    public void Documented_response_has_no_drift(char letter) =>
        ForEach(letter, dto => Gen.Int.Sample(start => AssertDrifts(dto, new FullModel(start).Create(dto), []), iter: 10, threads: 1));

    [Theory]
    [MemberData(nameof(Letters))]
    public void Response_without_a_required_member_reports_it(char letter) => ForEach(letter, dto => Changed(dto, (json, type, choice) =>
    {
        var member = Any(json, choice);
        json.Remove(member);
        return DocumentedType.Required(type).Contains(member) ? [Drift(SchemaDriftKind.MissingRequiredMember, type, member)] : [];
    }));

    [Theory]
    [MemberData(nameof(Letters))]
    public void Response_with_an_additional_member_reports_it(char letter) => ForEach(letter, dto => Changed(dto, (json, type, _) =>
    {
        json.AddFirst(new JProperty(Unknown, new JObject { ["userId"] = 1 }));
        return [Drift(SchemaDriftKind.UnknownMember, type, Unknown)];
    }));

    [Theory]
    [MemberData(nameof(Letters))]
    public void Response_with_a_renamed_member_reports_both_names(char letter) => ForEach(letter, dto => Changed(dto, (json, type, choice) =>
    {
        var member = Any(json, choice);
        json.Property(member, StringComparison.Ordinal)!.Replace(new JProperty(Unknown, json[member]));
        return DocumentedType.Required(type).Contains(member)
            ? [Drift(SchemaDriftKind.UnknownMember, type, Unknown), Drift(SchemaDriftKind.MissingRequiredMember, type, member)]
            : [Drift(SchemaDriftKind.UnknownMember, type, Unknown)];
    }));

    [Theory]
    [MemberData(nameof(Letters))]
    public void Response_with_an_unknown_value_reports_it(char letter) => ForEach(letter, dto => Changed(dto, (json, type, choice) =>
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

    /// <summary>Changes one object at any depth of a document.</summary>
    /// <param name="dto">The document's type.</param>
    /// <param name="change">Changes the object and returns the expected drift; its number selects the change.</param>
    private static void Changed(Type dto, Func<JObject, Type, int, SchemaDrift[]> change) => Gen.Select(Gen.Int, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample(
        (start, place, choice) =>
        {
            var json = new FullModel(start).Create(dto);
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

    /// <summary>Runs on all processors, because the cases of a class are not parallel.</summary>
    private static void ForEach(char letter, Action<Type> check) => Parallel.ForEach(ModelTypes.Dtos.Where(dto => Letter(dto) == letter), check);

    private static char Letter(Type dto) => dto.Name[0];
}
