using GenAuth.Build.Api;
using GenAuth.Build.Document;
using GenAuth.Build.Sources;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.GeneratorTests.Support;

/// <summary>Generates the sources of a document in the test process, as the build step does.</summary>
internal static class Generation
{
    /// <param name="root">The document.</param>
    /// <param name="published">The names that were published before, as names.lock has them.</param>
    public static async Task<IReadOnlyList<Source>> RunAsync(JObject root, IReadOnlyDictionary<string, string>? published = null)
    {
        var folder = Directory.CreateTempSubdirectory("genauth-generation-");
        try
        {
            var file = Path.Combine(folder.FullName, "document.json");
            // A lone surrogate cannot be written as UTF-8, but JSON can spell it.
            await File.WriteAllTextAsync(file, JsonConvert.SerializeObject(root, new JsonSerializerSettings { StringEscapeHandling = StringEscapeHandling.EscapeNonAscii }));
            var model = ApiReader.Read(ApiDocument.Load(file), published);
            ResolvedDocument.Write(model, file);
            var (contracts, clients) = await NSwagHost.Shared.RunAsync(file, folder.FullName);
            return GeneratedSources.Make(model, "0.0.0", contracts, clients) ?? throw new InvalidOperationException("The templates have not named what they write.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
