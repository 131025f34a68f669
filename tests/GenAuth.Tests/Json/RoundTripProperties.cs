using CsCheck;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

public sealed class RoundTripProperties
{
    public static TheoryData<Type> Dtos => [.. ModelTypes.Dtos];

    [Theory]
    [MemberData(nameof(Dtos))]
    public void Document_is_written_back_equal(Type dto)
    {
        var read = typeof(Contract).GetMethod(nameof(Contract.Read))!.MakeGenericMethod(dto);

        AnyModel.JsonOf(dto).Sample(
            json =>
            {
                var written = Contract.Write(read.Invoke(null, [AnyJson.Write(json)])!);

                Assert.True(JToken.DeepEquals(json, Contract.Parse(written)), $"read:    {AnyJson.Write(json)}\nwritten: {written}");
            },
            iter: 20,
            print: AnyJson.Write);
    }
}
