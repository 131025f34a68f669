using System.IO.Compression;
using System.Text;
using CsCheck;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Security;

/// <summary>A response cannot use a thread or memory for longer than the caller allows, whatever its content.</summary>
public sealed class ResponseLimitTests
{
    private const string Beginning = """{"statusCode":200,"message":"m","data":{"authInfo":"a","x":""";

    /// <summary>Bodies in which one token, white space, a comment or many values take the time.</summary>
    public static TheoryData<string> LongBodies =>
    [
        Beginning + "[" + Repeat("{},", 100_000) + "1]}}",
        Beginning + "[" + Repeat("{},", 100_000),
        Beginning + Repeat(" ", 300_000) + "1}}",
        Beginning + "\"" + Repeat("a", 300_000) + "\"}}",
        Beginning + "/*" + Repeat("a", 300_000) + "*/1}}",
        Repeat("\n", 300_000) + "<html>",
        Repeat("a", 300_000),
        """{"statusCode":403,"message":"no","data":[""" + Repeat("1,", 100_000) + "1]}",
    ];

    [Theory]
    [MemberData(nameof(LongBodies))]
    public async Task Decoding_ends_when_the_caller_has_cancelled(string body)
    {
        using var cancellation = new CancellationTokenSource();
        var handler = new Streaming(body, atEnd: cancellation.Cancel);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(handler).GetAlipayAuthInfoAsync("c", cancellationToken: cancellation.Token));

        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(LongBodies))]
    public async Task Decoding_ends_when_the_calls_time_is_up(string body)
    {
        var clock = new FakeTimeProvider();
        var handler = new Streaming(body, atEnd: () => clock.Advance(TimeSpan.FromSeconds(31)));
        var client = Client(handler, options => (options.TimeProvider, options.AttemptTimeout) = (clock, Timeout.InfiniteTimeSpan));

        var exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => client.GetAlipayAuthInfoAsync("c"));

        Assert.Equal(GenAuthTimeoutScope.Call, exception.Scope);
    }

    [Fact]
    public async Task Decoding_ends_in_the_middle_of_a_body()
    {
        using var cancellation = new CancellationTokenSource();
        var items = 0;
        Item.OnRead.Value = () =>
        {
            if (++items == 1_000)
            {
                cancellation.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(new Streaming("[" + Repeat("1,", 100_000) + "1]"))
            .SendAsync<List<Item>>(HttpMethod.Get, "/api/v3/mine", cancellationToken: cancellation.Token));

        Assert.InRange(items, 1_000, 10_000);
    }

    [Fact]
    public async Task Unpacking_ends_when_the_caller_has_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = new Streaming(Pack(Beginning + Repeat(" ", 5_000_000) + "1}}"), atStart: cancellation.Cancel, encoding: "gzip");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(handler).GetAlipayAuthInfoAsync("c", cancellationToken: cancellation.Token));
    }

    [Fact]
    public async Task Small_body_with_many_values_ends_at_the_limit()
    {
        var packed = Pack(Beginning + "[" + Repeat("{},", 4_000_000) + "{}]}}");
        Assert.InRange(packed.Length, 0, 60_000);

        var (exception, allocated) = await FailureAsync(Client(new Streaming(packed, encoding: "gzip")));

        Assert.Equal(GenAuthResponseProblem.TooLarge, exception.Problem);
        Assert.EndsWith(": the body has more JSON values than MaxResponseValues allows (1000000). Ask for less at once, or raise that option.", exception.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 500_000_000);
    }

    [Fact]
    public async Task Response_of_exactly_MaxResponseValues_is_read_and_one_value_more_is_not() => await AnyJson.Value.SampleAsync(
        async value =>
        {
            // The envelope itself has five more.
            var body = Beginning + AnyJson.Write(value) + "}}";
            var count = 5 + CountValues(value);
            Task<GenAuth.Models.GetAlipayAuthInfoRespDto> SendAsync(int limit) => Client(new Streaming(body), options => options.MaxResponseValues = limit).GetAlipayAuthInfoAsync("c");

            Assert.Equal("a", (await SendAsync(count)).Data.AuthInfo);
            Assert.Equal(GenAuthResponseProblem.TooLarge, (await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => SendAsync(count - 1))).Problem);
        },
        iter: 500,
        print: AnyJson.Write);

    [Theory]
    [InlineData("""{"statusCode":403,"message":"no","data":[1,2,3,4,5,6]}""")]
    [InlineData("""{"data":[1,2,3,4,5,6],"statusCode":200}""")]
    [InlineData("[1,2,3,4,5,6]")]
    public async Task MaxResponseValues_applies_to_every_kind_of_response(string body)
    {
        var client = Client(new Streaming(body), options => options.MaxResponseValues = 5);

        Assert.Equal(GenAuthResponseProblem.TooLarge, (await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => client.SendAsync<JToken>(HttpMethod.Get, "/api/v3/any"))).Problem);
    }

    [Theory]
    [InlineData("", "<html>")]
    [InlineData("", Beginning + "1}}")]
    [InlineData(Beginning, "1}}")]
    [InlineData(Beginning, "]")]
    public async Task White_space_allocates_no_memory(string before, string after)
    {
        const int Length = 2_000_000;
        var client = Client(new Streaming(before + Repeat(" ", Length) + after));

        var allocated = await AllocatedAsync(() => client.GetAlipayAuthInfoAsync("c"));

        // The buffers of the body grow by doubling: four bytes for each.
        Assert.InRange(allocated, 0, 8L * Length);
    }

    [Fact]
    public async Task A_body_that_is_malformed_at_its_end_is_decoded_once()
    {
        var whole = Beginning + "[" + Repeat("{},", 200_000) + "{}]}}";
        Task<GenAuth.Models.GetAlipayAuthInfoRespDto> SendAsync(string body) => Client(new Streaming(body)).GetAlipayAuthInfoAsync("c");

        await SendAsync(whole);
        var forSuccess = await AllocatedAsync(() => SendAsync(whole));
        var forFailure = await AllocatedAsync(() => SendAsync(whole[..^1]));

        Assert.InRange(forFailure, 0, forSuccess * 3 / 2);
    }

    [Fact]
    public async Task A_body_that_is_nested_too_deeply_names_the_limit()
    {
        string Nested(int levels) => """{"statusCode":200,"data":{"x":""" + Repeat("[", levels - 2) + Repeat("]", levels - 2) + "}}";

        Assert.NotNull((await Client(new Streaming(Nested(64))).GetAlipayAuthInfoAsync("c")).Data);
        var (exception, _) = await FailureAsync(Client(new Streaming(Nested(65))));

        Assert.Equal(GenAuthResponseProblem.TooDeep, exception.Problem);
        Assert.EndsWith(": the body's JSON is nested more than 64 levels deep, which is the limit. Ask for less at once, or report what is nested so deeply.", exception.Message, StringComparison.Ordinal);
    }

    private static AuthenticationClient Client(HttpMessageHandler handler, Action<AuthenticationClientOptions>? change = null) =>
        new(Clients.Options(change), new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan });

    private static async Task<(GenAuthInvalidResponseException Exception, long Allocated)> FailureAsync(AuthenticationClient client)
    {
        GenAuthInvalidResponseException? exception = null;
        var allocated = await AllocatedAsync(async () => exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => client.GetAlipayAuthInfoAsync("c")));
        return (exception!, allocated);
    }

    /// <summary>What a call allocates. Nothing in it waits, so all of it runs on this thread.</summary>
    private static async Task<long> AllocatedAsync(Func<Task> call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var task = call();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(task.IsCompleted, "The call has left its thread.");
        await Record.ExceptionAsync(() => task);
        return allocated;
    }

    private static int CountValues(JToken value) => value is JContainer container ? container.Descendants().Prepend(value).Count(token => token is not JProperty) : 1;

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Optimal))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    /// <summary>A number of a list whose reading runs a callback.</summary>
    [JsonConverter(typeof(Converter))]
    private sealed class Item
    {
        public static readonly AsyncLocal<Action> OnRead = new();

        private sealed class Converter : JsonConverter<Item>
        {
            public override Item ReadJson(JsonReader reader, Type objectType, Item? existingValue, bool hasExistingValue, JsonSerializer serializer)
            {
                OnRead.Value!();
                return new Item();
            }

            public override void WriteJson(JsonWriter writer, Item? value, JsonSerializer serializer) => throw new NotSupportedException();
        }
    }

    /// <summary>Returns a body, and runs a callback when its first byte or its end is read.</summary>
    private sealed class Streaming(byte[] body, Action? atStart = null, Action? atEnd = null, string? encoding = null) : HttpMessageHandler
    {
        public Streaming(string body, Action? atEnd = null)
            : this(Encoding.UTF8.GetBytes(body), atEnd: atEnd)
        {
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(new Body(body, atStart, atEnd));
            content.Headers.Add("Content-Type", "application/json");
            if (encoding is not null)
            {
                content.Headers.Add("Content-Encoding", encoding);
            }

            return Task.FromResult(new HttpResponseMessage { Content = content });
        }

        private sealed class Body(byte[] body, Action? atStart, Action? atEnd) : MemoryStream(body)
        {
            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                (Position == 0 ? atStart : null)?.Invoke();
                var count = Read(buffer.Span);
                (count == 0 ? atEnd : null)?.Invoke();
                return new(count);
            }
        }
    }
}
