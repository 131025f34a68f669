using System.Reflection;
using CsCheck;
using GenAuth.Serialization;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace GenAuth.Tests.Json;

public sealed class ExplicitNullProperties
{
    /// <summary>One test for all types, because the overhead of a case for each would exceed the test itself.</summary>
    public static TheoryData<char> Letters => [.. ModelTypes.Dtos.Select(dto => dto.Name[0]).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Letters))]
    public void Any_nullable_members_are_written_as_null_and_read_back_equal(char letter) => ForEach(letter, dto =>
    {
        var nullable = Properties(dto).Where(property => IsNullable(property.Property)).ToList();
        Gen.Select(AnyModel.JsonOf(dto), Gen.Bool.Array[nullable.Count]).Sample(
            (json, chosen) =>
            {
                var nulls = nullable.Where((_, index) => chosen[index]).ToList();
                var model = (ExtensibleObject)JsonConvert.DeserializeObject(AnyJson.Write(json), dto)!;
                var expected = (JObject)json.DeepClone();
                foreach (var (property, name) in nulls)
                {
                    model.SetNull(property.Name);
                    expected[name] = JValue.CreateNull();
                }

                var written = Contract.Write(model);

                Assert.True(JToken.DeepEquals(expected, Contract.Parse(written)), $"expected: {expected}\nwritten:  {written}");
                Assert.All(nulls, member => Assert.True(model.IsNull(member.Property.Name) && member.Property.GetValue(model) is null));
                foreach (var read in new[] { GenAuthJson.Read(System.Text.Encoding.UTF8.GetBytes(written), dto), JsonConvert.DeserializeObject(written, dto), JsonSerializer.Deserialize(written, dto) })
                {
                    Assert.Equal(written, Contract.Write(read!));
                    Assert.All(nulls, member => Assert.True(((ExtensibleObject)read!).IsNull(member.Property.Name)));
                }
            },
            iter: 3, threads: 1);
    });

    [Theory]
    [MemberData(nameof(Letters))]
    public void Every_property_is_known_by_its_name_and_refused_if_it_cannot_be_null(char letter) => ForEach(letter, dto =>
    {
        foreach (var (property, name) in Properties(dto))
        {
            var model = (ExtensibleObject)Activator.CreateInstance(dto)!;
            if (IsNullable(property))
            {
                model.SetNull(property.Name);
                Assert.Equal(JTokenType.Null, Contract.Parse(Contract.Write(model))[name]?.Type);
            }
            else
            {
                Assert.Throws<ArgumentException>(() => model.SetNull(property.Name));
                Assert.False(model.IsNull(property.Name));
            }
        }
    });

    private static void ForEach(char letter, Action<Type> check) => Parallel.ForEach(ModelTypes.Dtos.Where(dto => dto.Name[0] == letter), check);

    private static IEnumerable<(PropertyInfo Property, string Name)> Properties(Type dto) =>
        from property in dto.GetProperties()
        let wire = property.GetCustomAttribute<JsonPropertyAttribute>()
        where wire is not null
        select (property, wire.PropertyName!);

    private static bool IsNullable(PropertyInfo property) => new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
}
