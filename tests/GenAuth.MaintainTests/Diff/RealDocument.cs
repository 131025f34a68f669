using GenAuth.Build.Document;
using GenAuth.Maintain;
using GenAuth.Maintain.Diff.Names;
using GenAuth.Maintain.Diff.Surface;

namespace GenAuth.MaintainTests.Diff;

/// <summary>The API document, and the public API of the compiled library.</summary>
internal static class RealDocument
{
    private static readonly HashSet<string> Wrapped = ["AuthenticationClient.GetAlipayAuthInfoAsync"];

    public static string File => Repository.PathOf("openapi", "genauth-v3.json");

    public static string NamesFile => Repository.PathOf("openapi", "names.lock");

    /// <summary>The names that the command derives from the document.</summary>
    public static ApiSurface Surface { get; } = new SurfaceReader(ApiDocument.Load(File), new ApiNames(locked: null), Wrapped, LockedNames.Read(NamesFile).All).Read();

    /// <summary>The public methods and properties of the compiled library by type.</summary>
    public static ILookup<string, string> PublicMembers { get; } = ReadPublicMembers().ToLookup(member => member.Type, member => member.Line);

    private static IEnumerable<(string Type, string Line)> ReadPublicMembers()
    {
        var type = string.Empty;
        foreach (var line in System.IO.File.ReadLines(Repository.PathOf("tests", "GenAuth.Tests", "PublicApi", "GenAuth.net10.0.txt")))
        {
            if (line.StartsWith("    public ", StringComparison.Ordinal))
            {
                type = line.Split(" : ")[0].Split(' ')[^1];
            }

            yield return (type, line.Trim());
        }
    }
}
