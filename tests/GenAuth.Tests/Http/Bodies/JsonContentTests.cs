using GenAuth.Pipeline.Content;
using GenAuth.Serialization;

namespace GenAuth.Tests.Http.Bodies;

public sealed class JsonContentTests
{
    private static readonly byte[] Bytes = "{\"a\":\"中\"}"u8.ToArray();

    [Fact]
    public void Json_content_has_type_and_length()
    {
        using var content = new JsonContent(new Utf8Json(Bytes));

        Assert.Equal("application/json; charset=utf-8", content.Headers.ContentType!.ToString());
        Assert.Equal(Bytes.Length, content.Headers.ContentLength);
    }

    [Fact]
    public async Task Json_content_can_be_read_repeatedly_by_every_method()
    {
        using var content = new JsonContent(new Utf8Json(Bytes));
        for (var time = 0; time < 2; time++)
        {
            using var waited = new MemoryStream();
            await content.CopyToAsync(waited);
            using var atOnce = new MemoryStream();
            content.CopyTo(atOnce, null, CancellationToken.None);
            using var stream = new MemoryStream();
            await (await content.ReadAsStreamAsync()).CopyToAsync(stream);

            Assert.All([waited, atOnce], copy => Assert.Equal(Bytes, copy.ToArray()));
            Assert.Equal(Bytes, await content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Cancellation_ends_the_sending_of_json_content()
    {
        using var content = new JsonContent(new Utf8Json(Bytes));
        using var stream = new MemoryStream();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => content.CopyToAsync(stream, new CancellationToken(canceled: true)));
    }
}
