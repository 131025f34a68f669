using System.Net;
using System.Text.Json.Nodes;
using GenAuth.AspNetCore.Tests.Api.Support;
using GenAuth.Models;
using GenAuth.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace GenAuth.AspNetCore.Tests.Alipay;

/// <summary>A mobile app signs in with Alipay through the endpoints, at the tenant.</summary>
public sealed class AlipayTests : IAsyncLifetime
{
    private const string SignInPath = "/api/v3/signin-by-mobile";

    private GenAuthTenant _tenant = null!;
    private ApiApp _app = null!;

    public async Task InitializeAsync()
    {
        _tenant = await GenAuthTenant.StartAsync();
        _app = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Fact]
    public async Task App_gets_tokens_that_the_api_accepts()
    {
        var start = await StartSignInAsync();
        using var key = _tenant.CreateAlipayPublicKey();
        Assert.True(AlipayAuthInfo.Parse((string)start["auth_info"]!).VerifySignature(key).IsValid);
        Assert.Equal(600, (int)start["expires_in"]!);

        var response = await SignInAsync(start, _tenant.IssueAlipayCode("user-1"));

        Assert.Equal(200, response.Status);
        var tokens = JsonNode.Parse(response.Body)!;
        Assert.Equal(("Bearer", "openid profile"), ((string?)tokens["token_type"], (string?)tokens["scope"]));
        Assert.Contains("\"sub=user-1\"", (await _app.GetAsync("/claims", (string)tokens["access_token"]!)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Responses_are_not_stored_by_caches()
    {
        using var response = await _app.Http.PostAsync("/alipay/start", null);

        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Scopes_of_the_options_are_requested()
    {
        await using var app = await StartAsync(options => options.Scope = "openid offline_access");
        var start = await StartSignInAsync(app);

        var response = await app.PostAsync("/alipay/sign-in", new { state = (string)start["state"]!, code = _tenant.IssueAlipayCode() });

        Assert.NotNull((string?)JsonNode.Parse(response.Body)!["refresh_token"]);
    }

    [Fact]
    public async Task State_is_accepted_once()
    {
        var start = await StartSignInAsync();
        Assert.Equal(200, (await SignInAsync(start, _tenant.IssueAlipayCode())).Status);

        AssertRefused("invalid_state", await SignInAsync(start, _tenant.IssueAlipayCode()), requests: 1);
    }

    [Fact]
    public async Task Unknown_state_is_refused_and_leaves_the_code_usable()
    {
        var code = _tenant.IssueAlipayCode();

        AssertRefused("invalid_state", await _app.PostAsync("/alipay/sign-in", new { state = "guessed", code }), requests: 0);
        Assert.Equal(200, (await SignInAsync(await StartSignInAsync(), code)).Status);
    }

    [Fact]
    public async Task Code_is_accepted_once_also_with_another_state()
    {
        var code = _tenant.IssueAlipayCode();
        Assert.Equal(200, (await SignInAsync(await StartSignInAsync(), code)).Status);

        AssertRefused("invalid_code", await SignInAsync(await StartSignInAsync(), code), requests: 1);
    }

    [Fact]
    public async Task Code_that_failed_in_the_service_is_not_sent_again()
    {
        var code = _tenant.IssueAlipayCode();
        _tenant.FailNext(new GenAuthTenantFailure(500) { Path = SignInPath });
        Assert.Equal(503, (await SignInAsync(await StartSignInAsync(), code)).Status);

        AssertRefused("invalid_code", await SignInAsync(await StartSignInAsync(), code), requests: 1);
    }

    [Fact]
    public async Task Simultaneous_replays_of_a_sign_in_send_the_code_once()
    {
        var start = await StartSignInAsync();
        var code = _tenant.IssueAlipayCode();

        var responses = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => SignInAsync(start, code)));

        Assert.Equal((1, 31), (responses.Count(static response => response.Status == 200), responses.Count(static response => response.Status == 400)));
        Assert.Equal(1, CountSignIns());
    }

    [Fact]
    public async Task Replicas_share_used_states_and_codes()
    {
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        await using var first = await StartAsync(cache: cache);
        await using var second = await StartAsync(cache: cache);
        var start = await StartSignInAsync(first);
        var code = _tenant.IssueAlipayCode();
        var body = new { state = (string)start["state"]!, code };

        Assert.Equal(200, (await second.PostAsync("/alipay/sign-in", body)).Status);
        Assert.Equal(400, (await first.PostAsync("/alipay/sign-in", body)).Status);
    }

    [Fact]
    public async Task Code_that_alipay_refuses_is_reported()
    {
        AssertRefused("invalid_code", await SignInAsync(await StartSignInAsync(), "unknown"), requests: 1);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"state":"s"}""")]
    [InlineData("""{"state":"","code":"c"}""")]
    [InlineData("""{"state":"s","code":" "}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"state":1,"code":"c"}""")]
    public async Task Incomplete_request_is_400(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await _app.Http.PostAsync("/alipay/sign-in", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, CountSignIns());
    }

    [Fact]
    public async Task Large_request_is_refused_before_it_is_read()
    {
        var response = await _app.PostAsync("/alipay/sign-in", new { state = new string('s', 10_000), code = "c" });

        Assert.Equal(413, response.Status);
    }

    [Fact]
    public async Task Demand_for_a_factor_is_passed_on_in_a_typed_form()
    {
        _tenant.FailNext(new GenAuthTenantFailure(303)
        {
            Path = SignInPath,
            ApiCode = ApiCode.ApplicationMfaRequired,
            Message = "Please verify",
            Data = new
            {
                mfaToken = "mfa-token",
                mfaPhone = "132xxxxx1234",
                totpMfaEnabled = true,
                applicationMfa = new[] { new { mfaPolicy = "EMAIL", status = 0, sort = 2 }, new { mfaPolicy = "SMS", status = 1, sort = 1 } },
                avatar = "https://example.com/a.png",
            },
        });

        var response = await SignInAsync(await StartSignInAsync(), _tenant.IssueAlipayCode());

        var step = JsonNode.Parse(response.Body)!;
        Assert.Equal((403, "mfa_required", 1636, "Please verify"), (response.Status, (string?)step["error"], (int)step["api_code"]!, (string?)step["message"]));
        Assert.Equal(("mfa-token", "132xxxxx1234", true, false), ((string?)step["mfa"]!["mfa_token"], (string?)step["mfa"]!["phone"], (bool)step["mfa"]!["totp_enabled"]!, (bool)step["mfa"]!["face_enabled"]!));
        Assert.Equal("""[{"policy":"SMS","status":1},{"policy":"EMAIL","status":0}]""", step["mfa"]!["factors"]!.ToJsonString());
        Assert.Equal("https://example.com/a.png", (string?)step["data"]!["avatar"]);
    }

    [Theory]
    [InlineData(1635, null, "mfa_required")]
    [InlineData(1640, """{"methods":["phone"]}""", "account_binding_required")]
    [InlineData(1641, "[]", "account_binding_required")]
    [InlineData(1639, """{"token":"t","applicationMfa":[1,{},{"mfaPolicy":7}],"mfaToken":5}""", "action_required")]
    [InlineData(1642, null, "action_required")]
    public async Task Other_steps_keep_their_data(int apiCode, string? data, string error)
    {
        _tenant.FailNext(new GenAuthTenantFailure(303) { Path = SignInPath, ApiCode = new ApiCode(apiCode), Data = data is null ? null : JToken.Parse(data) });

        var response = await SignInAsync(await StartSignInAsync(), _tenant.IssueAlipayCode());

        var step = JsonNode.Parse(response.Body)!;
        Assert.Equal((403, error, apiCode), (response.Status, (string?)step["error"], (int)step["api_code"]!));
        Assert.Null(step["mfa"]);
    }

    [Theory]
    [InlineData(403, 403, "access_denied")]
    [InlineData(429, 429, "rate_limited")]
    [InlineData(401, 502, "server_error")]
    [InlineData(404, 502, "server_error")]
    [InlineData(500, 503, "temporarily_unavailable")]
    [InlineData(601, 503, "temporarily_unavailable")]
    [InlineData(602, 400, "invalid_code")]
    public async Task Failure_of_the_service_is_a_problem_with_an_error(int statusCode, int status, string error)
    {
        _tenant.FailNext(new GenAuthTenantFailure(statusCode) { Path = SignInPath, Message = "why" });

        var response = await SignInAsync(await StartSignInAsync(), _tenant.IssueAlipayCode());

        Assert.Equal((status, error), (response.Status, (string?)JsonNode.Parse(response.Body)!["error"]));
    }

    [Fact]
    public async Task Service_that_cannot_be_reached_is_503()
    {
        await _tenant.DisposeAsync();

        var response = await _app.PostAsync("/alipay/start", new { });

        Assert.Equal((503, "temporarily_unavailable"), (response.Status, (string?)JsonNode.Parse(response.Body)!["error"]));
    }

    [Fact]
    public async Task Program_can_keep_the_tokens_and_respond_itself()
    {
        await using var app = await StartAsync(static options => options.OnSignedIn = static (context, tokens) =>
            Task.FromResult<IResult>(TypedResults.Ok(new { session = tokens.AccessToken is null ? "no" : "yes" })));
        var start = await StartSignInAsync(app);

        var response = await app.PostAsync("/alipay/sign-in", new { state = (string)start["state"]!, code = _tenant.IssueAlipayCode() });

        Assert.Equal((200, """{"session":"yes"}"""), (response.Status, response.Body));
    }

    [Fact]
    public async Task No_log_shows_a_state_a_code_or_a_token()
    {
        var start = await StartSignInAsync();
        var code = _tenant.IssueAlipayCode();
        var tokens = JsonNode.Parse((await SignInAsync(start, code)).Body)!;
        await SignInAsync(start, code);
        await SignInAsync(await StartSignInAsync(), code);
        _tenant.FailNext(new GenAuthTenantFailure(303) { Path = SignInPath, ApiCode = ApiCode.PersonalMfaRequired, Data = new { mfaToken = "mfa-canary" } });
        await SignInAsync(await StartSignInAsync(), _tenant.IssueAlipayCode());
        _tenant.FailNext(new GenAuthTenantFailure(404) { Path = SignInPath });
        await SignInAsync(await StartSignInAsync(), _tenant.IssueAlipayCode());

        Assert.NotEmpty(_app.Log.OfEvent(140));
        Assert.NotEmpty(_app.Log.OfEvent(141));
        string[] secrets = [(string)start["state"]!, code, (string)tokens["access_token"]!, (string)tokens["id_token"]!, "mfa-canary", _tenant.AppSecret];
        Assert.DoesNotContain(_app.Log.Lines, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    public static TheoryData<string, Action<GenAuthAlipayOptions>> Invalid => new()
    {
        { "Connection is empty", static options => options.Connection = " " },
        { "Scope does not contain openid", static options => options.Scope = "profile" },
        { "StateLifetime must be", static options => options.StateLifetime = TimeSpan.Zero },
        { "CodeMemory must be", static options => options.CodeMemory = TimeSpan.FromDays(30) },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Invalid_option_stops_the_start_of_the_program(string problem, Action<GenAuthAlipayOptions> change)
    {
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(change));

        Assert.StartsWith(problem, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "AddGenAuthAuthentication")]
    [InlineData(true, "AddDistributedMemoryCache")]
    public async Task Missing_service_stops_the_start_of_the_program(bool hasClient, string method)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ApiApp.StartAsync(
            services =>
            {
                services.AddAuthentication();
                services.AddAuthorization();
                if (hasClient)
                {
                    services.AddGenAuthAuthentication(options => (options.AppHost, options.AppId) = (_tenant.AppHost, _tenant.AppId));
                }
            },
            app => app.MapGenAuthAlipay("/alipay", options => options.Connection = _tenant.AlipayConnection)));

        Assert.Contains(method, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Openapi_document_describes_both_endpoints()
    {
        var document = JsonNode.Parse((await _app.GetAsync("/openapi/v1.json")).Body)!;

        var start = document["paths"]!["/alipay/start"]!["post"]!;
        var signIn = document["paths"]!["/alipay/sign-in"]!["post"]!;
        Assert.Equal(("alipay-start", "Starts a sign-in with Alipay."), ((string?)start["operationId"], (string?)start["summary"]));
        Assert.Equal(("alipay-sign-in", "Alipay"), ((string?)signIn["operationId"], (string?)signIn["tags"]![0]));
        Assert.Equal(["200", "429", "502", "503"], start["responses"]!.AsObject().Select(static response => response.Key).Order());
        Assert.Equal(["200", "400", "403", "429", "502", "503"], signIn["responses"]!.AsObject().Select(static response => response.Key).Order());
        Assert.Equal("#/components/schemas/AlipaySignInRequest", (string?)signIn["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]);
        Assert.Equal("#/components/schemas/AlipayActionRequired", (string?)signIn["responses"]!["403"]!["content"]!["application/json"]!["schema"]!["$ref"]);
        Assert.Equal(["access_token", "expires_in", "id_token", "refresh_token", "scope", "token_type"], document["components"]!["schemas"]!["AlipayTokens"]!["properties"]!.AsObject().Select(static property => property.Key).Order());
    }

    private int CountSignIns() => _tenant.Requests.Count(static request => request.Path == SignInPath);

    private void AssertRefused(string error, ApiResponse response, int requests)
    {
        Assert.Equal((400, error, requests), (response.Status, (string?)JsonNode.Parse(response.Body)!["error"], CountSignIns()));
    }

    private async Task<JsonNode> StartSignInAsync(ApiApp? app = null) => JsonNode.Parse((await (app ?? _app).PostAsync("/alipay/start", new { })).Body)!;

    private Task<ApiResponse> SignInAsync(JsonNode start, string code) => _app.PostAsync("/alipay/sign-in", new { state = (string)start["state"]!, code });

    private Task<ApiApp> StartAsync(Action<GenAuthAlipayOptions>? configure = null, IDistributedCache? cache = null) => ApiApp.StartAsync(
        services =>
        {
            services.AddGenAuthApi(options => (options.AppHost, options.AppId, options.AppSecret) = (_tenant.AppHost, _tenant.AppId, _tenant.AppSecret));
            services.AddGenAuthAuthentication(options =>
            {
                (options.AppHost, options.AppId, options.AppSecret) = (_tenant.AppHost, _tenant.AppId, _tenant.AppSecret);
                options.Retry.MaxRetries = 0;
            });
            services.AddOpenApi();
            if (cache is null)
            {
                services.AddDistributedMemoryCache();
            }
            else
            {
                services.AddSingleton(cache);
            }
        },
        app =>
        {
            app.MapOpenApi();
            app.MapGenAuthAlipay("/alipay", options =>
            {
                options.Connection = _tenant.AlipayConnection;
                configure?.Invoke(options);
            });
        });
}
