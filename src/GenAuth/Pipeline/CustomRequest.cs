using GenAuth.Text;

namespace GenAuth.Pipeline;

/// <summary>Creates requests to operations that the API document does not contain.</summary>
internal static class CustomRequest
{
    /// <exception cref="ArgumentException">The path is not one on the service's own host, leads to another path, or carries a query; or a value in the body cannot be sent as JSON.</exception>
    public static ApiRequest Create(HttpMethod method, string path, IEnumerable<KeyValuePair<string, string?>>? query, object? body)
    {
        Throw.IfNull(method, nameof(method));
        Throw.IfBlank(path, nameof(path), "Pass the path from the root of the host, for example /api/v3/get-profile.");
        if (PathValidator.GetProblem(path) is { } problem)
        {
            throw new ArgumentException("path " + problem, nameof(path));
        }

        var request = new ApiRequest($"{method} {TextSanitizer.ToSingleLine(path)}", method, path)
        {
            Body = body,
            HidesQuery = true,
            IsCustom = true,
            // Only the verb of the operation is known.
            RetrySafety = method == HttpMethod.Get || method == HttpMethod.Head ? RetrySafety.Read : RetrySafety.Never,
        };
        foreach (var parameter in query ?? [])
        {
            request.Query.Add(parameter.Key, parameter.Value);
        }

        return request;
    }
}
