using GenAuth.Models;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Errors;

public sealed class ExceptionMessageTests
{
    [Fact]
    public void Message_has_operation_codes_reason_and_remedy()
    {
        var exception = GenAuthApiException.Create(new GenAuthApiError
        {
            Operation = "Authentication_signInByMobile",
            StatusCode = 403,
            ApiCode = ApiCode.InvalidCredentials,
            RequestId = "934108e5",
            Message = "Wrong account or password.",
        });

        Assert.Equal(
            "Authentication_signInByMobile was refused: statusCode 403, apiCode 2333 (InvalidCredentials), requestId 934108e5."
            + $" The service says: Wrong account or password. Remedy: {ApiCode.InvalidCredentials.Remedy}",
            exception.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Message_omits_what_the_service_omitted(string? message)
    {
        var exception = GenAuthApiException.Create(new GenAuthApiError { Operation = "op", StatusCode = 404, Message = message });

        Assert.Equal($"op was refused: statusCode 404. Remedy: {StatusCode.NotFound.Remedy}", exception.Message);
    }

    [Fact]
    public void Unknown_apiCode_is_shown_as_a_number() => Assert.Contains(
        "apiCode 7654321.",
        GenAuthApiException.Create(new GenAuthApiError { Operation = "op", StatusCode = 403, ApiCode = 7654321 }).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Message_does_not_hold_the_data_of_the_response()
    {
        var exception = GenAuthApiException.Create(new GenAuthApiError { Operation = "op", StatusCode = 499, ErrorData = "{\"mfaToken\":\"hunter2\"}" });

        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("{\"mfaToken\":\"hunter2\"}", exception.ErrorData);
    }

    [Fact]
    public void ServiceMessage_is_the_complete_text_of_the_service()
    {
        var text = "first line\r\n" + new string('x', 10_000);

        Assert.Equal(text, GenAuthApiException.Create(new GenAuthApiError { StatusCode = 400, Message = text }).ServiceMessage);
    }

    [Theory]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void Message_does_not_depend_on_the_culture(string culture)
    {
        using var scope = new CultureScope(culture);

        Assert.Contains(
            "statusCode -1, apiCode -2333.",
            GenAuthApiException.Create(new GenAuthApiError { StatusCode = -1, ApiCode = -2333 }).Message,
            StringComparison.Ordinal);
        Assert.Contains("within 1.5 s", new GenAuthTimeoutException("op", TimeSpan.FromSeconds(1.5)).Message, StringComparison.Ordinal);
    }
}
