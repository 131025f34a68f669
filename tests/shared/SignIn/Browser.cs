using System.Net;
using System.Text.RegularExpressions;

namespace GenAuth.Tests.Shared;

/// <summary>A page in the browser: where it is, and what is on it.</summary>
internal sealed record BrowserPage(Uri Address, HttpStatusCode Status, string Text, HttpResponseMessage Response)
{
    /// <summary>The value of a parameter in the address.</summary>
    public string? this[string parameter] =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Address.Query).TryGetValue(parameter, out var value) ? value.ToString() : null;
}

/// <summary>A browser without JavaScript: it keeps cookies, follows redirects, and submits forms.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _http;
    private readonly HashSet<string> _unreachable = [];
    private readonly List<string> _setCookies = [];

    public Browser() => _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = Cookies });

    /// <summary>The cookies. As in any browser, they do not belong to a port.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>All Set-Cookie headers so far.</summary>
    public IReadOnlyList<string> SetCookies => _setCookies;

    /// <summary>Stops at an address that begins with this text, as if nobody listened there.</summary>
    public Browser StopAt(string address)
    {
        _unreachable.Add(address);
        return this;
    }

    public Task<BrowserPage> OpenAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Presses the button of the last form whose action ends with a text. Fields that are not given keep their value.</summary>
    public Task<BrowserPage> SubmitAsync(BrowserPage page, string actionEnd, params (string Name, string Value)[] fields)
    {
        var form = Form().Matches(page.Text).Last(candidate => WebUtility.HtmlDecode(candidate.Groups["action"].Value).EndsWith(actionEnd, StringComparison.Ordinal));
        var values = Input().Matches(form.Value).ToDictionary(
            input => WebUtility.HtmlDecode(Name().Match(input.Value).Groups["text"].Value), input => WebUtility.HtmlDecode(Value().Match(input.Value).Groups["text"].Value));
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(page.Address, WebUtility.HtmlDecode(form.Groups["action"].Value))) { Content = new FormUrlEncodedContent(values) });
    }

    /// <summary>Fills in the sign-in page.</summary>
    public Task<BrowserPage> SignInAsync(BrowserPage page, string account, string password) =>
        SubmitAsync(page, "/login", ("account", account), ("password", password));

    public void Dispose() => _http.Dispose();

    private async Task<BrowserPage> SendAsync(HttpRequestMessage request)
    {
        for (var count = 0; count < 20; count++)
        {
            var response = await _http.SendAsync(request);
            var address = request.RequestUri!;
            _setCookies.AddRange(response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
            if (response.Headers.Location is not { } location)
            {
                return new(address, response.StatusCode, await response.Content.ReadAsStringAsync(), response);
            }

            var next = new Uri(address, location);
            if (_unreachable.Any(prefix => next.OriginalString.StartsWith(prefix, StringComparison.Ordinal)))
            {
                return new(next, response.StatusCode, string.Empty, response);
            }

            request = new HttpRequestMessage(HttpMethod.Get, next);
        }

        throw new InvalidOperationException("Too many redirects.");
    }

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]*)\">.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("\\bname=\"(?<text>[^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\bvalue=\"(?<text>[^\"]*)\"")]
    private static partial Regex Value();
}
