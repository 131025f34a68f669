using GenAuth.Build.Document;
using GenAuth.Maintain;
using GenAuth.Maintain.Diff.Names;
using GenAuth.Maintain.Diff.Surface;

namespace GenAuth.MaintainTests.Diff;

/// <summary>The API document itself, with what is known of it from elsewhere.</summary>
internal static class RealDocument
{
    private static readonly HashSet<string> Wrapped = ["AuthenticationClient.GetAlipayAuthInfoAsync"];

    public static string File => Repository.PathOf("openapi", "genauth-v3.json");

    public static string NamesFile => Repository.PathOf("openapi", "names.lock");

    /// <summary>What the command reads out of it without being told a single name.</summary>
    public static ApiSurface Surface { get; } = new SurfaceReader(ApiDocument.Load(File), new ApiNames(locked: null), Wrapped, LockedNames.Read(NamesFile).All).Read();

    /// <summary>The public methods and properties as the compiled library has them, by type.</summary>
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
