using System.Net;
using System.Text.RegularExpressions;

namespace GenAuth.Testing.Provider.SignIn;

/// <summary>Visits the tenant's pages as a browser does in which a user is signed in.</summary>
/// <param name="http">Sends the requests; it must not follow redirects or keep cookies.</param>
/// <param name="session">The Cookie header of the user's session.</param>
internal sealed partial class HeadlessBrowser(HttpClient http, string session)
{
    // The page for consent, and an error or a password page.
    private const int MaxRequests = 6;

    /// <exception cref="InvalidOperationException">The pages do not lead back to the application.</exception>
    public async Task<HttpRequestMessage> SignInAsync(Uri address, CancellationToken cancellationToken)
    {
        var (host, cookies) = (address.GetLeftPart(UriPartial.Authority), session);
        var next = new HttpRequestMessage(HttpMethod.Get, address);
        for (var count = 0; count < MaxRequests; count++)
        {
            using var request = next;
            request.Headers.Add("Cookie", cookies);
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.Headers.Location is { } location)
            {
                next = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, location));
                if (next.RequestUri!.GetLeftPart(UriPartial.Authority) != host)
                {
                    return next;
                }

                cookies = string.Join("; ", [session, .. response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0]) : cookies.Split("; ").Skip(1)]);
                continue;
            }

            var page = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            var start = page.IndexOf("<form", StringComparison.Ordinal);
            var form = start < 0 ? string.Empty : page[start..page.IndexOf("</form>", start, StringComparison.Ordinal)];
            if (form.Length == 0 || form.Contains("type=\"password\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(DescribeProblem(page));
            }

            var action = new Uri(request.RequestUri!, WebUtility.HtmlDecode(Action().Match(form).Groups["action"].Value));
            next = new HttpRequestMessage(HttpMethod.Post, action)
            {
                Content = new FormUrlEncodedContent(Input().Matches(form).Select(input =>
                    KeyValuePair.Create(WebUtility.HtmlDecode(input.Groups["name"].Value), WebUtility.HtmlDecode(input.Groups["value"].Value)))),
            };
            if (action.GetLeftPart(UriPartial.Authority) != host)
            {
                return next;
            }
        }

        throw new InvalidOperationException("The pages of the tenant do not lead back to the application.");
    }

    private static string DescribeProblem(string page) => Alert().Match(page) is { Success: true } alert
        ? WebUtility.HtmlDecode(alert.Groups["text"].Value)
        : "The tenant asks for a password, for example because prompt contains login. Use a browser for this request.";

    [GeneratedRegex("action=\"(?<action>[^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">")]
    private static partial Regex Input();

    [GeneratedRegex("role=\"alert\"[^>]*>(?<text>[^<]*)<")]
    private static partial Regex Alert();
}
