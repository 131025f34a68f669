using System.Reflection;

namespace GenAuth.Tests.Management;

public sealed class ManagementInterfaceTests
{
    [Fact]
    public void Both_clients_send_other_operations_alike() => Assert.Equal(
        SendMethods(typeof(IAuthenticationClient)),
        SendMethods(typeof(IManagementClient)));

    [Fact]
    public void Both_options_have_the_common_settings_with_the_same_defaults()
    {
        var authentication = new AuthenticationClientOptions();
        var management = new ManagementClientOptions();

        Assert.All(
            ["AllowInsecureHttp", "Edition", "Language", "TenantId", "Timeout", "AttemptTimeout", "MaxResponseBytes", "MaxResponseValues", "ResponseValidation"],
            name => Assert.Equal(
                typeof(AuthenticationClientOptions).GetProperty(name)!.GetValue(authentication),
                typeof(ManagementClientOptions).GetProperty(name)!.GetValue(management)));
    }

    private static IEnumerable<string> SendMethods(Type client) => client.GetMethods().Where(method => method.Name == "SendAsync").Select(Signature).Order(StringComparer.Ordinal);

    private static string Signature(MethodInfo method) =>
        $"{method.ReturnType} {method.Name}({string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.ParameterType} {parameter.Name} {parameter.IsOptional}"))})";
}
