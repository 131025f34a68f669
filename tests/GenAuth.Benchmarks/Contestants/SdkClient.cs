using GenAuth.Models;

namespace GenAuth.Benchmarks.Contestants;

/// <summary>This SDK through its public API.</summary>
internal sealed class SdkClient : Contestant
{
    private readonly Uri _address;
    private readonly HttpClient? _http;
    private readonly AuthenticationClient _client;
    private ManagementClient? _management;

    /// <param name="address">Where the service is.</param>
    /// <param name="http">Replaces the SDK's own connections.</param>
    public SdkClient(Uri address, HttpClient? http = null)
    {
        _address = address;
        _http = http;
        _client = CreateAuthentication(address, http);
    }

    public override string Name => "this SDK";

    public override async Task<string?> GetAuthInfoAsync() => (await _client.GetAlipayAuthInfoAsync(Connection)).Data.AuthInfo;

    public override async Task<int> ListUsersAsync(int users)
    {
        _management ??= CreateManagement(_address, _http);
        var request = new ListUsersRequestDto { Options = new() { Pagination = new() { Page = 1, Limit = users } } };
        return (await _management.ListUsersAsync(request)).Data.List.Count;
    }

    public override async Task<int> ReadUsersAsync() =>
        (await _client.SendAsync<UserPaginatedRespDto>(HttpMethod.Get, UsersPath)).Data.List.Count;

    public static AuthenticationClient CreateAuthentication(Uri address, HttpClient? http)
    {
        var options = new AuthenticationClientOptions { AppId = "6520f2d9a3c1b4e5f6a7b8c9", AppSecret = "not-a-secret", AppHost = address.AbsoluteUri };
        return http is null ? new(options) : new(options, http);
    }

    public static ManagementClient CreateManagement(Uri address, HttpClient? http)
    {
        var options = new ManagementClientOptions
        {
            AccessKeyId = "6520f2d9a3c1b4e5f6a7b8c0",
            AccessKeySecret = "not-a-secret",
            Host = address.AbsoluteUri,
        };
        return http is null ? new(options) : new(options, http);
    }
}
