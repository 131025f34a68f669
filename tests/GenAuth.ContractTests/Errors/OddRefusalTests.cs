using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Errors;

/// <summary>A member of the wrong type must not hide what the other members say.</summary>
public sealed class OddRefusalTests : ContractTest
{
    [Theory]
    [StubCase("broken/odd-refusals#apiCode as text", 2333)]
    [StubCase("broken/odd-refusals#apiCode as a decimal number", 2333)]
    [StubCase("broken/odd-refusals#apiCode null", null)]
    [StubCase("broken/odd-refusals#apiCode an object", null)]
    [StubCase("broken/odd-refusals#apiCode a list", null)]
    [StubCase("broken/odd-refusals#apiCode a word", null)]
    [StubCase("broken/odd-refusals#apiCode a fraction", null)]
    [StubCase("broken/odd-refusals#apiCode beyond 32 bits", null)]
    public async Task An_apiCode_is_read_when_it_is_a_whole_number_in_any_spelling(string stub, int? expected)
    {
        var exception = await ServeCase(stub).RefusedAsync();

        Assert.Equal(expected, exception.ApiCode?.Value);
        Assert.IsType<GenAuthForbiddenException>(exception);
        Assert.Equal("The request was refused.", exception.ServiceMessage);
        Assert.Equal("934108e5-9fbf-4d24-8da1-c330328abd6c", exception.RequestId);
    }

    [Theory]
    [StubCase("broken/odd-refusals#statusCode as text")]
    [StubCase("broken/odd-refusals#statusCode as a decimal number")]
    [StubCase("broken/odd-refusals#unknown members")]
    public async Task A_statusCode_is_read_in_any_spelling_and_only_from_its_place(string stub)
    {
        var exception = await ServeCase(stub).RefusedAsync();

        Assert.IsType<GenAuthForbiddenException>(exception);
        Assert.Equal(403, exception.StatusCode);
        Assert.Equal(Models.ApiCode.InvalidCredentials, exception.ApiCode);
    }

    [Theory]
    [StubCase("broken/odd-refusals#message null", null)]
    [StubCase("broken/odd-refusals#message missing", null)]
    [StubCase("broken/odd-refusals#message a number", "5")]
    [StubCase("broken/odd-refusals#message a truth value", "true")]
    [StubCase("broken/odd-refusals#message a list", """["one","two"]""")]
    public async Task A_message_is_text_whatever_it_was(string stub, string? expected)
    {
        var exception = await ServeCase(stub).RefusedAsync();

        Assert.Equal(expected, exception.ServiceMessage);
        Assert.Equal(Models.ApiCode.InvalidCredentials, exception.ApiCode);
        Assert.Equal("934108e5-9fbf-4d24-8da1-c330328abd6c", exception.RequestId);
    }

    [Theory]
    [StubCase("broken/odd-refusals#requestId a number", "12")]
    [StubCase("broken/odd-refusals#requestId null", null)]
    [StubCase("errors/request-id-in-the-header#header alone", "from-the-header")]
    [StubCase("errors/request-id-in-the-header#body and header", "934108e5-9fbf-4d24-8da1-c330328abd6c")]
    [StubCase("errors/request-id-in-the-header#nowhere", null)]
    public async Task A_request_ID_comes_from_the_body_and_else_from_the_header(string stub, string? expected)
    {
        var exception = await ServeCase(stub).RefusedAsync();
        Assert.Equal(expected, exception.RequestId);
    }

    [Theory]
    [StubCase("errors/data#null", null)]
    [StubCase("errors/data#list", """[{"a":1},2]""")]
    [StubCase("errors/data#text", "\"try \\\"later\\\"\"")]
    [StubCase("errors/data#number", "5")]
    [StubCase("errors/data#object", """{"since":"2024-01-02T03:04:05+08:00","deep":{"list":[null,true,"é"]}}""")]
    public async Task Data_of_any_kind_is_kept_as_JSON(string stub, string? expected)
    {
        var exception = await ServeCase(stub).RefusedAsync();

        Assert.Equal(expected, exception.ErrorData);
        Assert.IsType<GenAuthForbiddenException>(exception);
    }
}
