using GenAuth.Tests.Support;

namespace GenAuth.Tests.Authentication;

public sealed class OptionsValidationTests
{
    public static TheoryData<string, Action<AuthenticationClientOptions>> Mistakes => new()
    {
        { "AppId is empty. Set it to the application's ID", options => options.AppId = null! },
        { "AppId is empty. Set it to the application's ID", options => options.AppId = "" },
        { "AppId is empty. Set it to the application's ID", options => options.AppId = "  " },
        { "AppId holds a line break or another character that a header cannot carry", options => options.AppId = "app\r\nx-forged: 1" },
        { "AppHost is empty. Set it to the authentication address", options => options.AppHost = null! },
        { "AppHost is empty. Set it to the authentication address", options => options.AppHost = "" },
        { "AppHost is not an absolute address", options => options.AppHost = "/api" },
        { "AppHost is plain http to another machine", options => options.AppHost = "http://example.genauth.ai" },
        { "AppSecret is blank. Set the application's secret, or leave it null", options => options.AppSecret = "" },
        { "AppSecret is blank. Set the application's secret, or leave it null", options => options.AppSecret = " " },
        { "AccessToken is empty or holds a blank", options => options.AccessToken = "" },
        { "AccessToken is empty or holds a blank", options => options.AccessToken = "Bearer hunter2" },
        { "AccessToken is empty or holds a blank", options => options.AccessToken = "hunter2\r\n" },
        { "Language holds a line break", options => options.Language = "en\nx-forged: 1" },
        { "TenantId holds a line break", options => options.TenantId = "tenant\n" },
        { "TokenEndpointAuthMethod is not a defined value. Use ClientSecretPost", options => options.TokenEndpointAuthMethod = (TokenEndpointAuthMethod)7 },
        { "Edition is not a defined value. Use GenAuth or Authing", options => options.Edition = (Edition)7 },
        { "Timeout must be greater than zero", options => options.Timeout = TimeSpan.Zero },
        { "Timeout must be greater than zero", options => options.Timeout = TimeSpan.FromSeconds(-1) },
        { "Timeout must be greater than zero and at most 2147483647 ms", options => options.Timeout = TimeSpan.MaxValue },
        { "MaxResponseBytes must be between 1 and 2147483647", options => options.MaxResponseBytes = 0 },
        { "MaxResponseValues must be at least 1", options => options.MaxResponseValues = 0 },
        { "MaxResponseBytes must be between 1 and 2147483647", options => options.MaxResponseBytes = int.MaxValue + 1L },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Invalid_setting_is_refused_with_its_name_and_remedy(string message, Action<AuthenticationClientOptions> mistake)
    {
        var options = Clients.Options(mistake);

        var exception = Assert.Throws<ArgumentException>(nameof(options), () => new AuthenticationClient(options));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_invalid_settings_are_reported_at_once()
    {
        var exception = Assert.Throws<ArgumentException>(() => new AuthenticationClient(new AuthenticationClientOptions { Timeout = TimeSpan.Zero }));

        Assert.Contains("AppId is empty", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AppHost is empty", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Timeout must be", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AppId_and_AppHost_are_sufficient() =>
        Assert.NotNull(new AuthenticationClient(new AuthenticationClientOptions { AppId = "app", AppHost = "example.genauth.ai" }));

    [Fact]
    public void MaxResponseBytes_may_be_the_maximum_array_size() =>
        Assert.NotNull(new AuthenticationClient(Clients.Options(options => options.MaxResponseBytes = int.MaxValue)));

    [Fact]
    public void Empty_optional_settings_are_treated_as_unset() =>
        Assert.NotNull(new AuthenticationClient(Clients.Options(options => (options.Language, options.TenantId) = ("", ""))));

    [Fact]
    public void Missing_arguments_are_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("options", () => new AuthenticationClient(null!));
        Assert.Throws<ArgumentNullException>("httpClient", () => new AuthenticationClient(Clients.Options(), (HttpClient)null!));
    }
}
