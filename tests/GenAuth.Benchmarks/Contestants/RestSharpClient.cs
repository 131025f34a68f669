using System.Diagnostics.CodeAnalysis;
using RestSharp;

namespace GenAuth.Benchmarks.Contestants;

[SuppressMessage("Design", "CA1001", Justification = "Contestants live as long as their process.")]
internal sealed class RestSharpClient : Contestant
{
    private readonly RestClient _client;

    public RestSharpClient(Uri address, HttpClient http) => _client = new(http, new RestClientOptions(address));

    public override string Name => "RestSharp";

    public override async Task<string?> GetAuthInfoAsync()
    {
        var request = new RestRequest(AuthInfoPath).AddQueryParameter("extIdpConnIdentifier", Connection);
        return (await _client.GetAsync<PlainResponse<PlainAuthInfo>>(request))?.Data?.AuthInfo;
    }

    public override async Task<int> ListUsersAsync(int users)
    {
        var request = new RestRequest(UsersPath, Method.Post).AddJsonBody(PlainListUsers.Create(users));
        return (await _client.PostAsync<PlainResponse<PlainPage>>(request))?.Data?.List?.Count ?? 0;
    }

    public override async Task<int> ReadUsersAsync() =>
        (await _client.GetAsync<PlainResponse<PlainPage>>(new RestRequest(UsersPath)))?.Data?.List?.Count ?? 0;
}
