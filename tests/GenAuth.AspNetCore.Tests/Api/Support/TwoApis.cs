using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Tests.Support;

namespace GenAuth.AspNetCore.Tests.Api.Support;

/// <summary>A provider of test tokens, and an API for each algorithm.</summary>
public sealed class TwoApis : IAsyncLifetime
{
    /// <summary>The access account whose tokens the API for RS256 accepts.</summary>
    internal const string Account = "access-account-1";

    private readonly Dictionary<TokenSigningAlgorithm, ApiApp> _apis = [];
    private StubService? _service;

    internal string Issuer => _service!.Host + "/oidc";

    internal ApiApp this[TokenSigningAlgorithm algorithm] => _apis[algorithm];

    public async Task InitializeAsync()
    {
        _service = (await StubService.StartAsync()).WithKeys();
        _apis[TokenSigningAlgorithm.HS256] = await _service.StartApiAsync(TokenSigningAlgorithm.HS256);
        _apis[TokenSigningAlgorithm.RS256] = await _service.StartApiAsync(TokenSigningAlgorithm.RS256, static options => options.AccessAccounts.Add(Account));
    }

    public async Task DisposeAsync()
    {
        foreach (var api in _apis.Values)
        {
            await api.DisposeAsync();
        }

        await _service!.DisposeAsync();
    }
}
