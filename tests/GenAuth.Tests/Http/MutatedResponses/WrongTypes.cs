using System.Numerics;
using CsCheck;
using GenAuth.Tests.Drift;
using Newtonsoft.Json.Linq;
using ModelTypes = GenAuth.Tests.Json.ModelTypes;

namespace GenAuth.Tests.Http.MutatedResponses;

/// <summary>Plants values of another type than documented anywhere below the data of a response.</summary>
internal static class WrongTypes
{
    /// <summary>The response types with typed data.</summary>
    public static IReadOnlyList<Type> Responses { get; } =
        [.. ModelTypes.Dtos.Where(dto => typeof(IApiResponse).IsAssignableFrom(dto) && DataOf(dto) is not null)];

    private static readonly Gen<JToken> NoScalar = Gen.OneOf<JToken>(
        Gen.Const(JToken () => new JObject()), Gen.Const(JToken () => new JArray()),
        Gen.Const(JToken () => new JObject { ["code"] = "x", ["name"] = new JArray(1, JValue.CreateNull()) }), Gen.Const(JToken () => new JArray("a", new JObject { ["b"] = 1.5 })));

    private static readonly Gen<JToken> NoNumber = Gen.OneOf<JToken>(
        NoScalar, Gen.OneOf("soon", "", "1x", "NaN", "--1").Select(JToken (text) => new JValue(text)), Gen.Bool.Select(JToken (flag) => new JValue(flag)));

    private static readonly Gen<JToken> NoLong = Gen.OneOf<JToken>(
        NoNumber, Gen.OneOf("1.5", "1e30", "9223372036854775808").Select(JToken (text) => new JValue(text)), Gen.OneOf(1.5, -0.25, 1e30).Select(JToken (number) => new JValue(number)),
        Gen.Const(JToken () => new JValue(BigInteger.Pow(10, 30))));

    private static readonly Gen<JToken> NoInt = Gen.OneOf<JToken>(
        NoLong, Gen.Long[1_669_000_000_000, 1_900_000_000_000].Select(JToken (time) => new JValue(time)), Gen.Const(JToken () => new JValue("-2147483649")));

    private static readonly Gen<JToken> NoFlag = Gen.OneOf<JToken>(
        NoScalar, Gen.OneOf("perhaps", "", "2").Select(JToken (text) => new JValue(text)), Gen.OneOf(7.0, -1.0, 0.5).Select(JToken (number) => new JValue(number)), Gen.Const(JToken () => new JValue(2)));

    private static readonly Gen<JToken> NoInstant = Gen.OneOf<JToken>(
        NoScalar, Gen.OneOf("2022-08-09 11:59:46", "2022-08-09", "2022-08-09T11:59:46", "2022-02-30T11:59:46Z", "2022-08-09T11:59:46+0800", "1660017586000", "", "yesterday").Select(JToken (text) => new JValue(text)), Gen.Const(JToken () => new JValue(1660017586000)), Gen.Const(JToken () => new JValue(true)));

    private static readonly Gen<JToken> NoContainer = Gen.OneOf<JToken>(
        Gen.OneOf("text", "", "[]", "{}").Select(JToken (text) => new JValue(text)), Gen.Int.Select(JToken (number) => new JValue(number)), Gen.Bool.Select(JToken (flag) => new JValue(flag)));

    private static readonly Gen<JToken> NoObject = Gen.OneOf<JToken>(NoContainer, Gen.Const(JToken () => new JArray(new JObject())));

    private static readonly Gen<JToken> NoList = Gen.OneOf<JToken>(NoContainer, Gen.Const(JToken () => new JObject { ["0"] = "a" }));

    private static readonly Gen<Unreadable> Plant = Gen.Select(
        Gen.Int[0, int.MaxValue - 1], Gen.Select(NoScalar, NoInt, NoLong), Gen.Select(NoNumber, NoFlag, NoInstant), Gen.Select(NoObject, NoList),
        (choice, whole, others, containers) => new Unreadable(choice, whole.Item1, whole.Item2, whole.Item3, others.Item1, others.Item2, others.Item3, containers.Item1, containers.Item2));

    /// <summary>A response with one to four planted values, and the differences from the document that are to be reported.</summary>
    public static Gen<(Type Type, JObject Body, SchemaDrift[] Expected)> Planted { get; } = Gen.Select(
        Gen.OneOf(Responses.ToArray()), Gen.Int, Plant.Array[1, 4])
        .Select((type, start, plants) =>
        {
            var body = new FullModel(start).Create(type);
            (body["statusCode"], body["apiCode"]) = (200, body.ContainsKey("apiCode") ? 0 : null);
            if (body["apiCode"]?.Type == JTokenType.Null)
            {
                body.Remove("apiCode");
            }

            foreach (var plant in plants)
            {
                var places = PlacesBelowData(body, type).ToList();
                if (places.Count > 0)
                {
                    var place = places[plant.Choice % places.Count];
                    place.Put(plant.For(place.Type));
                }
            }

            return (type, body, Differences(body, type).Distinct().ToArray());
        });

    private static Type? DataOf(Type response) => ModelTypes.Members(response).Where(member => member.Name == "data").Select(member => member.Type).FirstOrDefault() is { } data
        && (DocumentedType.In(data) is not null || DocumentedType.ItemOf(data) is not null) ? data : null;

    private static IEnumerable<Place> PlacesBelowData(JObject body, Type response) => PlacesIn(body["data"]!, DataOf(response)!, response, "data");

    /// <summary>All locations inside of a value.</summary>
    private static IEnumerable<Place> PlacesIn(JToken value, Type type, Type owner, string member)
    {
        if (value is JArray list && DocumentedType.ItemOf(type) is { } item)
        {
            return item == typeof(JToken) ? [] : list.SelectMany(one => PlacesIn(one, item, owner, member).Prepend(new(one, item, owner, member)));
        }

        return value is JObject json && DocumentedType.In(type) == type
            ? ModelTypes.Members(type).Where(one => one.Type != typeof(JToken) && json.ContainsKey(one.Name))
                .SelectMany(one => PlacesIn(json[one.Name]!, one.Type, type, one.Name).Prepend(new(json[one.Name]!, one.Type, type, one.Name)))
            : [];
    }

    /// <summary>The planted values that are left: a later one may have replaced an earlier one.</summary>
    private static IEnumerable<SchemaDrift> Differences(JObject body, Type response) => PlacesBelowData(body, response)
        .Where(place => place.Value.Annotation<Planting>() is not null)
        .Select(place => new SchemaDrift(SchemaDriftKind.WrongType, "custom") { Type = place.Owner.Name, Member = place.Member });

    private sealed class Planting;

    /// <summary>Where a value is planted, and a value for each documented type that cannot be read as that type.</summary>
    private sealed record Unreadable(int Choice, JToken Text, JToken Int, JToken Long, JToken Double, JToken Flag, JToken Instant, JToken Model, JToken List)
    {
        public JToken For(Type documented) => (Nullable.GetUnderlyingType(documented) ?? documented) switch
        {
            var one when one == typeof(string) || typeof(IExtensibleEnum<string>).IsAssignableFrom(one) => Text,
            var one when one == typeof(int) || typeof(IExtensibleEnum<int>).IsAssignableFrom(one) => Int,
            var one when one == typeof(long) => Long,
            var one when one == typeof(double) => Double,
            var one when one == typeof(bool) => Flag,
            var one when one == typeof(DateTimeOffset) => Instant,
            var one when DocumentedType.ItemOf(one) is not null => List,
            _ => Model,
        };
    }

    private sealed record Place(JToken Value, Type Type, Type Owner, string Member)
    {
        public void Put(JToken value)
        {
            var planted = value.DeepClone();
            planted.AddAnnotation(new Planting());
            Value.Replace(planted);
        }
    }
}
