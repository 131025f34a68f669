using CsCheck;
using GenAuth.OpenIdConnect.Tests.Support;

namespace GenAuth.OpenIdConnect.Tests.SignIn;

public sealed class AuthorizationCallbackTests
{
    private const string Redirect = "https://app.example.com/callback";

    [Theory]
    [InlineData("https://app.example.com/callback?code=c-1&state=s%2B1")]
    [InlineData("https://app.example.com/callback?code=c-1&state=s%2B1#fragment?code=x")]
    [InlineData("/callback?code=c-1&state=s%2B1")]
    [InlineData("?code=c-1&state=s%2B1")]
    [InlineData("code=c-1&state=s%2B1")]
    [InlineData("&code=c-1&&state=s%2B1&")]
    public void Code_and_state_are_found_in_every_form(string text)
    {
        var callback = AuthorizationCallback.Parse(text);

        Assert.Equal(("c-1", "s+1", null), (callback.Code, callback.State, callback.Error));
    }

    [Theory]
    [InlineData("code=a&code=b&state=s")]
    [InlineData("code=a&state=s&state=s")]
    [InlineData("code=a&c%6Fde=b")]
    public void Repeated_parameter_is_refused(string text) =>
        Assert.Equal(CallbackProblem.RepeatedParameter, Assert.Throws<GenAuthCallbackException>(() => AuthorizationCallback.Parse(text)).Problem);

    [Fact]
    public void Any_parameters_survive_a_query_and_a_form() => Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 8], Gen.String[Gen.Char[' ', '~'], 0, 30])[0, 8].Sample(parameters =>
    {
        var text = string.Join("&", parameters.Select(static entry => Uri.EscapeDataString(entry.Key) + "=" + Uri.EscapeDataString(entry.Value)));

        foreach (var callback in new[] { AuthorizationCallback.Parse(text), AuthorizationCallback.Parse(Redirect + "?" + text), AuthorizationCallback.FromParameters(parameters) })
        {
            Assert.All(parameters, entry => Assert.Equal(entry.Value, callback.Find(entry.Key)));
        }
    });

    [Fact]
    public void Any_text_is_a_callback_or_refused() => Gen.String.Sample(text =>
    {
        var failure = Record.Exception(() => AuthorizationCallback.Parse(text));
        Assert.True(failure is null or GenAuthCallbackException, failure?.ToString());
    });

    [Theory]
    [InlineData("code=c-1", CallbackProblem.WrongState)]
    [InlineData("code=c-1&state=", CallbackProblem.WrongState)]
    [InlineData("code=c-1&state=another", CallbackProblem.WrongState)]
    [InlineData("code=c-1&state={state}x", CallbackProblem.WrongState)]
    [InlineData("error=access_denied&state=another", CallbackProblem.WrongState)]
    [InlineData("state={state}", CallbackProblem.MissingCode)]
    [InlineData("state={state}&code=", CallbackProblem.MissingCode)]
    [InlineData("state={state}&code=c-1&iss=https://attacker.example.com", CallbackProblem.WrongIssuer)]
    public async Task Callback_that_does_not_belong_to_the_sign_in_sends_nothing(string text, CallbackProblem problem)
    {
        await using var service = await StubService.StartAsync();
        var client = service.CreateClient();
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = Redirect });

        var failure = await Assert.ThrowsAsync<GenAuthCallbackException>(() =>
            client.CompleteSignInAsync(request, AuthorizationCallback.Parse(text.Replace("{state}", request.State))));

        Assert.Equal(problem, failure.Problem);
        Assert.DoesNotContain(request.State, failure.ToString());
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task State_of_another_tab_does_not_complete_a_sign_in()
    {
        await using var service = await StubService.StartAsync();
        var client = service.CreateClient();
        var first = client.CreateAuthorizationRequest(new() { RedirectUri = Redirect });
        var second = client.CreateAuthorizationRequest(new() { RedirectUri = Redirect });

        var failure = await Assert.ThrowsAsync<GenAuthCallbackException>(() =>
            client.CompleteSignInAsync(second, AuthorizationCallback.FromParameters([new("code", "c-1"), new("state", first.State)])));

        Assert.Equal(CallbackProblem.WrongState, failure.Problem);
    }

    [Theory]
    [InlineData("access_denied", 403)]
    [InlineData("login_required", 401)]
    [InlineData("temporarily_unavailable", 503)]
    [InlineData("server_error", 500)]
    [InlineData("invalid_scope", 400)]
    [InlineData("something_new", 400)]
    public async Task Error_of_a_callback_becomes_an_exception(string error, int status)
    {
        await using var service = await StubService.StartAsync();
        var client = service.CreateClient();
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = Redirect });
        var callback = AuthorizationCallback.FromParameters([new("error", error), new("error_description", "Two\r\nlines"), new("error_uri", "https://example.com/e"), new("state", request.State)]);

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal((error, "Two\r\nlines", "https://example.com/e", status), (failure.Error, failure.ErrorDescription, failure.ErrorUri, failure.StatusCode));
        Assert.DoesNotContain('\n', failure.Message);
        Assert.NotEmpty(failure.Remedy);
        Assert.Empty(service.Requests);
    }
}
