using CsCheck;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Answers;

/// <summary>Answers that are damaged at any place at all end as one of the SDK's own exceptions, whatever the place.</summary>
public sealed class EveryCutTests
{
    private const string Success = """{"statusCode":200,"apiCode":20001,"message":"支付宝","more":{"a":[1,2.5,null,true]},"data":{"authInfo":"app_id=1","n":{}}}""";
    private const string Refusal = """{"message":"no","apiCode":"2333","requestId":"r","data":{"list":[{"a":"b"}]},"statusCode":403}""";

    [Theory]
    [InlineData(Success)]
    [InlineData(Refusal)]
    public async Task Cut_off_anywhere_it_is_neither_success_nor_refusal(string whole)
    {
        var length = 0;
        await using var server = Answering(() => whole[..length]);
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
    public async Task With_any_character_replaced_it_is_a_response_or_one_of_the_exceptions()
    {
        var body = string.Empty;
        await using var server = Answering(() => body);
        var client = server.Client();
        var damage = Gen.Select(Gen.Bool.Select(refused => refused ? Refusal : Success), Gen.Int[0, Refusal.Length - 1], Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\0', '\u00ff']));

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
    public async Task Nested_without_end_it_does_not_break_the_program()
    {
        await using var server = Answering(() => """{"statusCode":200,"data":""" + new string('[', 1_000_000));
        var exception = await server.Client().NoAnswerAsync();
        Assert.Equal(GenAuthResponseProblem.TooDeep, exception.Problem);
    }

    [Fact]
    public async Task Nested_without_end_a_refusal_does_not_either()
    {
        await using var server = Answering(() => """{"data":""" + string.Concat(Enumerable.Repeat("""{"a":""", 200_000)));
        var exception = await server.Client().NoAnswerAsync();
        Assert.Equal(GenAuthResponseProblem.TooDeep, exception.Problem);
    }

    private static RawServer Answering(Func<string> body) => new(async connection =>
    {
        while (true)
        {
            await connection.ReadRequestAsync();
            await connection.SendJsonAsync(body());
        }
    });
}
