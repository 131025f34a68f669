namespace GenAuth.Tests.Document;

/// <summary>Corrections of the published sources that <c>facts.txt</c> does not state: texts and authorization.</summary>
public sealed class CorrectionTests
{
    [Fact]
    public void Message_of_a_role_check_is_the_reason_as_text()
    {
        var message = TheDocument.Schemas["CheckRoleParamsRespDto"]!["properties"]!["message"]!;

        Assert.Equal("string", (string?)message["type"]);
        Assert.StartsWith("Why ", (string?)message["description"], StringComparison.Ordinal);
    }

    [Fact]
    public void Time_range_of_a_risk_policy_is_in_minutes()
    {
        var ranges = TheDocument.Places.Where(place => place.Name.EndsWith(".timeRange", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, ranges.Count);
        Assert.All(ranges, range => Assert.EndsWith("in minutes.", (string?)range.Schema["description"], StringComparison.Ordinal));
    }

    [Fact]
    public void Departments_of_the_current_user_need_the_token_of_the_user()
    {
        var operation = TheDocument.Operations.Single(one => one.Id == "Authentication_getDepartmentList");

        Assert.All(operation.Node["security"]!, requirement => Assert.NotNull(requirement["userToken"]));
        Assert.NotEmpty(operation.Node["security"]!);
    }
}
