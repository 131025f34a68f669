using System.Net;
using System.Net.Http.Headers;

namespace GenAuth.BuildTests.Diff;

/// <summary>A program that was compiled against one library and runs with another.</summary>
internal static class OldProgram
{
    private const string Source = """
        using System.Net.Http;
        using System.Threading.Tasks;
        using GenAuth;

        public static class Program
        {
            public static async Task RunAsync(HttpClient http)
            {
                IManagementClient client = new ManagementClient(new ManagementClientOptions { AccessKeyId = "key", AccessKeySecret = "secret" }, http);
                await client.FirstOptionalAsync("plain");
                await client.Plants.FirstOptionalAsync("settings", new RequestOptions { Language = "ja-JP" });
                await client.OnlyOptionalAsync();
                await client.OptionalAddedAsync("old", new() { B = 1 });
                await foreach (var thing in client.FirstOptionalPagingAutoPagingAsync(1, 2))
                {
                }
            }
        }
        """;

    /// <summary>Runs the program and returns the addresses that it requests.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(byte[] compiledAgainst, byte[] library)
    {
        var program = Consumer.Create(Source, compiledAgainst).Image;
        using var handler = new Recorder();
        using var http = new HttpClient(handler);
        await Binder.RunAsync(program, library, http);
        return handler.Addresses;
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public List<string> Addresses { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Addresses.Add(request.RequestUri!.PathAndQuery);
            var content = new ByteArrayContent("""{"statusCode":200,"message":"","data":{"list":[],"total_count":0}}"""u8.ToArray());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }
}
