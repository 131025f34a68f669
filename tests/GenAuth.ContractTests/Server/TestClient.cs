namespace GenAuth.ContractTests.Server;

/// <summary>Clients as a program creates them, for a server of the test.</summary>
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
            // Long enough that only a hanging call reaches it, even on a busy machine.
            Timeout = TimeSpan.FromMinutes(2),
            AttemptTimeout = TimeSpan.FromMinutes(2),
            // One attempt for each call, so that the server receives one request for each call.
            Retry = { MaxRetries = 0 },
        };
        configure?.Invoke(options);
        return options;
    }
}
