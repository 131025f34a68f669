using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Answers;

public sealed class BodyPreviewTests
{
    [Theory]
    [InlineData(4095, 4095)]
    [InlineData(4096, 4096)]
    [InlineData(4097, 4096)]
    [InlineData(100_000, 4096)]
    public async Task A_preview_is_the_beginning_of_the_body_up_to_its_limit(int size, int expected)
    {
        var page = "<html>" + new string('a', size - 6);
        var exception = await ReceiveAsync(page);
        Assert.Equal(page[..expected], exception.BodyPreview);
    }

    [Fact]
    public async Task A_character_is_not_cut_in_half()
    {
        var exception = await ReceiveAsync("<a" + new string('宝', 5000));
        Assert.Equal("<a" + new string('宝', 1364), exception.BodyPreview);
    }

    [Fact]
    public async Task Nothing_of_a_body_reaches_the_message_not_even_the_name_of_a_member()
    {
        var exception = await ReceiveAsync("""{"statusCode":200,"data":{"do-not-repeat\r\nforged: line":[1 2]}}""");
        Assert.Equal(GenAuthResponseProblem.Malformed, exception.Problem);
    }

    [Fact]
    public async Task However_long_the_name_of_a_member_the_message_stays_short()
    {
        var exception = await ReceiveAsync("{\"statusCode\":200,\"" + new string('a', 100_000) + "\":[1 2]}");
        Assert.InRange(exception.Message.Length, 1, 1000);
    }

    private static async Task<GenAuthInvalidResponseException> ReceiveAsync(string body)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendJsonAsync(body);
        });
        return await server.Client().NoAnswerAsync();
    }
}
