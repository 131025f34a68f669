using System.Collections;
using System.Text;

namespace GenAuth.Pipeline.Content;

/// <summary>Files and fields as <c>multipart/form-data</c>.</summary>
internal sealed class MultipartBody : IRequestBody, IEnumerable
{
    private readonly List<(string Name, FileUpload File)> _files = [];

    public void Add(string name, FileUpload file) => _files.Add((name, file));

    public HttpContent ToContent(bool sendOnce = false)
    {
        var content = new SendOnceMultipartContent(sendOnce);
        foreach (var (name, file) in _files)
        {
            // The format of browsers. .NET would omit the quotation marks and encode non-ASCII names by RFC 2047, and strict
            // servers would not find the file.
            var part = file.ToContent();
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"; filename=\"{ToUtf8Header(file.FileName)}\"");
            content.Add(part);
        }

        return content;
    }

    /// <summary>Returns one character for each byte of the UTF-8 text, because .NET writes headers as Latin-1.</summary>
    private static string ToUtf8Header(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => (char)value));

    IEnumerator IEnumerable.GetEnumerator() => _files.GetEnumerator();

    private sealed class SendOnceMultipartContent(bool sendOnce) : MultipartContent("form-data")
    {
        private int _sendCount;

#if NETSTANDARD2_0
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext context)
        {
            CountSend();
            return base.SerializeToStreamAsync(stream, context);
        }
#else
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context, CancellationToken cancellationToken)
        {
            CountSend();
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }
#endif

        private void CountSend()
        {
            if (sendOnce)
            {
                SentTwiceException.ThrowIfSent(ref _sendCount);
            }
        }
    }
}
