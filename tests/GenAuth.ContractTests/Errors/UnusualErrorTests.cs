using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Errors;

/// <summary>A member of the wrong type must not hide what the other members say.</summary>
public sealed class UnusualErrorTests : ContractTest
{
    [Theory]
    [StubCase("broken/unusual-errors#apiCode as text", 2333)]
    [StubCase("broken/unusual-errors#apiCode as a decimal number", 2333)]
    [StubCase("broken/unusual-errors#apiCode null", null)]
    [StubCase("broken/unusual-errors#apiCode an object", null)]
    [StubCase("broken/unusual-errors#apiCode a list", null)]
    [StubCase("broken/unusual-errors#apiCode a word", null)]
    [StubCase("broken/unusual-errors#apiCode a fraction", null)]
    [StubCase("broken/unusual-errors#apiCode beyond 32 bits", null)]
    public async Task ApiCode_is_read_from_a_whole_number_in_any_spelling(string stub, int? expected)
    {
        var exception = await ServeCase(stub).ErrorAsync();

        Assert.Equal(expected, exception.ApiCode?.Value);
        Assert.IsType<GenAuthForbiddenException>(exception);
        Assert.Equal("The request was refused.", exception.ServiceMessage);
        Assert.Equal("934108e5-9fbf-4d24-8da1-c330328abd6c", exception.RequestId);
    }

    [Theory]
    [StubCase("broken/unusual-errors#statusCode as text")]
    [StubCase("broken/unusual-errors#statusCode as a decimal number")]
    [StubCase("broken/unusual-errors#unknown members")]
    public async Task StatusCode_is_read_in_any_spelling_from_the_root_only(string stub)
    {
        var exception = await ServeCase(stub).ErrorAsync();

        Assert.IsType<GenAuthForbiddenException>(exception);
        Assert.Equal(403, exception.StatusCode);
        Assert.Equal(Models.ApiCode.InvalidCredentials, exception.ApiCode);
    }

    [Theory]
    [StubCase("broken/unusual-errors#message null", null)]
    [StubCase("broken/unusual-errors#message missing", null)]
    [StubCase("broken/unusual-errors#message a number", "5")]
    [StubCase("broken/unusual-errors#message a truth value", "true")]
    [StubCase("broken/unusual-errors#message a list", """["one","two"]""")]
    public async Task Message_of_any_JSON_type_is_read_as_text(string stub, string? expected)
    {
        var exception = await ServeCase(stub).ErrorAsync();

        Assert.Equal(expected, exception.ServiceMessage);
        Assert.Equal(Models.ApiCode.InvalidCredentials, exception.ApiCode);
        Assert.Equal("934108e5-9fbf-4d24-8da1-c330328abd6c", exception.RequestId);
    }

    [Theory]
    [StubCase("broken/unusual-errors#requestId a number", "12")]
    [StubCase("broken/unusual-errors#requestId null", null)]
    [StubCase("errors/request-id-in-the-header#header alone", "from-the-header")]
    [StubCase("errors/request-id-in-the-header#body and header", "934108e5-9fbf-4d24-8da1-c330328abd6c")]
    [StubCase("errors/request-id-in-the-header#nowhere", null)]
    public async Task RequestId_is_read_from_the_body_or_else_from_the_header(string stub, string? expected)
    {
        var exception = await ServeCase(stub).ErrorAsync();
        Assert.Equal(expected, exception.RequestId);
    }

    [Theory]
    [StubCase("errors/data#null", null)]
    [StubCase("errors/data#list", """[{"a":1},2]""")]
    [StubCase("errors/data#text", "\"try \\\"later\\\"\"")]
    [StubCase("errors/data#number", "5")]
    [StubCase("errors/data#object", """{"since":"2024-01-02T03:04:05+08:00","deep":{"list":[null,true,"é"]}}""")]
    public async Task Data_of_an_error_is_available_as_JSON(string stub, string? expected)
    {
        var exception = await ServeCase(stub).ErrorAsync();

        Assert.Equal(expected, exception.ErrorData);
        Assert.IsType<GenAuthForbiddenException>(exception);
    }
}
