namespace GenAuth.Testing.Service;

/// <summary>An operation of the API, and the method of the SDK that calls it.</summary>
/// <param name="Verb">The HTTP verb.</param>
/// <param name="Path">The path, with parameters in braces.</param>
/// <param name="Method">The client and its method, for example <c>ManagementClient.GetUserAsync</c>.</param>
internal sealed record ApiOperation(string Verb, string Path, string Method)
{
    public bool IsManagement => Method.StartsWith(nameof(ManagementClient) + ".", StringComparison.Ordinal);
}

/// <summary>All operations of the API. The tenant uses them to distinguish operations that it does not implement from wrong addresses.</summary>
internal static class ApiOperations
{
    private static readonly Lazy<ILookup<int, ApiOperation>> All = new(Read);

    /// <summary>The operation of a request, or <see langword="null"/> if the API has none with this verb and path.</summary>
    public static ApiOperation? Find(string verb, string path) => GetByPath(path).FirstOrDefault(operation => operation.Verb == verb);

    /// <summary>The operations of a path, one for each verb.</summary>
    public static IEnumerable<ApiOperation> GetByPath(string path)
    {
        var segments = path.Split('/');
        return All.Value[segments.Length].Where(operation => IsMatch(operation.Path.Split('/'), segments));
    }

    private static bool IsMatch(string[] pattern, string[] segments) =>
        pattern.Zip(segments).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length > 0));

    // names.lock contains a line "VERB /path = Client.Method" for each operation.
    private static ILookup<int, ApiOperation> Read()
    {
        using var text = new StreamReader(typeof(ApiOperations).Assembly.GetManifestResourceStream("names.lock") ?? Stream.Null);
        return ReadLines(text).Select(line => line.Split(' '))
            .Where(words => words is [_, ['/', ..], "=", _])
            .Select(words => new ApiOperation(words[0], words[1], words[3]))
            .ToLookup(operation => operation.Path.Split('/').Length);
    }

    private static IEnumerable<string> ReadLines(StreamReader text)
    {
        while (text.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
