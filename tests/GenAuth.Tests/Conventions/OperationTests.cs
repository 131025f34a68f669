using System.Reflection;

namespace GenAuth.Tests.Conventions;

public sealed class OperationTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly MethodInfo[] OnInterface = typeof(IAuthenticationClient).GetMethods();

    public static TheoryData<string> Operations => [.. OnInterface.Select(method => method.Name).Where(name => name != nameof(IAuthenticationClient.WithAccessToken))];

    [Fact]
    public void What_the_class_does_is_on_its_interface()
    {
        var onClass = typeof(AuthenticationClient)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition() == method);

        // WithAccessToken is on both, but on the class it returns the class.
        Assert.Equal(
            OnInterface.Where(method => method.Name != nameof(IAuthenticationClient.WithAccessToken)).Select(Signature).Order(),
            onClass.Where(method => method.Name != nameof(AuthenticationClient.WithAccessToken)).Select(Signature).Order());
    }

    [Fact]
    public void A_view_for_a_user_is_of_its_makers_kind()
    {
        Assert.Equal(typeof(AuthenticationClient), typeof(AuthenticationClient).GetMethod(nameof(AuthenticationClient.WithAccessToken))?.ReturnType);
        Assert.Equal(typeof(IAuthenticationClient), typeof(IAuthenticationClient).GetMethod(nameof(IAuthenticationClient.WithAccessToken))?.ReturnType);
    }

    [Fact]
    public void There_are_operations() => Assert.True(Operations.Count >= 4);

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operations_name_ends_with_Async(string operation) => Assert.EndsWith("Async", operation, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_is_a_task_with_a_result(string operation) => Assert.All(
        Methods(operation),
        method => Assert.Equal(typeof(Task<>), method.ReturnType.IsGenericType ? method.ReturnType.GetGenericTypeDefinition() : method.ReturnType));

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_ends_with_the_calls_settings_and_the_token_to_cancel_it_both_optional(string operation) => Assert.All(Methods(operation), method =>
    {
        var last = method.GetParameters()[^2..];

        Assert.Equal([typeof(RequestOptions), typeof(CancellationToken)], last.Select(parameter => parameter.ParameterType));
        Assert.Equal(["requestOptions", "cancellationToken"], last.Select(parameter => parameter.Name));
        Assert.All(last, parameter => Assert.True(parameter.IsOptional));
        Assert.All(last, parameter => Assert.Null(parameter.DefaultValue));
        Assert.Equal(NullabilityState.Nullable, Nullability.Create(last[0]).ReadState);
    });

    private static IEnumerable<MethodInfo> Methods(string operation) => OnInterface
        .Concat(typeof(AuthenticationClient).GetMethods())
        .Where(method => method.Name == operation);

    private static string Signature(MethodInfo method) =>
        $"{method.ReturnType} {method.Name}({string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.ParameterType} {parameter.Name} {parameter.IsOptional}"))})";
}
