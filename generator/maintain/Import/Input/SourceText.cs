namespace GenAuth.Maintain.Import.Input;

/// <summary>A text and where it came from.</summary>
internal sealed record SourceText(string Name, string Text)
{
    public static async Task<SourceText> ReadAsync(string source, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        if (source.Contains("://", StringComparison.Ordinal))
        {
            return new(source, await Download.ReadAsync(source, timeLimit, cancellationToken));
        }

        try
        {
            return new(source, await File.ReadAllTextAsync(source, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{source}: cannot be read: {exception.Message} Name an existing file or an http(s) address.");
        }
    }
}
