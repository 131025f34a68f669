using GenAuth.Maintain.Diff;

namespace GenAuth.MaintainTests.Diff;

/// <summary>Each kind of change is found once with its rule, location and severity, and its reversal too.</summary>
public sealed class EditTests
{
    public static TheoryData<Edit> Edits => [.. Edit.All];

    [Theory]
    [MemberData(nameof(Edits))]
    public void Single_edit_is_one_change(Edit edit)
    {
        var change = Assert.Single(Api.ChangesAfter(edit.Apply));

        Assert.Equal((edit.Rule, edit.Wire, edit.Expected), (change.Rule, change.Wire, change.Severity));
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void Single_edit_taken_back_is_one_change(Edit edit)
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
    public void Change_has_the_CSharp_name(string edit, string name) =>
        Assert.Equal(name, Assert.Single(Api.ChangesAfter(Edit.All.Single(one => one.Name == edit).Apply)).Name);

    [Fact]
    public void Wrapped_method_keeps_its_parameters()
    {
        var change = Assert.Single(Api.ChangesAfter(document => document.Operation("get", "/alipay")["parameters"]![0]!["x-csharp-name"] = "other"));

        Assert.Equal(("parameter-renamed", Severity.Compatible), (change.Rule, change.Severity));
    }

    [Fact]
    public void Swapped_parameters_of_one_type_are_a_change_of_behaviour() => Assert.Equal(
        new Impact(SourceImpact.Positional, Binary: false, Behaviour: true),
        Assert.Single(Api.ChangesAfter(Edit.All.Single(one => one.Name == "parameters in another order").Apply)).Impact);
}
