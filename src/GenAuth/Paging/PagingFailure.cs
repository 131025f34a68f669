using System.Globalization;
using System.Net;

namespace GenAuth.Http;

/// <summary>The exceptions that end an enumeration whose pages contradict each other.</summary>
internal static class PagingFailure
{
    public static GenAuthResponseException RepeatedPage(string operation, object? response, int page, long? total) => Create(
        operation,
        response,
        string.Format(
            CultureInfo.InvariantCulture,
            "page {0} repeats an earlier page, and a page far behind the last one is not empty{1}. The service seems to ignore the page number. Read the list with one call and a larger page size.",
            page,
            total is null ? string.Empty : string.Format(CultureInfo.InvariantCulture, ", although its total of {0} says that items are missing", total)));

    public static GenAuthResponseException RepeatedScroll(string operation, object? response) => Create(
        operation, response, "the scroll does not move on: the service gives pages again that it has given before. Begin a new scroll, with a smaller page size if it happens again.");

    public static GenAuthResponseException TooManyPages(string operation, object? response) => Create(
        operation, response, "the list goes on behind page 2147483647, the last one that can be asked for. Begin with a lower page, or use a larger page size.");

    private static GenAuthResponseException Create(string operation, object? response, string explanation) => new(
        operation,
        GenAuthResponseProblem.Paging,
        explanation,
        new(HttpStatusCode.OK, "application/json", RetryAfter: null, (response as IApiResponse)?.RequestId, BodyPreview: string.Empty));
}
