using System.Collections;
using System.Text;
using GenAuth.Exceptions;

namespace GenAuth.Pipeline.Content;

/// <summary>Files and fields as <c>multipart/form-data</c>.</summary>
internal sealed class MultipartBody : IRequestBody, IEnumerable
{
    private readonly List<(string Name, FileUpload File)> _files = [];

    public void Add(string name, FileUpload file) => _files.Add((name, file));

    public HttpContent ToContent(bool isForOneSending = false)
    {
        var content = new OneTimeParts(isForOneSending);
        foreach (var (name, file) in _files)
        {
            // As browsers write it. .NET would leave the quotation marks out and encode a name beyond ASCII as mail does,
            // and strict servers find no file then.
            var part = file.ToContent();
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"; filename=\"{AsUtf8(file.FileName)}\"");
            content.Add(part);
        }

        return content;
    }

    /// <summary>One character for each byte, because that is how .NET writes headers.</summary>
    private static string AsUtf8(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => (char)value));

    IEnumerator IEnumerable.GetEnumerator() => _files.GetEnumerator();

    private sealed class OneTimeParts(bool isForOneSending) : MultipartContent("form-data")
    {
        private int _sendings;

#if NETSTANDARD2_0
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext context)
        {
            CountSending();
            return base.SerializeToStreamAsync(stream, context);
        }
#else
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context, CancellationToken cancellationToken)
        {
            CountSending();
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }
#endif

        private void CountSending()
        {
            if (isForOneSending)
            {
                SentTwiceException.ThrowIfSent(ref _sendings);
            }
        }
    }
}
