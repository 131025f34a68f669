using System.Globalization;
using GenAuth.Maintain.Reference.Errors;
using GenAuth.Models;

namespace GenAuth.Tests.Reference;

/// <summary>The reference pages list the exceptions of codes in their own table, which must equal that of the library.</summary>
public sealed class CodePageTests
{
    [Fact]
    public void The_exception_of_a_status_code_is_the_one_that_is_thrown()
    {
        var rows = Rows("StatusCode").Where(row => row.Code != 200).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal($"`{Thrown(row.Code, null)}`", row.Exception));
    }

    [Fact]
    public void The_exception_of_an_api_code_is_the_one_that_is_thrown()
    {
        var rows = Rows("ApiCode").ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(
            Thrown(403, row.Code) == Thrown(403, null) ? "by [StatusCode](StatusCode.md)" : $"`{Thrown(403, row.Code)}`",
            row.Exception));
    }

    [Fact]
    public void Table_of_exceptions_equals_that_of_the_library() => Assert.All(Enumerable.Range(1, 3000), code =>
    {
        Assert.Equal(Thrown(code, null), ExceptionNames.FromStatusCode(code));
        Assert.Equal(Thrown(403, code), ExceptionNames.FromApiCode(code) ?? ExceptionNames.FromStatusCode(403));
    });

    private static string Thrown(int statusCode, int? apiCode) => GenAuthApiException.Create(new GenAuthApiError { Operation = "GetUser", StatusCode = statusCode, ApiCode = apiCode is { } code ? new ApiCode(code) : null }).GetType().Name;

    private static IEnumerable<(int Code, string Exception)> Rows(string type) => Assert.Single(ReferencePages.All, page => page.Path == $"models/{type}.md").Text
        .Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split(" | "))
        .Select(cells => (int.Parse(cells[0].Trim('|', ' ', '`'), CultureInfo.InvariantCulture), cells[^1].TrimEnd('|', ' ')));
}
