using System.Reflection;

namespace GenAuth.Tests.Conventions;

public sealed class TypeTests
{
    private static IEnumerable<Type> Models => PublicSurface.Types.Where(type => type.Namespace == "GenAuth.Models");

    [Fact]
    public void Every_enum_of_the_API_is_an_extensible_enum() => Assert.All(Models, type => Assert.False(type.IsEnum, type.Name));

    [Fact]
    public void Model_type_is_a_class_or_an_extensible_enum() => Assert.All(Models, type => Assert.True(
        type.IsClass || (type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IExtensibleEnum<>))),
        type.Name));

    [Fact]
    public void Model_type_has_a_constructor_and_settable_members()
    {
        var classes = Models.Where(type => type.IsClass).ToList();
        var readOnly = classes.SelectMany(type => type.GetProperties()).Where(property => property.SetMethod is not { IsPublic: true });

        Assert.NotEmpty(classes);
        Assert.All(classes, type => Assert.NotNull(type.GetConstructor(Type.EmptyTypes)));
        Assert.All(readOnly, property => Assert.Equal("AdditionalProperties", property.Name));
    }

    [Fact]
    public void Every_model_class_keeps_unknown_members() =>
        Assert.All(Models.Where(type => type.IsClass), type => Assert.NotNull(type.GetProperty("AdditionalProperties")));

    [Fact]
    public void Members_are_whole_numbers_except_listed_fractions()
    {
        Type[] inexact = [typeof(double), typeof(float)];

        // Coordinates, scores, percentages and the bounds of number fields: the document's own list of fractions.
        string[] fractions = ["Min", "Max", "Lon", "Lat", "SecurityScore", "LastSyncRate"];

        Assert.All(
            PublicSurface.Members.Where(member => member is not PropertyInfo || !fractions.Contains(member.Name)),
            member => Assert.Empty(PublicSurface.TypesIn(member).Intersect(inexact)));
    }

    [Fact]
    public void Static_fields_are_read_only()
    {
        Assert.All(
            PublicSurface.Members.OfType<FieldInfo>().Where(field => field.IsStatic),
            field => Assert.True(field.IsInitOnly || field.IsLiteral, $"{field.DeclaringType}.{field.Name}"));
        Assert.All(
            PublicSurface.Members.OfType<PropertyInfo>().Where(property => property.GetAccessors(nonPublic: true).Any(accessor => accessor.IsStatic)),
            property => Assert.Null(property.SetMethod));
    }

    [Fact]
    public void Public_classes_except_listed_ones_are_sealed()
    {
        Type[] open = [typeof(GenAuthException), typeof(GenAuthApiException), typeof(ExtensibleObject), typeof(GenAuthClientOptions), typeof(AsyncPageable<>)];

        // Models are partial classes; the other classes are not designed for inheritance.
        Assert.All(
            PublicSurface.Types.Where(type => type.IsClass && type.Namespace != "GenAuth.Models" && !open.Contains(type)),
            type => Assert.True(type.IsSealed, type.Name));
    }

    [Fact]
    public void Every_exception_derives_from_GenAuthException_and_has_its_prefix()
    {
        var exceptions = PublicSurface.Types.Where(typeof(Exception).IsAssignableFrom).ToList();

        Assert.True(exceptions.Count > 10);
        Assert.All(exceptions, type => Assert.True(typeof(GenAuthException).IsAssignableFrom(type), type.Name));
        Assert.All(exceptions, type => Assert.Matches("^GenAuth[A-Za-z]*Exception$", type.Name));
    }
}
