namespace GenAuth.ContractTests.Server;

/// <summary>Clients of the kind a program would make, pointed at a server of the test.</summary>
public static class TestClient
{
    public const string AppId = "60e043f8cd91b87d712b6365";
    public const string AppSecret = "9aec5dde:wx/f1+2a=";
    public const string Connection = "my-alipay";
    public const string Code = "1660291866076";

    public static AuthenticationClientOptions Options(string url, Action<AuthenticationClientOptions>? configure = null)
    {
        var options = new AuthenticationClientOptions
        {
            AppId = AppId,
            AppSecret = AppSecret,
            AppHost = url,
            // Only a hanging call may reach it, however busy the machine is.
            Timeout = TimeSpan.FromMinutes(2),
            AttemptTimeout = TimeSpan.FromMinutes(2),
            // One attempt for each call, so that what the server sees is what the test did.
            Retry = { MaxRetries = 0 },
        };
        configure?.Invoke(options);
        return options;
    }
}
