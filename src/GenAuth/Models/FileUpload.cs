namespace GenAuth;

/// <summary>A file for an operation that uploads one.</summary>
public sealed class FileUpload
{
    private readonly byte[] _content;

    /// <summary>Creates a file from bytes.</summary>
    /// <param name="content">The content of the file; copied.</param>
    /// <param name="fileName">The name that is sent, with its extension, for example <c>invitees.xlsx</c>.</param>
    /// <param name="contentType">The media type; <see langword="null"/> sends <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">The name is blank, or the name or the media type cannot be sent in a header.</exception>
    public FileUpload(byte[] content, string fileName, string? contentType = null)
    {
        Throw.IfNull(content, nameof(content));
        Throw.IfBlank(fileName, nameof(fileName), "Pass the name to send, for example invitees.xlsx.");
        if (fileName.Any(character => character == '"' || char.IsControl(character)))
        {
            throw new ArgumentException("fileName holds a quotation mark or a control character. Remove it.", nameof(fileName));
        }

        // The parser accepts any character between quotation marks.
        if (contentType is not null && (contentType.Any(character => character is < ' ' or > '~') || !System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out _)))
        {
            throw new ArgumentException("contentType is not a media type. Pass one such as text/csv, or leave it null.", nameof(contentType));
        }

        _content = (byte[])content.Clone();
        FileName = fileName;
        ContentType = contentType ?? "application/octet-stream";
    }

    /// <summary>The name that is sent.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    public string ContentType { get; }

    /// <summary>Reads a file from disk into memory.</summary>
    /// <param name="path">The path of the file. Its last segment becomes <see cref="FileName"/>.</param>
    /// <param name="contentType">The media type; <see langword="null"/> sends <c>application/octet-stream</c>.</param>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileUpload FromFile(string path, string? contentType = null)
    {
        Throw.IfBlank(path, nameof(path), "Pass the path of the file to send.");
        return new FileUpload(File.ReadAllBytes(path), Path.GetFileName(path), contentType);
    }

    /// <summary>Returns the type's name and the size, but not the content.</summary>
    public override string ToString() => $"{nameof(FileUpload)} of {_content.Length} bytes";

    internal HttpContent ToContent()
    {
        var content = new ByteArrayContent(_content);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(ContentType);
        return content;
    }
}
