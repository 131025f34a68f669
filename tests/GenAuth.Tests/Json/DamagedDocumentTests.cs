using System.Text;
using CsCheck;
using GenAuth.Models;
using GenAuth.Serialization.Converters;
using GenAuth.Tests.Support;
using Newtonsoft.Json;

namespace GenAuth.Tests.Json;

/// <summary>A damaged body is a JsonException, and reading always ends.</summary>
public sealed class DamagedDocumentTests
{
    private const string Whole =
        """
        {"statusCode":200,"message":"m\u00e9\ud83d\ude00","apiCode":"2004","requestId":["a",{"b":1}],"data":{"totalCount":2,"list":[
         {"userId":"1","statusChangedAt":null,"customData":{"a":[1,2.5,null,true,"x"]},"departmentIds":["d",null],"identities":[{"provider":"p","extra":{}}]},
         null,/* comment */{"userId":"2","emailVerified":"true","loginsCount":"7","unknown":[[],[{}],-1e3]}]},"more":{"deep":[{"er":[]}]}}
        """;

    [Fact]
    public void Undamaged_document_is_read() => Assert.Equal(["1", null, "2"], Contract.Read<UserPaginatedRespDto>(Whole).Data.List.Select(user => user?.UserId));

    [Fact]
    public void Document_truncated_at_any_position_is_a_JsonException()
    {
        for (var length = 0; length < Whole.Length; length++)
        {
            var cut = Whole[..length];
            var exception = Record.Exception(() => Contract.Read<UserPaginatedRespDto>(cut));

            Assert.True(exception is JsonException, $"{exception?.ToString() ?? "no error"} at {length}: {cut}");
        }
    }

    [Fact]
    public void Document_with_inserted_text_is_read_or_a_JsonException() => Gen.Select(
        Gen.Int[0, Whole.Length - 1], Gen.Int[0, 3], Gen.OneOf(Gen.OneOf("]", "}", "[", "{", ",", ":", "\"", "'", "/*", "//", "\\", "NaN", "undefined", "new a(1)", "-", "\0", "1e999"), Gen.String[0, 3])).Sample(
        (place, left, inserted) =>
        {
            var damaged = Whole[..place] + inserted + Whole[Math.Min(Whole.Length, place + left)..];
            var exception = Record.Exception(() => Contract.Read<UserPaginatedRespDto>(damaged));

            Assert.True(exception is null or JsonException, $"{exception}\n{damaged}");
        },
        iter: 20_000);

    [Theory]
    [InlineData("""{"name":"a","name":"b"}""", "b")]
    [InlineData("""{"name":"a","other":1,"name":"b"}""", "b")]
    [InlineData("""{"name":"a","NAME":"b"}""", "b")]
    public void Last_value_of_a_repeated_member_counts(string json, string expected)
    {
        Assert.Equal(expected, Contract.Read<TreeStructs>(json).Name);
        Assert.Equal(expected, ReflectionJson.Read<TreeStructs>(Encoding.UTF8.GetBytes(json))!.Name);
    }

    [Fact]
    public void Last_list_or_object_of_a_repeated_member_replaces_the_first()
    {
        var response = Contract.Read<GetAlipayAuthInfoRespDto>("""{"data":{"authInfo":"a","x":1},"data":{"y":2}}""");
        var tree = Contract.Read<TreeStructs>("""{"children":[{"name":"a"},{"name":"b"}],"children":[{"name":"c"}],"x":1,"x":[2]}""");

        Assert.Null(response.Data.AuthInfo);
        Assert.Equal(["y"], response.Data.AdditionalProperties.Keys);
        Assert.Equal(["c"], tree.Children!.Select(child => child.Name));
        Assert.Equal("[2]", tree.AdditionalProperties["x"].ToString(Formatting.None));
    }
}
