namespace GenAuth.Testing.Service;

/// <summary>An operation of the API: where it is, and how the SDK calls it.</summary>
/// <param name="Verb">The HTTP verb.</param>
/// <param name="Path">The path, with parameters in braces.</param>
/// <param name="Method">The client and its method, for example <c>ManagementClient.GetUserAsync</c>.</param>
internal sealed record ApiOperation(string Verb, string Path, string Method)
{
    public bool IsManagement => Method.StartsWith(nameof(ManagementClient) + ".", StringComparison.Ordinal);
}

/// <summary>All operations of the API, so that the tenant can tell an operation that it does not implement from a wrong address.</summary>
internal static class ApiOperations
{
    private static readonly Lazy<ILookup<int, ApiOperation>> All = new(Read);

    /// <summary>The operation of a request, or <see langword="null"/> when the API has none there.</summary>
    public static ApiOperation? Find(string verb, string path) => At(path).FirstOrDefault(operation => operation.Verb == verb);

    /// <summary>The operations of a path, one for each verb.</summary>
    public static IEnumerable<ApiOperation> At(string path)
    {
        var segments = path.Split('/');
        return All.Value[segments.Length].Where(operation => IsAt(operation.Path.Split('/'), segments));
    }

    private static bool IsAt(string[] pattern, string[] segments) =>
        pattern.Zip(segments).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length > 0));

    // The list of the SDK's names has a line "VERB /path = Client.Method" for each operation, and others.
    private static ILookup<int, ApiOperation> Read()
    {
        using var text = new StreamReader(typeof(ApiOperations).Assembly.GetManifestResourceStream("names.lock") ?? Stream.Null);
        return Lines(text).Select(line => line.Split(' '))
            .Where(words => words is [_, ['/', ..], "=", _])
            .Select(words => new ApiOperation(words[0], words[1], words[3]))
            .ToLookup(operation => operation.Path.Split('/').Length);
    }

    private static IEnumerable<string> Lines(StreamReader text)
    {
        while (text.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
