using System.Diagnostics;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Diff;

/// <summary>The diff command with its arguments, exit codes and output files.</summary>
public sealed class DiffCommandTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("a member of another type", "breaking", 1)]
    [InlineData("another retry class", "breaking", 1)]
    [InlineData("a member hidden in logs", "breaking", 0)]
    [InlineData("a member retold", "breaking", 0)]
    [InlineData("a member retold", "any", 1)]
    [InlineData("nothing", "any", 0)]
    [InlineData("a member of another type", "never", 0)]
    public async Task Diff_exit_code_depends_on_changes_and_fail_on(string edit, string failOn, int exitCode) =>
        Assert.Equal(exitCode, (await DiffAsync(edit, "--fail-on", failOn)).ExitCode);

    [Fact]
    public async Task Text_report_has_a_line_for_each_change_by_severity()
    {
        var run = await DiffAsync("a member of another type, a member retold, another retry class");
        var lines = run.Output.Split('\n');

        Assert.Equal("1 breaking (source 1, binary 1), 1 behavioural, 0 compatible, 1 documentation only.", lines[1]);
        Assert.Equal(
            [
                "Breaking (1)",
                "  ~ UserDto.Age is long instead of int [source, binary]  <UserDto.age>",
                "Behaviour (1)",
                "  ~ ManagementClient.ListUsersAsync(string, string, \u2026) has the x-retry \"never\" instead of \"read\" [behaviour]  <GET /users>",
                "Documentation only (1)",
                "  ~ UserDto.Id has a different description  <UserDto.id>",
                "Version: 1.2.3 -> 2.0.0",
            ],
            lines[2..].TakeWhile(line => !line.StartsWith("For CHANGELOG", StringComparison.Ordinal)).Where(line => line.Length != 0));
        Assert.Contains("- **Breaking:** `UserDto.Age` is long instead of int.", lines);
    }

    [Fact]
    public async Task Markdown_report_has_a_table_for_each_severity()
    {
        var run = await DiffAsync("a member of another type, a number that may be missing", "--format", "markdown");

        Assert.Contains("## Breaking (2)\n\n| C# | change | impact | on the wire |\n|---|---|---|---|\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("| `UserDto.Age` | is optional now: long? instead of int | source, binary, behaviour | `UserDto.age` |\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_report_has_stable_members()
    {
        var run = await DiffAsync("a member of another type", "--format", "json");
        var report = JObject.Parse(run.Output);

        Assert.Equal(["schemaVersion", "old", "new", "counts", "version", "changes"], report.Properties().Select(property => property.Name));
        Assert.Equal("""{"breaking":1,"behaviour":0,"compatible":0,"documentation":0}""", report["counts"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("""{"current":"1.2.3","proposed":"2.0.0"}""", report["version"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(
            """{"rule":"member-type-changed","kind":"changed","severity":"breaking","name":"UserDto.Age","wire":"UserDto.age","what":"is long instead of int","source":"break","binary":true,"behaviour":false,"implementers":false}""",
            report["changes"]!.Single().ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task Diff_with_output_writes_the_report_to_a_file()
    {
        var run = await DiffAsync("a member of another type", "--format", "json", "--output", _files["report.json"]);

        Assert.Single(JObject.Parse(await File.ReadAllTextAsync(_files["report.json"]))["changes"]!);
        Assert.StartsWith("1 breaking", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_with_changelog_inserts_each_item_once()
    {
        await DiffAsync("a member of another type", "--changelog");
        await DiffAsync("a member of another type, a member removed", "--changelog");
        var text = await File.ReadAllTextAsync(_files["CHANGELOG.md"]);

        Assert.EndsWith("""
            ## [Unreleased]

            ### Changed

            - **Breaking:** `UserDto.Age` is long instead of int.

            ### Removed

            - **Breaking:** `UserDto.NickName` was removed.

            """, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_uses_locked_names()
    {
        var old = _files.Write("old.json", Api.Text);
        var current = _files.Write("new.json", Api.Text);
        var names = _files.Write("names.lock", "# Names\nUserDto.age = Years\n");
        var newNames = _files.Write("new.lock", "UserDto.age = YearsOfLife\n");

        var run = await Run.CommandAsync("diff", old, current, "--old-names", names, "--new-names", newNames, "--project", _files.WriteProject());

        Assert.Contains("~ UserDto.Years was renamed to YearsOfLife [source, binary]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_without_arguments_compares_the_working_tree_with_the_last_commit()
    {
        _files.WriteProject();
        _files.Write("openapi/genauth-v3.json", Api.Text);
        Git("init", "--quiet");
        Git("add", "--all");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "Begin");
        _files.Write("openapi/genauth-v3.json", Api.Text.Replace("\"int32\"", "\"int64\"", StringComparison.Ordinal));

        var run = await Run.CommandAsync("diff", "--no-names", "--project", _files.Folder);

        Assert.StartsWith("HEAD:openapi/genauth-v3.json -> ", run.Output, StringComparison.Ordinal);
        Assert.Contains("UserDto.Age is long instead of int", run.Output, StringComparison.Ordinal);
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _files.Folder })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    private async Task<Run> DiffAsync(string edits, params string[] options)
    {
        var current = Api.Document();
        foreach (var name in edits.Split(", ").Where(name => name != "nothing"))
        {
            (name == "a member hidden in logs" ? document => document.Member("UserDto", "id")["x-sensitive"] = "secret" : Edit.All.Single(edit => edit.Name == name).Apply)(current);
        }

        return await Run.CommandAsync(["diff", _files.Write("old.json", Api.Text), _files.Write("new.json", current.ToString()), "--no-names", "--project", _files.WriteProject(), .. options]);
    }
}
