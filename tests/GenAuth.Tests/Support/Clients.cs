namespace GenAuth.Tests.Support;

/// <summary>Clients that never reach a network.</summary>
internal static class Clients
{
    public static AuthenticationClientOptions Options(Action<AuthenticationClientOptions>? change = null)
    {
        var options = new AuthenticationClientOptions { AppId = "app", AppSecret = "hunter2", AppHost = "https://example.genauth.ai", Retry = { MaxRetries = 0 } };
        change?.Invoke(options);
        return options;
    }

    public static AuthenticationClient Create(StubHandler handler, Action<AuthenticationClientOptions>? change = null) =>
        new(Options(change), new HttpClient(handler));
}
