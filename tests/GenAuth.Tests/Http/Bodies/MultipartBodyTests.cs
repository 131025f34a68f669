using System.Text;
using GenAuth.Pipeline.Content;

namespace GenAuth.Tests.Http.Bodies;

public sealed class MultipartBodyTests
{
    [Fact]
    public async Task Multipart_names_are_quoted_as_browsers_quote_them()
    {
        var body = new MultipartBody { { "file", new FileUpload([1, 2], "Größe 表.xlsx", "text/csv") } };

        var content = body.ToContent();
        var text = Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync());

        Assert.StartsWith("multipart/form-data; boundary=", content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: text/csv\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Größe 表.xlsx\"\r\n\r\n\u0001\u0002\r\n", text, StringComparison.Ordinal);
    }
}
