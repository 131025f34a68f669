using System.Net;
using GenAuth;
using GenAuth.Models;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

// A program that uses the package: it sends and receives members of every kind, serialized by the SDK and by itself.
using var http = new HttpClient(new Echo());
var client = new AuthenticationClient(new AuthenticationClientOptions { AppId = "app", AppSecret = "secret", AppHost = "https://example.genauth.ai" }, http);

var thing = await client.SendAsync<OddThingDto>(HttpMethod.Post, "/echo", body: JObject.Parse(args[0]));
Console.WriteLine($"unknown: {thing.AdditionalProperties.Count}");
Console.WriteLine((await client.SendAsync<JObject>(HttpMethod.Post, "/echo", body: thing)).ToString(Formatting.None));
Console.WriteLine(JsonConvert.SerializeObject(thing));

var nulls = new JObject(typeof(OddThingDto).GetProperties()
    .SelectMany(property => property.GetCustomAttributes(typeof(JsonPropertyAttribute), inherit: false).Cast<JsonPropertyAttribute>())
    .Select(member => new JProperty(member.PropertyName!, JValue.CreateNull())));
var empty = await client.SendAsync<OddThingDto>(HttpMethod.Post, "/echo", body: nulls);
var written = new[] { await client.SendAsync<JObject>(HttpMethod.Post, "/echo", body: empty), JObject.Parse(JsonConvert.SerializeObject(empty)) };
Console.WriteLine($"nulls: {string.Join(' ', written.Select(copy => JToken.DeepEquals(copy, nulls) ? "all" : copy.ToString(Formatting.None)))}");

internal sealed class Echo : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(HttpStatusCode.OK) { Content = new StringContent(await request.Content!.ReadAsStringAsync(cancellationToken)) };
}
