namespace GenAuth.Conformance;

/// <summary>A client for each kind of authorization in the document.</summary>
internal sealed class Clients
{
    /// <summary>The access key of the stub.</summary>
    public const string AccessKeyId = "6343b5a1c0ffee0000000001";

    public const string AccessKeySecret = "conformance-secret-+/=";

    private const string AppId = "6343b5a1c0ffee0000000002";

    private readonly Dictionary<string, object> _clients;

    public Clients(string address)
    {
        Http = new HttpClient(Recorder, disposeHandler: false);
        _clients = new()
        {
            ["appId"] = Authentication(options => options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.None),
            ["appId+userToken"] = Authentication(options =>
            {
                options.AccessToken = "user-token";
                options.Language = "zh-CN";
                options.TenantId = "tenant";
            }),
            ["appId+clientBasic"] = Authentication(options =>
            {
                options.AppSecret = "application-secret";
                options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic;
            }),
            ["signature"] = Management(options =>
            {
                options.Language = "ja-JP";
                options.TenantId = "tenant";
            }),
            ["managementToken"] = Management(options => options.AuthorizationMethod = ManagementAuthorizationMethod.ManagementToken),
        };

        AuthenticationClient Authentication(Action<AuthenticationClientOptions> set)
        {
            var options = new AuthenticationClientOptions { AppId = AppId, AppHost = address, AllowInsecureHttp = true };
            set(options);
            return new(options, Http);
        }

        ManagementClient Management(Action<ManagementClientOptions> set)
        {
            var options = new ManagementClientOptions { AccessKeyId = AccessKeyId, AccessKeySecret = AccessKeySecret, Host = address, AllowInsecureHttp = true };
            set(options);
            return new(options, Http);
        }
    }

    public Recorder Recorder { get; } = new();

    public HttpClient Http { get; }

    /// <summary>The client for one alternative of an operation's security.</summary>
    public object For(IEnumerable<string> alternative) => _clients[string.Join("+", alternative)];
}
