using System.IO.Compression;
using System.Reflection;

namespace GenAuth.Maintain.Explorer;

/// <summary>The files of Swagger UI, which a NuGet package carries as resources, so that nobody needs Node.</summary>
internal static class SwaggerUi
{
    private const string Package = "Swashbuckle.AspNetCore.SwaggerUI";
    private const string Prefix = Package + ".node_modules.swagger_ui_dist.";

    public static IReadOnlyList<string> Files { get; } = ["swagger-ui-bundle.js", "swagger-ui.css", "favicon-32x32.png", "LICENSE", "NOTICE"];

    public static byte[] Read(string file)
    {
        // Never run, only opened: its code is for web servers.
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, $"{Package}.dll"));
        using var resource = assembly.GetManifestResourceStream(Prefix + file)
            ?? throw new InvalidOperationException($"The package {Package} holds no {file}. Compare the names of its resources with this class.");
        using var content = new GZipStream(resource, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
