using System.Text.Json.Nodes;

namespace GenAuth.AspNetCore.Tests.Support;

/// <summary>The parts of the page <see cref="WebAppHost.Me"/>.</summary>
internal sealed class UserPage(BrowserPage page)
{
    private readonly JsonNode _json = JsonNode.Parse(page.Text)!;

    public string? Name => (string?)_json["name"];

    public IReadOnlyList<string> Claims => [.. _json["claims"]!.AsArray().Select(claim => (string)claim!)];

    public IReadOnlyList<string> ValuesOf(string claim) =>
        [.. Claims.Where(text => text.StartsWith(claim + "=", StringComparison.Ordinal)).Select(text => text[(claim.Length + 1)..])];

    public string? this[string token] => (string?)_json["tokens"]![token];
}
