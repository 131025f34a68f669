namespace GenAuth.AspNetCore.Tests.Support;

/// <summary>A browser whose requests a test writes itself: it keeps cookies whatever their flags, and follows nothing.</summary>
internal sealed class CookieJar : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
    private readonly Dictionary<string, string> _cookies = [];

    /// <summary>The Set-Cookie headers of the last response.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    public string this[string name]
    {
        get => _cookies[name];
        set => _cookies[name] = value;
    }

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (_cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            var response = await _http.SendAsync(request);
            SetCookies = response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
            foreach (var cookie in SetCookies)
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                if (pair[1].Length == 0)
                {
                    _cookies.Remove(pair[0]);
                }
                else
                {
                    _cookies[pair[0]] = pair[1];
                }
            }

            return response;
        }
    }

    /// <summary>Opens an address that requires a sign-in, signs Ada in, and returns the response to the callback.</summary>
    public async Task<HttpResponseMessage> SignInAsync(Testing.GenAuthTenant tenant, string address)
    {
        using var challenge = await GetAsync(address);
        return await SendAsync(await tenant.SignInAsync(challenge.Headers.Location!, Tenants.Ada()));
    }

    public void Dispose() => _http.Dispose();
}
