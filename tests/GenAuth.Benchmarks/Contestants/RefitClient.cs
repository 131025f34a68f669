using Refit;

namespace GenAuth.Benchmarks.Contestants;

internal sealed class RefitClient : Contestant
{
    private readonly IRefitApi _api;

    public RefitClient(Uri address, HttpClient http)
    {
        http.BaseAddress = address;
        _api = RestService.For<IRefitApi>(http);
    }

    public override string Name => "Refit";

    public override async Task<string?> GetAuthInfoAsync() => (await _api.GetAuthInfoAsync(Connection)).Data?.AuthInfo;

    public override async Task<int> ListUsersAsync(int users) => (await _api.ListUsersAsync(PlainListUsers.Create(users))).Data?.List?.Count ?? 0;

    public override async Task<int> ReadUsersAsync() => (await _api.ReadUsersAsync()).Data?.List?.Count ?? 0;
}

internal interface IRefitApi
{
    [Get(Contestant.AuthInfoPath)]
    Task<PlainResponse<PlainAuthInfo>> GetAuthInfoAsync(string extIdpConnIdentifier);

    [Post(Contestant.UsersPath)]
    Task<PlainResponse<PlainPage>> ListUsersAsync([Body(BodySerializationMethod.Serialized)] PlainListUsers body);

    [Get(Contestant.UsersPath)]
    Task<PlainResponse<PlainPage>> ReadUsersAsync();
}
