using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Answers;

public sealed class MalformedTests : ContractTest
{
    [Theory]
    [EveryStub("broken/malformed")]
    public async Task JSON_that_is_cut_off_or_broken_is_named_as_such(string stub)
    {
        var exception = await ServeCase(stub).Client().NoAnswerAsync();

        Assert.Equal(GenAuthResponseProblem.Malformed, exception.Problem);
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
    public async Task A_member_of_another_type_is_named_with_its_place(string stub, string place)
    {
        var exception = await ServeCase(stub).Client().NoAnswerAsync();

        Assert.Equal(GenAuthResponseProblem.WrongType, exception.Problem);
        Assert.Equal("934108e5-9fbf-4d24-8da1-c330328abd6c", exception.RequestId);
        Assert.Contains($": {place} (line ", exception.Message, StringComparison.Ordinal);
    }
}
