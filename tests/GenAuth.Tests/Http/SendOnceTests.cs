using GenAuth.Models;
using GenAuth.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Tests.Http;

/// <summary>A request of an operation that must not be retried, and every signed request, is sent once by any handlers.</summary>
public sealed class SendOnceTests : IDisposable
{
    private readonly Wire _wire = new();

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Write_that_a_handler_of_an_own_http_client_resends_fails_with_cause_and_remedy()
    {
        using var http = new HttpClient(new ResendingHandler(_wire));

        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => new ManagementClient(ManagementClients.Options(), http).CreateRoleAsync(new CreateRoleDto { Code = "editor" }));

        Assert.Single(_wire.Sent);
        Assert.IsType<SentTwiceException>(exception.InnerException);
        Assert.Contains("tried to send the request a second time", exception.Message, StringComparison.Ordinal);
        Assert.Contains("remove retries from this client's handlers", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_and_file_that_are_resent_fail()
    {
        using var form = new GenAuth.Pipeline.Content.FormBody(new CreateRoleDto { Code = "editor" }).ToContent(sendOnce: true);
        await form.CopyToAsync(Stream.Null);
        await Assert.ThrowsAsync<SentTwiceException>(() => form.CopyToAsync(Stream.Null));
        using var file = new GenAuth.Pipeline.Content.MultipartBody { { "file", new FileUpload([1], "a.txt") } }.ToContent(sendOnce: true);
        await file.CopyToAsync(Stream.Null);
        await Assert.ThrowsAsync<SentTwiceException>(() => file.CopyToAsync(Stream.Null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Signed_read_that_a_handler_resends_is_retried_by_the_client_with_a_new_signature(bool isRegistered)
    {
        using var http = new HttpClient(new ResendingHandler(_wire));
        await using var provider = Registered(new ServiceCollection());
        var client = isRegistered ? provider.GetRequiredService<IManagementClient>() : new ManagementClient(Options(), http);
        _wire.FailuresLeft = 1;

        await client.ListUsersAsync(new ListUsersRequestDto());

        Assert.Equal(2, _wire.Sent.Count);
        Assert.Equal(2, _wire.Sent.Distinct().Count());
    }

    [Fact]
    public async Task Signed_read_without_a_body_that_a_handler_of_a_registered_client_resends_is_retried_with_a_new_signature()
    {
        await using var provider = Registered(new ServiceCollection());
        _wire.FailuresLeft = 1;

        await provider.GetRequiredService<IManagementClient>().ListRolesAsync();

        Assert.Equal(2, _wire.Sent.Count);
        Assert.Equal(2, _wire.Sent.Distinct().Count());
    }

    [Fact]
    public async Task Read_of_an_application_may_be_resent_by_a_handler()
    {
        using var http = new HttpClient(new ResendingHandler(_wire));
        _wire.FailuresLeft = 1;

        await new AuthenticationClient(Clients.Options(), http).GetLoginHistoryAsync();

        Assert.Equal(2, _wire.Sent.Count);
    }

    [Fact]
    public async Task Operation_that_must_not_be_retried_is_not_resent_by_a_handler()
    {
        using var http = new HttpClient(new ResendingHandler(_wire));

        await Assert.ThrowsAsync<GenAuthConnectionException>(() => new AuthenticationClient(Clients.Options(), http).SignInByAlipayAsync("my-alipay", "code"));

        Assert.Single(_wire.Sent);
    }

    [Fact]
    public async Task Body_that_a_handler_has_read_is_sent()
    {
        using var http = new HttpClient(new ReadingHandler(_wire));
        _wire.FailuresLeft = 0;

        await new ManagementClient(ManagementClients.Options(), http).CreateRoleAsync(new CreateRoleDto { Code = "editor" });

        Assert.Single(_wire.Sent);
    }

    private static ManagementClientOptions Options() => ManagementClients.Options(options => options.Retry = new() { MaxRetries = 1, BaseDelay = TimeSpan.Zero });

    private ServiceProvider Registered(ServiceCollection services)
    {
        services.AddGenAuthManagement(options =>
        {
            (options.AccessKeyId, options.AccessKeySecret) = ("key", "secret");
            options.Retry.BaseDelay = TimeSpan.Zero;
        }).AddHttpMessageHandler(() => new ResendingHandler(null)).ConfigurePrimaryHttpMessageHandler(() => _wire);
        return services.BuildServiceProvider();
    }

    /// <summary>Resends failed requests, as retry handlers do.</summary>
    private sealed class ResendingHandler : DelegatingHandler
    {
        public ResendingHandler(HttpMessageHandler? inner)
        {
            if (inner is not null)
            {
                InnerHandler = inner;
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }

    /// <summary>Reads the body before it is sent, as handlers for logs do.</summary>
    private sealed class ReadingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.NotEmpty(await request.Content!.ReadAsStringAsync(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Reads the bytes of a request as a connection does, and fails.</summary>
    private sealed class Wire : HttpMessageHandler
    {
        public int FailuresLeft { get; set; } = int.MaxValue;

        /// <summary>The Authorization header of each complete request.</summary>
        public List<string> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
            {
                await content.CopyToAsync(Stream.Null, cancellationToken);
            }

            Sent.Add($"{request.Headers.Authorization}");
            return FailuresLeft-- > 0 ? throw new HttpRequestException("reset") : Service.CreateResponse("""{"statusCode":200,"data":{}}""");
        }
    }
}
