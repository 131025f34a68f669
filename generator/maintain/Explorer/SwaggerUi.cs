using System.IO.Compression;
using System.Reflection;

namespace GenAuth.Maintain.Explorer;

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
