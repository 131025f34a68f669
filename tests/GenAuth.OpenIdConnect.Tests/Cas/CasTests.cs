using System.Text.Json.Nodes;
using System.Xml.Linq;
using CsCheck;
using GenAuth.OpenIdConnect.Cas;
using GenAuth.OpenIdConnect.Tests.Support;

namespace GenAuth.OpenIdConnect.Tests.Cas;

public sealed class CasTests
{
    private const string Service = "https://app.example.com/cas?a=1&b=2";
    private const string ValidatePath = "/cas-idp/5f17a529f64fb009b794a2ff/serviceValidate";

    private const string Xml = """
        <cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">
          <cas:authenticationSuccess>
            <cas:user>ada</cas:user>
            <cas:attributes>
              <cas:authenticationDate>2026-01-01T00:00:00Z</cas:authenticationDate>
              <cas:email></cas:email>
              <cas:role>admin</cas:role>
              <cas:role>reader</cas:role>
              <cas:address><cas:country>CN</cas:country></cas:address>
            </cas:attributes>
          </cas:authenticationSuccess>
        </cas:serviceResponse>
        """;

    private const string Json = """
        {"serviceResponse":{"authenticationSuccess":{"user":"ada","attributes":{
          "authenticationDate":"2026-01-01T00:00:00Z","email":null,"role":["admin","reader"],"address":{"country":"CN"}}}}}
        """;

    [Theory]
    [InlineData(CasResponseFormat.Json, Json, "JSON")]
    [InlineData(CasResponseFormat.Xml, Xml, "XML")]
    public async Task Ticket_yields_the_user_with_attributes(CasResponseFormat format, string body, string parameter)
    {
        await using var service = await StubService.StartAsync();
        service.On(ValidatePath, _ => new(body, ContentType: format == CasResponseFormat.Xml ? "application/xml" : "application/json"));

        var user = await service.CreateClient().ValidateCasTicketAsync("ST-1", Service, format);

        Assert.Equal("ada", user.Name);
        Assert.Equal(["admin", "reader"], user.Attributes["role"]);
        Assert.Equal(["CN"], user.Attributes["address.country"]);
        Assert.False(user.Attributes.ContainsKey("email"));
        Assert.Equal(new Dictionary<string, string> { ["service"] = Service, ["ticket"] = "ST-1", ["format"] = parameter }, service.Requests.Single().Query);
    }

    [Theory]
    [InlineData("yes\nada\n", "ada")]
    [InlineData("yes\r\nada\r\n", "ada")]
    [InlineData("yes\nno", "no")]
    public async Task Ticket_of_version_1_yields_the_user(string body, string expected)
    {
        await using var service = await StubService.StartAsync();
        service.On("/cas-idp/5f17a529f64fb009b794a2ff/validate", _ => new(body, ContentType: "text/plain"));

        Assert.Equal(expected, (await service.CreateClient().ValidateCasTicketAsync("ST-1", Service, CasResponseFormat.Text)).Name);
        Assert.Equal(new Dictionary<string, string> { ["service"] = Service, ["ticket"] = "ST-1" }, service.Requests.Single().Query);
    }

    [Theory]
    [InlineData(CasResponseFormat.Text, "no\n\n", "INVALID_TICKET", null)]
    [InlineData(CasResponseFormat.Text, "no\nyes\n", "INVALID_TICKET", null)]
    [InlineData(CasResponseFormat.Json, """{"serviceResponse":{"authenticationFailure":{"code":"INVALID_SERVICE","description":"no"}}}""", "INVALID_SERVICE", "no")]
    [InlineData(CasResponseFormat.Json, """{"serviceResponse":{"authenticationFailure":{},"authenticationSuccess":{"user":"ada"}}}""", "INVALID_TICKET", null)]
    [InlineData(CasResponseFormat.Xml, """<s:serviceResponse xmlns:s="http://www.yale.edu/tp/cas"><s:authenticationFailure code="INVALID_TICKET"> no </s:authenticationFailure></s:serviceResponse>""", "INVALID_TICKET", "no")]
    public async Task Refused_ticket_is_an_exception(CasResponseFormat format, string body, string code, string? description)
    {
        await using var service = await StubService.StartAsync();
        service.On(ValidatePath, body).On("/cas-idp/5f17a529f64fb009b794a2ff/validate", body);

        var failure = await Assert.ThrowsAsync<GenAuthCasException>(() => service.CreateClient().ValidateCasTicketAsync("ST-1", Service, format));

        Assert.Equal((code, description), (failure.Code, failure.Description));
    }

    [Theory]
    [InlineData(CasResponseFormat.Text, "maybe yes\nada\n")]
    [InlineData(CasResponseFormat.Text, "yes")]
    [InlineData(CasResponseFormat.Text, "yes\n\n")]
    [InlineData(CasResponseFormat.Text, "<html>yes\nada</html>")]
    [InlineData(CasResponseFormat.Json, "{}")]
    [InlineData(CasResponseFormat.Json, Xml)]
    [InlineData(CasResponseFormat.Json, """{"serviceResponse":{"authenticationSuccess":{"user":["ada"]}}}""")]
    [InlineData(CasResponseFormat.Json, """{"serviceResponse":{"authenticationSuccess":{"user":" "}}}""")]
    [InlineData(CasResponseFormat.Xml, Json)]
    [InlineData(CasResponseFormat.Xml, """<serviceResponse><authenticationSuccess><user>ada</user></authenticationSuccess></serviceResponse>""")]
    [InlineData(CasResponseFormat.Xml, """<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><s:serviceResponse xmlns:s="http://www.yale.edu/tp/cas"><s:authenticationSuccess><s:user>&a;</s:user></s:authenticationSuccess></s:serviceResponse>""")]
    [InlineData(CasResponseFormat.Xml, """<!DOCTYPE s:serviceResponse><s:serviceResponse xmlns:s="http://www.yale.edu/tp/cas"><s:authenticationSuccess><s:user>ada</s:user></s:authenticationSuccess></s:serviceResponse>""")]
    public async Task Response_that_is_not_cas_is_invalid(CasResponseFormat format, string body)
    {
        await using var service = await StubService.StartAsync();
        service.On(ValidatePath, body).On("/cas-idp/5f17a529f64fb009b794a2ff/validate", body);

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => service.CreateClient().ValidateCasTicketAsync("ST-1", Service, format));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(503)]
    public async Task Ticket_is_sent_once(int status)
    {
        await using var service = await StubService.StartAsync();
        service.On(ValidatePath, "down", status);

        await Assert.ThrowsAnyAsync<GenAuthException>(() => service.CreateClient().ValidateCasTicketAsync("ST-1", Service));

        Assert.Single(service.Requests);
    }

    [Fact]
    public void Deep_xml_does_not_exhaust_the_stack() =>
        Assert.Null(CasResponse.Parse(string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)), CasResponseFormat.Xml));

    [Fact]
    public void Any_text_is_a_response_or_none() => Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char["yes\nno<>{}\"/"], 0, 40]), Gen.Enum<CasResponseFormat>()).Sample(
        (text, format) =>
        {
            var response = CasResponse.Parse(text, format);
            Assert.True(response is null || (response.User is null) != (response.Code is null));
        },
        iter: 2_000);

    [Fact]
    public void Xml_and_json_of_one_user_are_read_alike() => Gen.Select(Text, Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 5].Select(static name => "a" + name), Text.Array[1, 3])[0, 5]).Sample(
        (user, attributes) =>
        {
            XNamespace cas = "http://www.yale.edu/tp/cas";
            var xml = new XElement(cas + "serviceResponse", new XElement(cas + "authenticationSuccess", new XElement(cas + "user", user),
                new XElement(cas + "attributes", attributes.SelectMany(entry => entry.Value.Select(value => new XElement(cas + entry.Key, value))))));
            var json = new JsonObject { ["serviceResponse"] = new JsonObject { ["authenticationSuccess"] = new JsonObject { ["user"] = user,
                ["attributes"] = new JsonObject(attributes.Select(static entry => KeyValuePair.Create(entry.Key, (JsonNode?)new JsonArray([.. entry.Value.Select(static value => JsonValue.Create(value))])))) } } };

            var fromXml = CasResponse.Parse(xml.ToString(SaveOptions.DisableFormatting), CasResponseFormat.Xml)!.User!;
            var fromJson = CasResponse.Parse(json.ToJsonString(), CasResponseFormat.Json)!.User!;

            Assert.Equal(user, fromXml.Name);
            Assert.Equal(Describe(fromXml), Describe(fromJson));
        });

    [Theory]
    [InlineData(CasSignInMode.Default, "")]
    [InlineData(CasSignInMode.Renew, "&renew=true")]
    [InlineData(CasSignInMode.Gateway, "&gateway=true")]
    public void Sign_in_address_escapes_the_service(CasSignInMode mode, string end) => Assert.Equal(
        "https://example.genauth.ai/cas-idp/app/login?service=https%3A%2F%2Fapp.example.com%2Fcas%3Fa%3D1%26b%3D2" + end,
        Create().CreateCasSignInUri(Service, mode).AbsoluteUri);

    [Fact]
    public void Sign_out_address_has_the_service_if_there_is_one()
    {
        Assert.Equal("https://example.genauth.ai/cas-idp/app/logout", Create().CreateCasSignOutUri().AbsoluteUri);
        Assert.Equal("https://example.genauth.ai/cas-idp/app/logout?service=https%3A%2F%2Fapp.example.com%2F", Create().CreateCasSignOutUri("https://app.example.com/").AbsoluteUri);
    }

    [Fact]
    public void Relative_service_is_an_argument_error() => Assert.Throws<ArgumentException>(() => Create().CreateCasSignInUri("callback"));

    private static IEnumerable<string> Describe(CasUser user) =>
        [user.Name, .. user.Attributes.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => $"{entry.Key}: {string.Join(" ", entry.Value)}")];

    private static Gen<string> Text => Gen.String[Gen.Char['!', '~'], 1, 12];

    private static OpenIdConnectClient Create() => new(new OpenIdConnectClientOptions { AppId = "app", AppHost = "https://example.genauth.ai" });
}
