using System.Net.Http.Headers;

namespace WebApp;

/// <summary>An order of samples/WebApi.</summary>
public sealed record Order(int Id, string Item);

/// <summary>Calls samples/WebApi with the user's access token.</summary>
public sealed class OrdersApi(HttpClient http)
{
    /// <exception cref="HttpRequestException">The API cannot be reached, or refuses the token.</exception>
    public async Task<IReadOnlyList<Order>> ListAsync(string accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", accessToken) } };
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<List<Order>>(cancellationToken) ?? [];
    }
}
