using System.Reflection;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Security;

/// <summary>A call copies its request options; later changes affect later calls only.</summary>
public sealed class RequestOptionsSnapshotTests
{
    private static readonly MethodInfo FirstItem = typeof(RequestOptionsSnapshotTests).GetMethod(nameof(MoveAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    [Fact]
    public async Task Access_token_set_after_the_first_page_is_not_sent_with_the_next_ones()
    {
        using var service = new Service(sent => $$$"""{"statusCode":200,"data":{"totalCount":3,"list":[{"userId":"{{{sent.Uri.Query}}}"}]}}""");
        var client = new AuthenticationClient(Clients.Options(), new HttpClient(service));
        var options = new RequestOptions { AccessToken = "first-user", Language = "ja-JP" };
        options.Headers["x-real-ip"] = "203.0.113.7";

        await foreach (var _ in client.GetLoginHistoryAutoPagingAsync(requestOptions: options))
        {
            Change(options);
        }

        Assert.Equal(3, service.Sent.Count);
        Assert.All(service.Sent, sent => Assert.Equal("Bearer first-user", sent.Header("Authorization")));
        Assert.All(service.Sent, AssertUnchanged);
    }

    [Theory]
    [InlineData(typeof(AuthenticationClient))]
    [InlineData(typeof(ManagementClient))]
    public async Task Every_enumeration_starts_when_it_is_called(Type client)
    {
        var methods = client.GetMethods().Where(method => method.Name.EndsWith("AutoPagingAsync", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(methods);
        foreach (var method in methods)
        {
            using var service = new Service(_ => """{"statusCode":200}""");
            using var http = new HttpClient(service);
            object instance = client == typeof(ManagementClient) ? new ManagementClient(ManagementClients.Options(), http) : new AuthenticationClient(Clients.Options(), http);
            var options = new RequestOptions { Language = "ja-JP" };
            options.Headers["x-real-ip"] = "203.0.113.7";

            var pages = method.Invoke(instance, [.. method.GetParameters().Select(parameter => Argument(parameter, options))])!;
            Change(options);
            options.AccessToken = null;
            await (Task)FirstItem.MakeGenericMethod(method.ReturnType.GetGenericArguments()).Invoke(null, [pages])!;

            AssertUnchanged(Assert.Single(service.Sent));
        }
    }

    [Fact]
    public async Task A_retry_is_sent_with_the_settings_of_the_first_attempt()
    {
        var options = new RequestOptions { AccessToken = "first-user", Language = "ja-JP", MaxRetries = 1 };
        options.Headers["x-real-ip"] = "203.0.113.7";
        using var service = new Service(_ =>
        {
            Change(options);
            return """{"statusCode":503}""";
        });
        var client = new AuthenticationClient(Clients.Options(clientOptions => clientOptions.Retry.BaseDelay = TimeSpan.Zero), new HttpClient(service));

        await Assert.ThrowsAsync<GenAuthServerException>(() => client.GetLoginHistoryAsync(requestOptions: options));

        Assert.Equal(2, service.Sent.Count);
        Assert.All(service.Sent, sent => Assert.Equal("Bearer first-user", sent.Header("Authorization")));
        Assert.All(service.Sent, AssertUnchanged);
    }

    [Fact]
    public async Task WithResponse_copies_the_request_options()
    {
        using var service = new Service(_ => """{"statusCode":200}""");
        var client = new ManagementClient(ManagementClients.Options(), new HttpClient(service));
        var options = new RequestOptions { Language = "ja-JP" };
        options.Headers["x-real-ip"] = "203.0.113.7";

        await client.WithResponseAsync(
            (calls, own) =>
            {
                Change(options);
                return calls.SendAsync<JObject>(HttpMethod.Get, ManagementClients.Path, requestOptions: own);
            },
            options);

        AssertUnchanged(Assert.Single(service.Sent));
    }

    private static void Change(RequestOptions options)
    {
        (options.AccessToken, options.Language) = ("other-user", "zh-CN");
        options.Headers["x-real-ip"] = "198.51.100.1";
        options.Headers["x-later"] = "1";
    }

    private static void AssertUnchanged(SentRequest sent)
    {
        Assert.Equal("ja-JP", sent.Header("x-genauth-lang"));
        Assert.Equal("203.0.113.7", sent.Header("x-real-ip"));
        Assert.Null(sent.Header("x-later"));
    }

    /// <summary>A call that passes all checks before it is sent.</summary>
    private static object? Argument(ParameterInfo parameter, RequestOptions options)
    {
        var type = parameter.ParameterType;
        return type == typeof(RequestOptions) ? options
            : type == typeof(CancellationToken) ? CancellationToken.None
            : parameter.HasDefaultValue ? parameter.DefaultValue
            : type == typeof(string) ? "x"
            : type == typeof(int) ? 1
            : type.IsInterface ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
            : typeof(IExtensibleEnum<string>).IsAssignableFrom(type) ? Activator.CreateInstance(type, "x")
            : Activator.CreateInstance(type);
    }

    private static async Task MoveAsync<T>(IAsyncEnumerable<T> pages)
    {
        await using var page = pages.GetAsyncEnumerator();
        await page.MoveNextAsync();
    }
}
