namespace GenAuth.Maintain.Reference;

/// <summary>The exceptions of an operation: first what its description speaks of, then what every call can meet.</summary>
internal static class ErrorRows
{
    public static IEnumerable<IReadOnlyList<string>> Of(ApiOperation operation)
    {
        var expected = ExpectedErrors.Of(operation);
        foreach (var error in expected)
        {
            yield return [Markdown.Code(error.Exception), Markdown.Text(error.When) + (error.Codes.Count > 0 ? $" ({string.Join(", ", error.Codes)})" : string.Empty)];
        }

        if (operation.NeedsUser)
        {
            yield return [Markdown.Code("GenAuthUnauthorizedException"), "The access token is missing, expired or not valid."];
        }

        if (!expected.Any(error => error.Exception == ExceptionOf.AnyRefusal))
        {
            yield return [Markdown.Code(ExceptionOf.AnyRefusal), "The service refused for any other reason; `ApiCode` and `Remedy` say more."];
        }

        yield return ["`GenAuthConnectionException`, `GenAuthTimeoutException`, `GenAuthInvalidResponseException`", "No response, a late one, or not a valid response of the API."];
        if (operation.Arguments.Any(argument => argument.IsRequired))
        {
            yield return ["`ArgumentException`", "A required argument is missing; nothing is sent."];
        }
    }
}
