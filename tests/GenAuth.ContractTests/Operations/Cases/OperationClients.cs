using System.Reflection;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Server;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>A client of each kind and its methods.</summary>
internal static class OperationClients
{
    public const string AppId = "60e043f8cd91b87d712b6365";
    public const string AccessToken = "eyJhbGciOiJSUzI1NiJ9.user";
    public const string AccessKeyId = "60e043f8cd91b87d712b6366";
    public const string AccessKeySecret = "9aec5dde/wx+f1=2a";

    // Long enough that only a hanging call reaches it, even on a busy machine.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false });

    private static readonly Lazy<AuthenticationClient> Authentication = new(() => new AuthenticationClient(
        new AuthenticationClientOptions { AppId = AppId, AppSecret = "secret", AppHost = OperationServer.Shared.Value.Url, AccessToken = AccessToken, Timeout = Timeout, AttemptTimeout = Timeout, Retry = { MaxRetries = 0, BaseDelay = TimeSpan.Zero }, SchemaDriftObserver = CallDrifts.Observer },
        Http));

    private static readonly Lazy<ManagementClient> Management = new(() => new ManagementClient(
        new ManagementClientOptions
        {
            AccessKeyId = AccessKeyId,
            AccessKeySecret = AccessKeySecret,
            Host = OperationServer.Shared.Value.Url,
            AllowInsecureHttp = true,
            Timeout = Timeout,
            AttemptTimeout = Timeout,
            Retry = { MaxRetries = 0, BaseDelay = TimeSpan.Zero },
            SchemaDriftObserver = CallDrifts.Observer,
        },
        Http));

    public static object Get(ApiOperation operation) => operation.IsManagement ? Management.Value : Authentication.Value;

    /// <param name="operation">The operation that the method is for.</param>
    /// <param name="ending">The suffix of the method's name.</param>
    public static MethodInfo Method(ApiOperation operation, string ending)
    {
        var type = operation.IsManagement ? typeof(ManagementClient) : typeof(AuthenticationClient);
        var name = operation.MethodName + ending;
        // An operation that was published without options has two methods.
        return type.GetMethods().Where(method => method.Name == name).MaxBy(method => method.GetParameters().Length)
            ?? throw new MissingMethodException($"{type.Name} has no method {name} for {operation}.");
    }
}
