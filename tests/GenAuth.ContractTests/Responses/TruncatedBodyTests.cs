using CsCheck;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Responses;

/// <summary>A response that is damaged at any position ends in an exception of the SDK.</summary>
public sealed class TruncatedBodyTests
{
    private const string Success = """{"statusCode":200,"apiCode":20001,"message":"支付宝","more":{"a":[1,2.5,null,true]},"data":{"authInfo":"app_id=1","n":{}}}""";
    private const string Error = """{"message":"no","apiCode":"2333","requestId":"r","data":{"list":[{"a":"b"}]},"statusCode":403}""";

    [Theory]
    [InlineData(Success)]
    [InlineData(Error)]
    public async Task Body_truncated_at_any_position_is_an_invalid_response(string whole)
    {
        var length = 0;
        await using var server = Returning(() => whole[..length]);
        var client = server.Client();

        var mistaken = new List<string>();
        for (length = 1; length < whole.Length; length++)
        {
            var outcome = await Record.ExceptionAsync(() => client.GetAlipayAuthInfoAsync(TestClient.Connection));
            if (outcome is not GenAuthInvalidResponseException { Problem: GenAuthResponseProblem.Malformed })
            {
                mistaken.Add($"{whole[..length]} became {outcome?.Message ?? "a response"}");
            }
        }

        Expect.None(mistaken);
    }

    [Fact]
    public async Task Body_with_any_character_replaced_is_a_success_or_an_exception_of_the_SDK()
    {
        var body = string.Empty;
        await using var server = Returning(() => body);
        var client = server.Client();
        var damage = Gen.Select(Gen.Bool.Select(refused => refused ? Error : Success), Gen.Int[0, Error.Length - 1], Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\0', '\u00ff']));

        await damage.SampleAsync(
            async (whole, place, character) =>
            {
                body = whole[..place] + character + whole[(place + 1)..];
                var outcome = await Record.ExceptionAsync(() => client.GetAlipayAuthInfoAsync(TestClient.Connection));
                Assert.True(outcome is null or GenAuthException, $"{body} became {outcome}");
            },
            iter: 500,
            threads: 1);
    }

    [Fact]
    public async Task Endlessly_nested_success_is_an_exception()
    {
        await using var server = Returning(() => """{"statusCode":200,"data":""" + new string('[', 1_000_000));
        var exception = await server.Client().InvalidResponseAsync();
        Assert.Equal(GenAuthResponseProblem.TooDeep, exception.Problem);
    }

    [Fact]
    public async Task Endlessly_nested_error_is_an_exception()
    {
        await using var server = Returning(() => """{"data":""" + string.Concat(Enumerable.Repeat("""{"a":""", 200_000)));
        var exception = await server.Client().InvalidResponseAsync();
        Assert.Equal(GenAuthResponseProblem.TooDeep, exception.Problem);
    }

    private static RawServer Returning(Func<string> body) => new(async connection =>
    {
        while (true)
        {
            await connection.ReadRequestAsync();
            await connection.SendJsonAsync(body());
        }
    });
}
