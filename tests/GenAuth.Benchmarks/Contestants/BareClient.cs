using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GenAuth.Benchmarks.Contestants;

/// <summary>The lower limit: HttpClient and System.Text.Json without an SDK.</summary>
/// <param name="address">Where the service is.</param>
/// <param name="http">Sends the requests.</param>
/// <param name="headers">Headers of every request; none for the lower limit.</param>
internal sealed class BareClient(Uri address, HttpClient http, IReadOnlyList<KeyValuePair<string, string>>? headers = null) : Contestant
{
    private readonly Uri _authInfo = new(address, $"{AuthInfoPath}?extIdpConnIdentifier={Connection}");
    private readonly Uri _users = new(address, UsersPath);

    public override string Name => headers is null ? "bare client" : "bare client with the headers of this SDK";

    public override async Task<string?> GetAuthInfoAsync() =>
        (await GetAsync(_authInfo, PlainJson.Default.PlainResponsePlainAuthInfo))?.Data?.AuthInfo;

    public override async Task<int> ListUsersAsync(int users)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _users);
        message.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(PlainListUsers.Create(users), PlainJson.Default.PlainListUsers));
        message.Content.Headers.ContentType = new("application/json");
        return Count(await SendAsync(message, PlainJson.Default.PlainResponsePlainPage));
    }

    public override async Task<int> ReadUsersAsync() => Count(await GetAsync(_users, PlainJson.Default.PlainResponsePlainPage));

    private static int Count(PlainResponse<PlainPage>? response) => response?.Data?.List?.Count ?? 0;

    private async Task<T?> GetAsync<T>(Uri uri, JsonTypeInfo<T> type)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, uri);
        return await SendAsync(message, type);
    }

    private async Task<T?> SendAsync<T>(HttpRequestMessage message, JsonTypeInfo<T> type)
    {
        foreach (var header in headers ?? [])
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using var stream = await response.Content.ReadAsStreamAsync();
        return await JsonSerializer.DeserializeAsync(stream, type);
    }
}
