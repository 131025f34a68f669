using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;
using GenAuth.Models;
using GenAuth.Tests.Support;
using GenAuth.Text;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Security;

/// <summary>Foreign text in a message or a log shows all of its characters, in the order in which they were written.</summary>
public sealed class InvisibleCharacterTests
{
    private const string Hostile = "\u202Egnp\u202C\u2066\u2069\u200B\u200E\u061C\u00AD\uFEFF\u2060\u180E\u3164\u115F\uFFA0\u034F\uFE0F\u2800\uE000\uFFFE\u0378\U000E0041\U000E0100\u009B\u007F";

    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.String, Gen.String[Gen.Char[Hostile], 0, 20], Gen.Const(Hostile));

    [Theory]
    [InlineData("\u202Eabc", "\\u202eabc")]
    [InlineData("a\u200Bb", "a\\u200bb")]
    [InlineData("a\uFEFFb", "a\\ufeffb")]
    [InlineData("\U000E0041", "\\udb40\\udc41")]
    [InlineData("a\u001Bb\u009Bc", "a b c")]
    [InlineData("Grüße, 世界\u3000🐼 \u0628", "Grüße, 世界\u3000🐼 \u0628")]
    public void Character_that_cannot_be_seen_is_escaped(string text, string shown) => Assert.Equal(shown, TextSanitizer.ToSingleLine(text));

    [Fact]
    public void Half_of_a_character_is_escaped() => Assert.Equal("a\\ud83db\\udc3c", TextSanitizer.ToSingleLine("a\uD83Db\uDC3C"));

    [Fact]
    public void Escaped_json_is_the_same_json() => AnyText.Where(text => !text.Any(char.IsSurrogate) || text == Hostile).Sample(
        text =>
        {
            var json = JsonConvert.SerializeObject(text);

            Assert.Equal(text, JsonConvert.DeserializeObject<string>(TextSanitizer.EscapeInvisible(json)));
        },
        iter: 2_000);

    [Fact]
    public async Task Message_and_log_of_an_error_show_every_character() => await AnyText.SampleAsync(
        async text =>
        {
            var body = new JObject { ["statusCode"] = 403, ["apiCode"] = 2333, ["message"] = text, ["requestId"] = text, [text] = text };

            await AssertVisibleAsync(_ => Service.CreateResponse(body.ToString(Formatting.None)), client => client.GetAlipayAuthInfoAsync("my-alipay"));
        },
        iter: 300);

    [Fact]
    public async Task Message_and_log_of_an_invalid_response_show_every_character() => await AnyText.Where(text => !text.Contains('\n') && !text.Contains('\r')).SampleAsync(
        async text =>
        {
            await AssertVisibleAsync(
                _ =>
                {
                    var response = Service.CreateResponse($"<html>{text}", System.Net.HttpStatusCode.Redirect, ("x-request-id", text), ("Location", "https://" + text));
                    response.Content.Headers.Remove("Content-Type");
                    response.Content.Headers.TryAddWithoutValidation("Content-Type", text);
                    return response;
                },
                client => client.GetAlipayAuthInfoAsync("my-alipay"));
        },
        iter: 300);

    [Fact]
    public async Task Message_and_log_of_a_call_by_path_show_every_character() => await AnyText.SampleAsync(
        async text => await AssertVisibleAsync(_ => Service.CreateResponse("""{"statusCode":404}"""), client => client.SendAsync<JObject>(HttpMethod.Get, "/api/" + text)),
        iter: 300);

    [Fact]
    public async Task Logged_bodies_and_queries_show_every_character() => await AnyText.SampleAsync(
        async text =>
        {
            using var log = new LogText();
            using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            using var service = new Service(_ => new JObject { ["statusCode"] = 200, ["message"] = text, ["data"] = new JObject { ["name"] = text } }.ToString(Formatting.None));
            var client = ManagementClients.Create(service, options => (options.LoggerFactory, options.LogBodies) = (factory, true));

            await client.CreateRoleAsync(new CreateRoleDto { Code = text, Description = text, Namespace = text });
            await client.ListRolesAsync(new() { Keywords = text });

            AssertVisible(log.ToString().Replace('\n', ' '));
        },
        iter: 300);

    [Fact]
    public void Message_about_a_header_shows_every_character_of_its_name() => AnyText.Where(name => name.Length > 0).Sample(
        name =>
        {
            var options = new RequestOptions();
            options.Headers[name] = "\n";

            AssertVisible(Assert.Throws<ArgumentException>(() => GenAuth.Settings.RequestOptionsCheck.CopyChecked(options)).Message);
        },
        iter: 1_000);

    private static async Task AssertVisibleAsync(Func<SentRequest, HttpResponseMessage> response, Func<AuthenticationClient, Task> call)
    {
        using var log = new LogText();
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        using var service = new Service(sent => Task.FromResult(response(sent)));
        var client = new AuthenticationClient(Clients.Options(options => (options.LoggerFactory, options.LogBodies) = (factory, true)), new HttpClient(service));
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GenAuthDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => AssertVisible(string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(activity.DisplayName))),
        };
        ActivitySource.AddActivityListener(activities);

        var exception = await Record.ExceptionAsync(() => call(client));

        Assert.NotNull(exception);
        AssertVisible(exception.Message);
        AssertVisible((exception as GenAuthException)?.Operation ?? string.Empty);
        AssertVisible(log.ToString().Replace('\n', ' '));
    }

    private static void AssertVisible(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Assert.False(
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                || "\u034F\u115F\u1160\u3164\uFFA0\u2800\uFE0F\U000E0100".EnumerateRunes().Contains(rune),
                $"U+{rune.Value:X4} is in the text.");
        }

        // A lone surrogate is enumerated as the replacement character.
        Assert.DoesNotContain(Enumerable.Range(0, text.Length), index => char.IsSurrogate(text, index) && !char.IsSurrogatePair(text, index) && (index == 0 || !char.IsSurrogatePair(text, index - 1)));
    }
}
