using CsCheck;
using GenAuth.Models;
using GenAuth.Pipeline;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace GenAuth.Tests.Json;

/// <summary>Members of the format date-time are a DateTimeOffset, read and written as RFC 3339.</summary>
public sealed class InstantTests
{
    private static readonly Func<string, UserDto>[] Readers =
    [
        Contract.Read<UserDto>,
        json => JsonConvert.DeserializeObject<UserDto>(json)!,
        json => JsonConvert.DeserializeObject<UserDto>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.DateTimeOffset, DateTimeZoneHandling = DateTimeZoneHandling.Local })!,
        json => Contract.Parse(json).ToObject<UserDto>()!,
        json => JsonSerializer.Deserialize<UserDto>(json)!,
        Contract.Read<MyUser>,
        json => JsonConvert.DeserializeObject<MyUser>(json)!,
    ];

    [Fact]
    public void Any_instant_is_written_alike_and_read_back_equal() => AnyInstant.Value.Sample(value =>
    {
        var user = new UserDto { UserId = "u", CreatedAt = value, LastLogin = value };
        var derived = new MyUser { UserId = "u", CreatedAt = value, LastLogin = value };

        foreach (var written in new[] { Contract.Write(user), JsonConvert.SerializeObject(user), JsonSerializer.Serialize(user), Contract.Write(derived), JsonConvert.SerializeObject(derived) })
        {
            var json = Contract.Parse(written);
            Assert.Equal((AnyInstant.AsWritten(value), AnyInstant.AsWritten(value)), ((string?)json["createdAt"], (string?)json["lastLogin"]));
            Assert.All(Readers, read => Assert.Equal((value, (DateTimeOffset?)value), (read(written).CreatedAt, read(written).LastLogin)));
        }
    });

    [Fact]
    public void Any_text_in_RFC_3339_is_read_as_the_same_instant_in_UTC() => AnyInstant.Rfc3339.Sample((text, value) => Assert.All(Readers, read =>
    {
        var user = read($$"""{"createdAt":"{{text}}","lastLogin":"{{text}}"}""");

        Assert.Equal((value.UtcTicks, value.UtcTicks), (user.CreatedAt.Ticks, user.LastLogin?.Ticks));
        Assert.Equal(TimeSpan.Zero, user.CreatedAt.Offset);
        Assert.Empty(user.AdditionalProperties);
        Assert.Equal(AnyInstant.AsWritten(value), (string?)Contract.Parse(Contract.Write(user))["lastLogin"]);
    }));

    [Theory]
    [InlineData("2022-07-03T02:20:30.123456789Z", "2022-07-03T02:20:30.1234567Z")]
    [InlineData("2022-07-03T02:20:30.12Z", "2022-07-03T02:20:30.120Z")]
    [InlineData("2022-07-03T02:20:30+23:59", "2022-07-02T02:21:30.000Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z")]
    [InlineData("0001-01-01T00:00:00.0000001Z", "0001-01-01T00:00:00.0000001Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("2022-07-03T02:20:30\\u002B08:00", "2022-07-02T18:20:30.000Z")]
    public void Instant_is_written_in_UTC(string text, string written)
    {
        var json = $$"""{"lastLogin":"{{text}}"}""";

        Assert.All(Readers, read => Assert.Equal(written, (string?)Contract.Parse(Contract.Write(read(json)))["lastLogin"]));
    }

    [Theory]
    [InlineData("2022-08-09 11:59:46")]
    [InlineData("2022-08-09T11:59:46")]
    [InlineData("2022-08-09T11:59Z")]
    [InlineData("2022-08-09T11:59:46.Z")]
    [InlineData("2022-08-09T11:59:46,5Z")]
    [InlineData("2022-08-09T11:59:46+0800")]
    [InlineData("2022-08-09T11:59:46+08")]
    [InlineData("2022-08-09T11:59:46+24:00")]
    [InlineData("2022-08-09T11:59:46+08:60")]
    [InlineData("2022-08-09T11:59:46Z ")]
    [InlineData(" 2022-08-09T11:59:46Z")]
    [InlineData("2022-02-29T11:59:46Z")]
    [InlineData("2022-13-09T11:59:46Z")]
    [InlineData("2022-08-09T24:00:00Z")]
    [InlineData("2022-08-09T11:59:61Z")]
    [InlineData("0000-08-09T11:59:46Z")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("2022-08-09")]
    [InlineData("٢٠٢٢-08-09T11:59:46Z")]
    [InlineData("")]
    public void Text_that_is_no_instant_is_kept(string text)
    {
        var json = $$"""{"lastLogin":"{{text}}"}""";

        Assert.All(Readers, read =>
        {
            var user = read(json);
            Assert.Null(user.LastLogin);
            Assert.Equal(text, (string?)user.AdditionalProperties["lastLogin"]);
            Assert.Equal(text, (string?)Contract.Parse(Contract.Write(user))["lastLogin"]);
        });
    }

    [Fact]
    public void Required_instant_that_is_not_set_is_not_written() => Assert.All(
        [Contract.Write(new UserDto()), JsonConvert.SerializeObject(new UserDto()), Contract.Write(new MyUser()), JsonConvert.SerializeObject(new MyUser())],
        json => Assert.Null(Contract.Parse(json)["createdAt"]));

    [Fact]
    public void Instant_of_a_query_is_written_as_in_a_body() => AnyInstant.Value.Sample(value =>
    {
        var query = new QueryString();
        query.Add("at", value);

        Assert.Equal(AnyInstant.AsWritten(value), query.Find("at"));
    });

    [Theory]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Culture_of_the_machine_changes_nothing(string culture)
    {
        using var scope = new CultureScope(culture);
        const string Json = """{"lastLogin":"2022-07-03T02:20:30.000Z"}""";

        Assert.All(Readers, read => Assert.Equal(new DateTimeOffset(2022, 7, 3, 2, 20, 30, TimeSpan.Zero), read(Json).LastLogin));
        Assert.Equal("2022-07-03T02:20:30.000Z", (string?)Contract.Parse(Contract.Write(Contract.Read<UserDto>(Json)))["lastLogin"]);
    }

    [Fact]
    public void Members_of_an_object_are_populated_by_a_serializer_of_the_program()
    {
        var user = new UserDto();

        JsonConvert.PopulateObject("""{"createdAt":"2022-07-03T10:20:30+08:00","lastLogin":"2022-07-03T02:20:30Z"}""", user);

        Assert.Equal((new DateTimeOffset(2022, 7, 3, 2, 20, 30, TimeSpan.Zero), user.LastLogin), (user.CreatedAt, (DateTimeOffset?)user.CreatedAt));
        Assert.Throws<JsonSerializationException>(() => JsonConvert.PopulateObject("""{"createdAt":"yesterday"}""", user));
    }

    private sealed class MyUser : UserDto;
}
