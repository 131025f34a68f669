using GenAuth.Maintain.Reference.Api;
using GenAuth.Maintain.Reference.Errors;

namespace GenAuth.Maintain.Reference.Pages;

/// <summary>The exceptions of an operation: those of its description, then those of every call.</summary>
internal static class ErrorRows
{
    public static IEnumerable<IReadOnlyList<string>> Create(DocumentedOperation operation)
    {
        var expected = ExpectedErrors.Find(operation);
        foreach (var error in expected)
        {
            yield return [Markdown.Code(error.Exception), Markdown.Text(error.When) + (error.Codes.Count > 0 ? $" ({string.Join(", ", error.Codes)})" : string.Empty)];
        }

        if (operation.NeedsUser)
        {
            yield return [Markdown.Code("GenAuthUnauthorizedException"), "The access token is missing, expired or not valid."];
        }

        if (!expected.Any(error => error.Exception == ExceptionNames.ApiError))
        {
            yield return [Markdown.Code(ExceptionNames.ApiError), "Any other error of the service; see `ApiCode` and `Remedy`."];
        }

        yield return ["`GenAuthConnectionException`, `GenAuthTimeoutException`, `GenAuthInvalidResponseException`", "No response, a late one, or not a valid response of the API."];
        if (operation.Arguments.Any(argument => argument.IsRequired))
        {
            yield return ["`ArgumentException`", "A required argument is missing; nothing is sent."];
        }
    }
}
