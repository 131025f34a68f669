namespace GenAuth.Testing.Service;

/// <summary>
/// What the tenant cannot do is never a refusal that the service could give: a test would take it for one. It arrives as a
/// <see cref="GenAuthNotImplementedException"/>.
/// </summary>
internal static class NotImplemented
{
    private const string Remedy = "Let an HttpMessageHandler or a fake of the client's interface answer this call, or run the test against a real user pool.";

    public static TenantAnswer Operation(ApiOperation operation) =>
        TenantAnswer.NotImplemented($"The embedded tenant does not implement {operation.Method} ({operation.Verb} {operation.Path}). {Remedy}");

    /// <param name="operation">Verb and path.</param>
    /// <param name="parameter">The parameter's name on the wire, or a value of it.</param>
    public static TenantAnswer Parameter(string operation, string parameter) =>
        TenantAnswer.NotImplemented($"The embedded tenant does not implement {parameter} of {operation}. {Remedy}");

    /// <summary>The answer for a path below <c>/api</c> that the API does not have.</summary>
    public static TenantAnswer Unknown(string verb, string path)
    {
        var verbs = string.Join(", ", ApiOperations.At(path).Select(operation => operation.Verb));
        var hint = verbs.Length > 0 ? $"The API has {verbs} at this path." : "Check the path, its case included.";
        return TenantAnswer.NotImplemented($"{verb} {path} is not an operation of the API. {hint}");
    }
}
