using System.Reflection;
using GenAuth.Tests.Document;

namespace GenAuth.Tests.Conventions;

public sealed class OperationTests
{
    // Both have it, but on the class it returns the class.
    private const string View = nameof(IAuthenticationClient.WithAccessToken);

    private static readonly string[] Local = [View, nameof(IDisposable.Dispose), nameof(IManagementClient.ExplainSignature)];

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, Type> Clients = new()
    {
        [typeof(IAuthenticationClient)] = typeof(AuthenticationClient),
        [typeof(IManagementClient)] = typeof(ManagementClient),
    };

    private static IEnumerable<MethodInfo> Operations => Clients.SelectMany(pair => OnInterface(pair.Key).Concat(OnClass(pair.Value)));

    [Fact]
    public void Every_client_has_operations() => Assert.All(Clients.Keys, client => Assert.True(OnInterface(client).Count() > 100));

    [Fact]
    public void Every_public_method_of_a_client_is_on_its_interface() =>
        Assert.All(Clients, pair => Assert.Equal(OnInterface(pair.Key).Select(Signature).Order(), OnClass(pair.Value).Select(Signature).Order()));

    [Fact]
    public void User_client_has_the_type_of_its_client() =>
        Assert.All(new[] { typeof(IAuthenticationClient), typeof(AuthenticationClient) }, type => Assert.Equal(type, type.GetMethod(View)?.ReturnType));

    [Fact]
    public void Name_of_an_operation_ends_with_Async() => Check(method => method.Name.EndsWith("Async", StringComparison.Ordinal));

    [Fact]
    public void Operation_returns_a_task_with_a_result_and_a_paging_operation_an_AsyncPageable() => Check(method =>
        method.ReturnType.IsGenericType
        && method.ReturnType.GetGenericTypeDefinition() == (method.Name.EndsWith("AutoPagingAsync", StringComparison.Ordinal) ? typeof(AsyncPageable<>) : typeof(Task<>)));

    [Fact]
    public void Operation_ends_with_RequestOptions_and_CancellationToken() => Check(method => method.GetParameters() is
    [
        .., { Name: "requestOptions", ParameterType: var settings } one, { Name: "cancellationToken", ParameterType: var token },
    ] && settings == typeof(RequestOptions) && token == typeof(CancellationToken) && Nullability.Create(one).ReadState == NullabilityState.Nullable);

    [Fact]
    public void RequestOptions_and_CancellationToken_are_optional() => Check(method =>
        method.GetParameters()[^2..].All(parameter => parameter is { IsOptional: true, DefaultValue: null }));

    [Fact]
    public void AutoPaging_operation_has_the_parameters_of_its_operation() => Check(method =>
        !method.Name.EndsWith("AutoPagingAsync", StringComparison.Ordinal)
        || Parameters(method) == Parameters(method.DeclaringType!.GetMethod(method.Name.Replace("AutoPaging", string.Empty, StringComparison.Ordinal))!));

    private static void Check(Func<MethodInfo, bool> isWell) => Report.None(
        Operations.Where(method => !isWell(method)).Select(method => $"{method.DeclaringType!.Name}: {Signature(method)}"),
        "Correct the template or the hand-written method, so that all operations look alike.");

    /// <summary>The operations on the interface of a client and on those of its areas.</summary>
    private static IEnumerable<MethodInfo> OnInterface(Type client) => client.GetInterfaces().Prepend(client).SelectMany(type => type.GetMethods()).Where(IsOperation);

    private static IEnumerable<MethodInfo> OnClass(Type client) => client
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.GetBaseDefinition() == method && IsOperation(method));

    private static bool IsOperation(MethodInfo method) => !method.IsSpecialName && !Local.Contains(method.Name);

    private static string Signature(MethodInfo method) => $"{method.ReturnType} {method.Name}({Parameters(method)})";

    private static string Parameters(MethodInfo method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.ParameterType} {parameter.Name} {parameter.IsOptional}"));
}
