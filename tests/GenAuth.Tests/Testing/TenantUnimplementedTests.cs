using System.Net;
using GenAuth.Testing;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Testing;

public sealed class TenantUnimplementedTests
{
    private static readonly string[] Implemented =
    [
        "GET /api/v3/get-alipay-authinfo", "GET /api/v3/get-profile", "POST /api/v3/signin-by-mobile", "POST /api/v3/list-users", "GET /api/v3/get-user",
        "POST /api/v3/update-user", "GET /api/v3/list-department-members", "POST /api/v3/get-admin-audit-logs", "POST /api/v3/check-permission",
    ];

    [Fact]
    public async Task Tenant_returns_501_for_every_operation_that_it_does_not_implement()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new ForeignClient(tenant);
        var application = new ForeignClient(tenant) { Headers = { ["x-genauth-app-id"] = tenant.AppId } };
        var operations = ((JObject)ApiDocument.Root["paths"]!).Properties()
            .SelectMany(path => ((JObject)path.Value).Properties()
                .Where(verb => verb.Name is "get" or "post" or "put" or "delete" or "patch")
                .Select(verb => (Verb: verb.Name.ToUpperInvariant(), Path: path.Name, Id: (string)verb.Value["operationId"]!)))
            .Where(operation => !Implemented.Contains($"{operation.Verb} {operation.Path}"))
            .ToList();

        Assert.True(operations.Count > 400);
        await Parallel.ForEachAsync(operations, async (operation, _) =>
        {
            var path = operation.Path.Replace("{", "value-of-", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
            var isManagement = operation.Id.StartsWith("Management_", StringComparison.Ordinal);
            var response = isManagement ? await client.SendAsync(operation.Verb, path, path) : await application.SendAsync(operation.Verb, path, null);

            Assert.True((HttpStatusCode.NotImplemented, 501) == (response.HttpStatusCode, response.Envelope.StatusCode()), $"{operation}: {response}");
            Assert.Contains($"({operation.Verb} {operation.Path})", response.Envelope.Message(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Unimplemented_management_operation_is_an_exception_of_its_own_that_names_it_and_the_remedy()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateManagementClient(options => options.Retry.MaxRetries = 3);

        var exception = await Assert.ThrowsAsync<GenAuthNotImplementedException>(() => client.GetGroupAsync("admins"));

        Assert.Equal((HttpStatusCode.NotImplemented, 501), (exception.HttpStatusCode, exception.StatusCode));
        Assert.Contains("ManagementClient.GetGroupAsync (GET /api/v3/get-group)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("HttpMessageHandler", exception.Message, StringComparison.Ordinal);
        Assert.Single(tenant.Requests);
    }

    [Fact]
    public async Task Unimplemented_authentication_operation_is_an_exception_of_its_own()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        // The tenant reports an operation that it does not have with this exception of the SDK.
        var exception = await Assert.ThrowsAsync<GenAuthNotImplementedException>(() => tenant.CreateClient().WithAccessToken("token").GetSecurityLevelAsync());

        Assert.Contains("AuthenticationClient.GetSecurityLevelAsync", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ManagementAuthorizationMethod.Signature)]
    [InlineData(ManagementAuthorizationMethod.ManagementToken)]
    public async Task Unimplemented_operation_is_reported_to_both_kinds_of_management_clients(ManagementAuthorizationMethod method)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateManagementClient(options => options.AuthorizationMethod = method);

        await Assert.ThrowsAsync<GenAuthNotImplementedException>(() => client.GetGroupAsync("admins"));
    }

    [Theory]
    [InlineData("GET", "/api/v3/get-usr", "Check the path")]
    [InlineData("GET", "/api", "Check the path")]
    [InlineData("GET", "/api/v3/get-user/1", "Check the path")]
    [InlineData("GET", "/api/v3/Get-User", "Check the path")]
    [InlineData("POST", "/api/v3/get-user", "The API has GET at this path")]
    [InlineData("GET", "/api/v3/signin-by-mobile", "The API has POST at this path")]
    [InlineData("PATCH", "/api/v3/list-users", "The API has GET, POST at this path")]
    public async Task Path_below_api_that_the_API_does_not_have_is_an_error_that_says_so(string verb, string path, string hint)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthNotImplementedException>(
            () => tenant.CreateManagementClient().SendAsync<JObject>(new HttpMethod(verb), path));

        Assert.Contains($"{verb} {path} is not an operation of the API. {hint}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/API/v3/get-user")]
    [InlineData("/apiv3")]
    public async Task Path_outside_of_the_API_is_a_real_404(string path)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var response = await new ForeignClient(tenant).SendAsync("GET", path, null);

        Assert.Equal((HttpStatusCode.NotFound, "text/plain"), (response.HttpStatusCode, response.MediaType));
        Assert.Contains("below /api", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_404_is_not_taken_for_a_missing_resource()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateManagementClient();

        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => client.SendAsync<JObject>(HttpMethod.Get, "/prefix/api/v3/get-user"));

        Assert.Equal((HttpStatusCode.NotFound, GenAuthResponseProblem.NotJson), (exception.HttpStatusCode, exception.Problem));
    }

    [Theory]
    [InlineData("/api/v3/get-group")]
    [InlineData("/api/v3/no-such-path")]
    public async Task Access_is_checked_before_the_path(string path)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new ForeignClient(tenant);
        var another = new ForeignClient(tenant) { Headers = { ["x-genauth-app-id"] = "another" } };

        Assert.Equal((401, (int?)2020), Outcome(await client.SendAsync("GET", path, null)));
        Assert.Equal((401, (int?)1300), Outcome(await client.SendAsync("GET", path, path + "?wrong=1")));
        Assert.Equal((401, (int?)1300), Outcome(await another.SendAsync("GET", path, path + "?wrong=1")));
        Assert.Equal((501, (int?)null), Outcome(await client.SendAsync("GET", path, path)));
    }

    [Theory]
    [InlineData("/api/v3/get-my-profile-that-is-not-there")]
    [InlineData("/api/v3/get-security-info")]
    public async Task Access_of_an_application_is_checked_before_the_path(string path)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        foreach (var (appId, outcome) in new[] { ("another", (404, (int?)2011)), (tenant.AppId, (501, null)) })
        {
            var client = new ForeignClient(tenant) { Headers = { ["x-genauth-app-id"] = appId } };

            Assert.Equal(outcome, Outcome(await client.SendAsync("GET", path, null)));
        }
    }

    private static (int StatusCode, int? ApiCode) Outcome(ForeignResponse response) => (response.Envelope.StatusCode(), response.Envelope.ApiCode());
}
