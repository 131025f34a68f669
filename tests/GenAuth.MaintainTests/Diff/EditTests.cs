using GenAuth.Maintain.Diff;

namespace GenAuth.MaintainTests.Diff;

/// <summary>Each kind of change is found once, under its name, at its place and with its weight; taken back it is found again.</summary>
public sealed class EditTests
{
    public static TheoryData<Edit> Edits => [.. Edit.All];

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_change_is_one_finding(Edit edit)
    {
        var change = Assert.Single(Api.ChangesAfter(edit.Apply));

        Assert.Equal((edit.Rule, edit.Wire, edit.Expected), (change.Rule, change.Wire, change.Severity));
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_change_taken_back_is_one_finding_too(Edit edit)
    {
        var old = Api.Document();
        edit.Apply(old);

        Assert.Equal(edit.Undone, Assert.Single(Api.Compare(old, Api.Document())).Rule);
    }

    [Theory]
    [InlineData("parameters in another order", "ManagementClient.ListUsersAsync(string, string, \u2026)")]
    [InlineData("a member of another type", "UserDto.Age")]
    [InlineData("a value renamed", "Kind.BC")]
    [InlineData("paging removed", "ManagementClient.ListUsersAutoPagingAsync")]
    [InlineData("another body", "ManagementClient.CreateUserAsync(UserDto, \u2026): body")]
    public void A_finding_has_the_name_that_users_know(string edit, string name) =>
        Assert.Equal(name, Assert.Single(Api.ChangesAfter(Edit.All.Single(one => one.Name == edit).Apply)).Name);

    [Fact]
    public void A_method_written_by_hand_keeps_what_it_takes()
    {
        var change = Assert.Single(Api.ChangesAfter(document => document.Operation("get", "/alipay")["parameters"]![0]!["x-csharp-name"] = "other"));

        Assert.Equal(("parameter-renamed", Severity.Compatible), (change.Rule, change.Severity));
    }

    [Fact]
    public void Parameters_of_one_type_that_change_places_bind_and_mean_something_else() => Assert.Equal(
        new Impact(SourceImpact.Positional, Binary: false, Behaviour: true),
        Assert.Single(Api.ChangesAfter(Edit.All.Single(one => one.Name == "parameters in another order").Apply)).Impact);
}
