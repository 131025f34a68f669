using System.Net.Http.Headers;
using GenAuth;
using GenAuth.OpenIdConnect;

namespace WebApi;

/// <summary>The worker's client of the API.</summary>
internal sealed class OrdersClient(HttpClient http)
{
    public Task<HttpResponseMessage> AddAsync(Uri api, Order order) => http.PostAsJsonAsync(new Uri(api, "/orders"), order);
}

/// <summary>Adds the worker's token to each request.</summary>
internal sealed class MachineTokenHandler(MachineTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Gets a token for the access account of the worker, and a new one shortly before it expires.</summary>
internal sealed class MachineTokens(IOpenIdConnectClient client, IConfiguration configuration, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private (string Value, DateTimeOffset End)? _token;

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_token is not { } token || clock.GetUtcNow() >= token.End - Reserve)
            {
                var account = new AccessKey(configuration["Worker:AccountId"]!, configuration["Worker:AccountSecret"]!);
                var response = await client.GetClientCredentialsTokenAsync("orders:read orders:write", account, cancellationToken);
                _token = token = (response.AccessToken, response.ExpiresAt ?? clock.GetUtcNow());
            }

            return token.Value;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
