using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace GenAuth.Benchmarks.Contestants;

/// <summary>The same with Newtonsoft.Json by reflection, read from the stream.</summary>
internal sealed class NewtonsoftClient(Uri address, HttpClient http) : Contestant
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new CamelCasePropertyNamesContractResolver(),
        DateParseHandling = DateParseHandling.None,
        NullValueHandling = NullValueHandling.Ignore,
    });

    private readonly Uri _authInfo = new(address, $"{AuthInfoPath}?extIdpConnIdentifier={Connection}");
    private readonly Uri _users = new(address, UsersPath);

    public override string Name => "Newtonsoft";

    public override async Task<string?> GetAuthInfoAsync() => (await GetAsync<PlainAuthInfo>(_authInfo))?.Data?.AuthInfo;

    public override async Task<int> ListUsersAsync(int users)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _users);
        using var text = new StringWriter();
        Serializer.Serialize(text, PlainListUsers.Create(users));
        message.Content = new StringContent(text.ToString(), Encoding.UTF8, "application/json");
        return Count(await SendAsync<PlainPage>(message));
    }

    public override async Task<int> ReadUsersAsync() => Count(await GetAsync<PlainPage>(_users));

    private static int Count(PlainResponse<PlainPage>? response) => response?.Data?.List?.Count ?? 0;

    private async Task<PlainResponse<T>?> GetAsync<T>(Uri uri)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, uri);
        return await SendAsync<T>(message);
    }

    private async Task<PlainResponse<T>?> SendAsync<T>(HttpRequestMessage message)
    {
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using var stream = await response.Content.ReadAsStreamAsync();
        using var reader = new JsonTextReader(new StreamReader(stream, Encoding.UTF8));
        return Serializer.Deserialize<PlainResponse<T>>(reader);
    }
}
