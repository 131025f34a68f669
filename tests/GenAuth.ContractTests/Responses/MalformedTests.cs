using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Responses;

public sealed class MalformedTests : ContractTest
{
    [Theory]
    [EveryStub("broken/malformed")]
    public async Task Malformed_JSON_is_an_invalid_response(string stub)
    {
        var exception = await ServeCase(stub).Client().InvalidResponseAsync();

        Assert.Equal(stub.EndsWith("#100 levels", StringComparison.Ordinal) ? GenAuthResponseProblem.TooDeep : GenAuthResponseProblem.Malformed, exception.Problem);
        Assert.Equal("application/json", exception.ContentType);
        Assert.StartsWith("{", exception.BodyPreview, StringComparison.Ordinal);
    }

    [Theory]
    [StubCase("broken/wrong-types#authInfo an object", "data.authInfo")]
    [StubCase("broken/wrong-types#authInfo a list", "data.authInfo")]
    [StubCase("broken/wrong-types#data a number", "data")]
    [StubCase("broken/wrong-types#data a text", "data")]
    [StubCase("broken/wrong-types#data a list", "data")]
    [StubCase("broken/wrong-types#data true", "data")]
    public async Task Strict_validation_names_the_path_of_a_member_of_another_type(string stub, string place)
    {
        var exception = await ServeCase(stub).Client(options => options.ResponseValidation = ResponseValidation.Strict).InvalidResponseAsync();

        Assert.Equal(GenAuthResponseProblem.WrongType, exception.Problem);
        Assert.Equal("934108e5-9fbf-4d24-8da1-c330328abd6c", exception.RequestId);
        Assert.Contains($": {place} (line ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [StubCase("broken/wrong-types#authInfo an object", "authInfo")]
    [StubCase("broken/wrong-types#authInfo a list", "authInfo")]
    public async Task A_member_of_another_type_stays_unset(string stub, string member)
    {
        var response = await ServeCase(stub).Client().GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Null(response.Data.AuthInfo);
        Assert.Equal([member], response.Data.AdditionalProperties.Keys);
    }
}
