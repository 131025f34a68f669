using System.Text;
using GenAuth.Models;
using GenAuth.Pipeline;
using GenAuth.Tests.Support;
using Newtonsoft.Json;

namespace GenAuth.Tests.Json;

public sealed class DepthTests
{
    [Fact]
    public void JSON_of_60_levels_is_read() => Assert.Single(Contract.Read<AlipayAuthInfoDataDto>(Nested(60)).AdditionalProperties);

    [Theory]
    [InlineData(65)]
    [InlineData(200_000)]
    public void JSON_of_more_than_64_levels_is_refused(int levels)
    {
        Assert.ThrowsAny<JsonException>(() => Contract.Read<AlipayAuthInfoDataDto>(Nested(levels)));
        Assert.ThrowsAny<JsonException>(() => ApiEnvelope.Read(Encoding.UTF8.GetBytes(Nested(levels)), untilSuccess: false));
    }

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("{\"data\":", levels - 1)) + "{}" + new string('}', levels - 1);
}
