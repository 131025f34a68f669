using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Reflection;
using GenAuth.Build.Document;
using Newtonsoft.Json;

namespace GenAuth.Maintain.Explorer;

/// <summary>The files of the explorer by their names.</summary>
internal static class ExplorerPage
{
    public const string Index = "index.html";

    public static IReadOnlyDictionary<string, byte[]> Files(ApiDocument document)
    {
        var files = SwaggerUi.Files.ToDictionary(file => file, SwaggerUi.Read);
        foreach (var own in new[] { "explorer.css", "explorer.js" })
        {
            files.Add(own, System.Text.Encoding.UTF8.GetBytes(Resource(own)));
        }

        files.Add(Index, System.Text.Encoding.UTF8.GetBytes(IndexText(document)));
        return files;
    }

    private static string IndexText(ApiDocument document)
    {
        var info = document.Root["info"];
        var facts = string.Create(
            CultureInfo.InvariantCulture,
            $"Version {(string?)info?["version"]}: {document.Operations.Count()} operations, {document.Schemas.Count()} types. Search by path, operation, C# name or description.");
        // The document is inserted last, so that no placeholder in its texts is replaced.
        return Resource(Index)
            .Replace("{{title}}", Html($"{(string?)info?["title"]} explorer"), StringComparison.Ordinal)
            .Replace("{{facts}}", Html(facts), StringComparison.Ordinal)
            .Replace("{{document}}", Inline(document), StringComparison.Ordinal);
    }

    // A brace is encoded too, because the page's placeholders are written in braces.
    private static string Html(string text) => WebUtility.HtmlEncode(text).Replace("{", "&#123;", StringComparison.Ordinal);

    // Inside a script element only "<" can end it or begin a comment. JSON allows its escaped form.
    private static string Inline(ApiDocument document) => document.Root.ToString(Formatting.None).Replace("<", "\\u003c", StringComparison.Ordinal);

    private static string Resource(string file)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"explorer/{file}")!);
        return reader.ReadToEnd();
    }
}

/// <summary>The files of Swagger UI, read from the resources of a NuGet package, so that Node.js is not needed.</summary>
internal static class SwaggerUi
{
    private const string Package = "Swashbuckle.AspNetCore.SwaggerUI";
    private const string Prefix = Package + ".node_modules.swagger_ui_dist.";

    public static IReadOnlyList<string> Files { get; } = ["swagger-ui-bundle.js", "swagger-ui.css", "favicon-32x32.png", "LICENSE", "NOTICE"];

    public static byte[] Read(string file)
    {
        // The assembly is only read; its code is meant for web servers.
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, $"{Package}.dll"));
        using var resource = assembly.GetManifestResourceStream(Prefix + file)
            ?? throw new InvalidOperationException($"The package {Package} has no resource {file}. Compare its resource names with this class.");
        using var content = new GZipStream(resource, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
