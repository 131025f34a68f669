using System.Reflection;

namespace GenAuth.Tests.Conventions;

public sealed class TypeTests
{
    private static IEnumerable<Type> Models => PublicSurface.Types.Where(type => type.Namespace == "GenAuth.Models");

    [Fact]
    public void A_set_of_wire_values_is_open() => Assert.All(Models, type => Assert.False(type.IsEnum, type.Name));

    [Fact]
    public void A_model_is_a_plain_class_or_an_open_value() => Assert.All(Models, type => Assert.True(
        type.IsClass || (type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IExtensibleEnum<>))),
        type.Name));

    [Fact]
    public void A_model_can_be_made_and_every_member_of_it_set()
    {
        var classes = Models.Where(type => type.IsClass).ToList();
        var readOnly = classes.SelectMany(type => type.GetProperties()).Where(property => property.SetMethod is not { IsPublic: true });

        Assert.NotEmpty(classes);
        Assert.All(classes, type => Assert.NotNull(type.GetConstructor(Type.EmptyTypes)));
        Assert.All(readOnly, property => Assert.Equal("AdditionalProperties", property.Name));
    }

    [Fact]
    public void Every_model_class_keeps_the_members_that_it_does_not_know() =>
        Assert.All(Models.Where(type => type.IsClass), type => Assert.NotNull(type.GetProperty("AdditionalProperties")));

    [Fact]
    public void No_number_is_of_limited_precision_but_a_few_fractions()
    {
        Type[] inexact = [typeof(double), typeof(float)];

        // Coordinates, scores, percentages and the bounds of number fields: the document's own list of fractions.
        string[] fractions = ["Min", "Max", "Lon", "Lat", "SecurityScore", "LastSyncRate"];

        Assert.All(
            PublicSurface.Members.Where(member => member is not PropertyInfo || !fractions.Contains(member.Name)),
            member => Assert.Empty(PublicSurface.TypesIn(member).Intersect(inexact)));
    }

    [Fact]
    public void Nothing_static_can_be_changed()
    {
        Assert.All(
            PublicSurface.Members.OfType<FieldInfo>().Where(field => field.IsStatic),
            field => Assert.True(field.IsInitOnly || field.IsLiteral, $"{field.DeclaringType}.{field.Name}"));
        Assert.All(
            PublicSurface.Members.OfType<PropertyInfo>().Where(property => property.GetAccessors(nonPublic: true).Any(accessor => accessor.IsStatic)),
            property => Assert.Null(property.SetMethod));
    }

    [Fact]
    public void Classes_that_nobody_should_derive_from_are_sealed()
    {
        Type[] open = [typeof(GenAuthException), typeof(GenAuthApiException), typeof(ExtensibleObject), typeof(GenAuthClientOptions), typeof(AsyncPageable<>)];

        // Models are partial and plain; the rest of the library is not made to be overridden.
        Assert.All(
            PublicSurface.Types.Where(type => type.IsClass && type.Namespace != "GenAuth.Models" && !open.Contains(type)),
            type => Assert.True(type.IsSealed, type.Name));
    }

    [Fact]
    public void Every_exception_derives_from_the_one_of_the_sdk_and_is_named_like_it()
    {
        var exceptions = PublicSurface.Types.Where(typeof(Exception).IsAssignableFrom).ToList();

        Assert.True(exceptions.Count > 10);
        Assert.All(exceptions, type => Assert.True(typeof(GenAuthException).IsAssignableFrom(type), type.Name));
        Assert.All(exceptions, type => Assert.Matches("^GenAuth[A-Za-z]*Exception$", type.Name));
    }
}
