using GenAuth.ContractTests.Server;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Errors;

public sealed class ContinuationTests : ContractTest
{
    [Theory]
    [EveryStub("errors/continuations-under-403")]
    public async Task Continuation_code_is_an_action_required_exception_for_any_statusCode(string stub)
    {
        var exception = await ServeCase(stub).ErrorAsync();
        exception.AssertMatches(Stub.Named(stub).Single().ResponseBody);
        Assert.IsType<GenAuthActionRequiredException>(exception);
    }

    [Theory]
    [StubCase("broken/undocumented-api-codes#1644, another step")]
    [StubCase("broken/undocumented-api-codes#1645, another step")]
    [StubCase("broken/undocumented-api-codes#1666, another step")]
    [StubCase("broken/undocumented-api-codes#2061, another step")]
    [StubCase("broken/undocumented-api-codes#2071, another step")]
    [StubCase("broken/undocumented-api-codes#2921, another step")]
    [StubCase("broken/undocumented-api-codes#2930, another step")]
    public async Task Continuation_known_from_other_documentation_is_an_action_required_exception(string stub)
    {
        var exception = await ServeCase(stub).ErrorAsync();
        exception.AssertMatches(Stub.Named(stub).Single().ResponseBody);
        Assert.IsType<GenAuthActionRequiredException>(exception);
    }

    [Fact]
    [Stub("errors/second-factor-wanted")]
    public async Task Data_of_the_next_step_is_available_and_not_in_the_message()
    {
        var client = Serve().Client();
        var exception = await Assert.ThrowsAsync<GenAuthActionRequiredException>(
            () => client.SignInByAlipayAsync(TestClient.Connection, TestClient.Code));

        Assert.Equal("Authentication_signInByMobile", exception.Operation);
        Assert.Equal(Models.ApiCode.ApplicationMfaRequired, exception.ApiCode);
        Assert.Equal("eyJ.mfa", (string?)JObject.Parse(exception.ErrorData!)["mfaToken"]);
        Assert.DoesNotContain("eyJ.mfa", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(TestClient.AppSecret, exception.ToString(), StringComparison.Ordinal);
    }
}
