using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Responses;

public sealed class BodyPreviewTests
{
    [Theory]
    [InlineData(4095, 4095)]
    [InlineData(4096, 4096)]
    [InlineData(4097, 4096)]
    [InlineData(100_000, 4096)]
    public async Task BodyPreview_is_the_beginning_of_the_body_up_to_its_limit(int size, int expected)
    {
        var page = "<html>" + new string('a', size - 6);
        var exception = await ReceiveAsync(page);
        Assert.Equal(page[..expected], exception.BodyPreview);
    }

    [Fact]
    public async Task BodyPreview_does_not_split_a_character()
    {
        var exception = await ReceiveAsync("<a" + new string('宝', 5000));
        Assert.Equal("<a" + new string('宝', 1364), exception.BodyPreview);
    }

    [Fact]
    public async Task Message_holds_no_part_of_the_body()
    {
        var exception = await ReceiveAsync("""{"statusCode":200,"data":{"do-not-repeat\r\nforged: line":[1 2]}}""");
        Assert.Equal(GenAuthResponseProblem.Malformed, exception.Problem);
    }

    [Fact]
    public async Task Message_stays_short_for_a_long_member_name()
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
        return await server.Client().InvalidResponseAsync();
    }
}
