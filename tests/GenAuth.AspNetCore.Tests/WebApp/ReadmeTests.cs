using System.Text.RegularExpressions;
using GenAuth.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.AspNetCore.Tests.WebApp;

/// <summary>The program in the package's README, run as it stands there.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task Program_in_the_README_signs_in_and_calls_the_api_for_the_user()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = Start(
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", $"--GenAuth:AppHost={tenant.AppHost}", $"--GenAuth:AppId={tenant.AppId}", $"--GenAuth:AppSecret={tenant.AppSecret}",
            "--Logging:LogLevel:Default=None",
        ]);
        await app.StartAsync();
        using var browser = new Browser();

        var page = await browser.SignInAsync(await browser.OpenAsync(app.Urls.Single() + "/me"), "ada", Tenants.Password);

        Assert.Equal("Ada <Lovelace>: Ada@example.com", page.Text);
    }

    [Fact]
    public void Program_in_the_README_is_the_tested_one()
    {
        var source = File.ReadAllText(Repository.PathOf("tests", "GenAuth.AspNetCore.Tests", "WebApp", "ReadmeTests.cs"));
        var readme = File.ReadAllText(Repository.PathOf("src", "GenAuth.AspNetCore", "README.md"));
        var tested = Lines(Between().Match(source).Groups["code"].Value);
        var shown = Lines(CodeBlock().Match(readme).Groups["code"].Value);

        Assert.Equal(shown[..^1], tested);
        Assert.Equal("app.Run();", shown[^1]);
    }

    private static WebApplication Start(string[] args)
    {
        // begin
        var builder = WebApplication.CreateBuilder(args);
        builder.AddGenAuthWebApp();

        var app = builder.Build();
        app.MapGenAuthAccount();
        app.MapGet("/", () => Results.Content("<a href=\"/me\">My profile</a> <a href=\"/account/sign-out\">Sign out</a>", "text/html"));
        app.MapGet("/me", async (HttpContext context) =>
        {
            var client = await context.GetGenAuthClientAsync();
            return $"{context.User.Identity!.Name}: {(await client.GetProfileAsync()).Data!.Email}";
        }).RequireAuthorization();
        // end
        return app;
    }

    private static string[] Lines(string code) => [.. code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    [GeneratedRegex(@"^\s*// begin$(?<code>.*?)^\s*// end$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Between();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
