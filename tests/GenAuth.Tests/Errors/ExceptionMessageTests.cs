using GenAuth.Models;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Errors;

public sealed class ExceptionMessageTests
{
    [Fact]
    public void The_message_says_what_was_refused_by_which_numbers_why_and_what_to_do()
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
    public void What_the_service_left_out_is_left_out(string? message)
    {
        var exception = GenAuthApiException.Create(new GenAuthApiError { Operation = "op", StatusCode = 404, Message = message });

        Assert.Equal($"op was refused: statusCode 404. Remedy: {StatusCode.NotFound.Remedy}", exception.Message);
    }

    [Fact]
    public void A_code_that_nobody_knows_is_a_number() => Assert.Contains(
        "apiCode 7654321.",
        GenAuthApiException.Create(new GenAuthApiError { Operation = "op", StatusCode = 403, ApiCode = 7654321 }).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_message_never_holds_the_answers_data()
    {
        var exception = GenAuthApiException.Create(new GenAuthApiError { Operation = "op", StatusCode = 499, ErrorData = "{\"mfaToken\":\"hunter2\"}" });

        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("{\"mfaToken\":\"hunter2\"}", exception.ErrorData);
    }

    [Fact]
    public void The_whole_text_of_the_service_is_kept_beside_the_message()
    {
        var text = "first line\r\n" + new string('x', 10_000);

        Assert.Equal(text, GenAuthApiException.Create(new GenAuthApiError { StatusCode = 400, Message = text }).ServiceMessage);
    }

    [Theory]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_no_number(string culture)
    {
        using var scope = new CultureScope(culture);

        Assert.Contains(
            "statusCode -1, apiCode -2333.",
            GenAuthApiException.Create(new GenAuthApiError { StatusCode = -1, ApiCode = -2333 }).Message,
            StringComparison.Ordinal);
        Assert.Contains("within 1.5 s", new GenAuthTimeoutException("op", TimeSpan.FromSeconds(1.5)).Message, StringComparison.Ordinal);
    }
}
