using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

public sealed class MissingMemberTests
{
    public static TheoryData<Type> Dtos => [.. ModelTypes.Dtos];

    [Theory]
    [MemberData(nameof(Dtos))]
    public void A_response_without_any_member_is_read(Type dto) => Assert.IsType(dto, Read("{}", dto));

    [Theory]
    [MemberData(nameof(Dtos))]
    public void A_response_with_every_member_null_has_no_values_and_keeps_its_nulls(Type dto)
    {
        var nulls = new JObject(ModelTypes.Members(dto).Select(member => new JProperty(member.Name, JValue.CreateNull())));

        var (read, empty) = (Read(nulls.ToString(), dto), Read("{}", dto));

        Assert.All(
            dto.GetProperties().Where(property => property.Name != nameof(ExtensibleObject.AdditionalProperties)),
            property => Assert.Equal(property.GetValue(empty), property.GetValue(read)));
        Assert.True(JToken.DeepEquals(nulls, Contract.Parse(Contract.Write(read))), Contract.Write(read));
    }

    [Fact]
    public void A_required_member_that_is_missing_is_null()
    {
        var dto = Contract.Read<LoginTokenRespDto>("{}");

        Assert.Null(dto.Data);
        Assert.Null(dto.Message);
        Assert.Null(Contract.Read<AlipayAuthInfoDataDto>("{}").AuthInfo);
    }

    private static object Read(string json, Type dto) =>
        typeof(Contract).GetMethod(nameof(Contract.Read))!.MakeGenericMethod(dto).Invoke(null, [json])!;
}
