using System.Text;
using GenAuth.Pipeline.Content;

namespace GenAuth.Tests.Http.Bodies;

public sealed class FileUploadTests
{
    [Fact]
    public async Task File_is_sent_as_a_part_with_its_name_and_type()
    {
        var body = new MultipartBody { { "file", new FileUpload("a,b\n"u8.ToArray(), "invitees.csv", "text/csv") } };

        var content = body.ToContent();
        var text = await content.ReadAsStringAsync();

        Assert.Equal("multipart/form-data", content.Headers.ContentType?.MediaType);
        Assert.Contains("name=\"file\"; filename=\"invitees.csv\"", text, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/csv\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\na,b\n\r\n--", text, StringComparison.Ordinal);
    }

    [Fact]
    public void File_without_a_type_is_sent_as_octet_stream() => Assert.Equal("application/octet-stream", new FileUpload([1], "a.bin").ContentType);

    [Fact]
    public async Task FileUpload_copies_its_bytes()
    {
        var bytes = "before"u8.ToArray();
        var file = new FileUpload(bytes, "a.txt");
        bytes[0] = (byte)'X';

        Assert.Equal("before", await file.ToContent().ReadAsStringAsync());
    }

    [Fact]
    public async Task FileUpload_of_a_path_has_the_name_of_the_file()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "liste é.csv");
            await File.WriteAllTextAsync(path, "a,b", Encoding.UTF8);

            Assert.Equal("liste é.csv", FileUpload.FromFile(path).FileName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\"b.csv")]
    [InlineData("a\r\nb.csv")]
    public void Invalid_file_name_is_refused(string name) =>
        Assert.Equal("fileName", Assert.Throws<ArgumentException>(() => new FileUpload([], name)).ParamName);

    [Theory]
    [InlineData("")]
    [InlineData("csv")]
    [InlineData("text/csv\r\nx: y")]
    [InlineData("text/csv; name=\"\f\"")]
    [InlineData("text/csv; name=\"é\"")]
    public void Invalid_content_type_is_refused(string type) =>
        Assert.Equal("contentType", Assert.Throws<ArgumentException>(() => new FileUpload([], "a.csv", type)).ParamName);

    [Fact]
    public void ToString_of_an_upload_shows_neither_name_nor_content() =>
        Assert.Equal("FileUpload of 6 bytes", new FileUpload("secret"u8.ToArray(), "secret.csv").ToString());
}
