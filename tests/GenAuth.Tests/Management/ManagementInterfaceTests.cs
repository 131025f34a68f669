using System.Reflection;

namespace GenAuth.Tests.Management;

public sealed class ManagementInterfaceTests
{
    [Fact]
    public void Custom_operations_are_sent_alike_by_both_clients() => Assert.Equal(
        SendMethods(typeof(IAuthenticationClient)),
        SendMethods(typeof(IManagementClient)));

    [Fact]
    public void Common_settings_of_both_options_have_the_same_defaults()
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
