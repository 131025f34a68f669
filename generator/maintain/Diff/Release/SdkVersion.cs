using System.Xml;
using System.Xml.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>The version that the SDK has now, as <c>Directory.Build.props</c> says it.</summary>
internal static class SdkVersion
{
    public static string? Read(Workspace workspace)
    {
        if (workspace.Root is null)
        {
            return null;
        }

        var file = Path.Combine(workspace.Root, "Directory.Build.props");
        try
        {
            return File.Exists(file) ? XDocument.Load(file).Descendants("Version").FirstOrDefault()?.Value.Trim() : null;
        }
        catch (XmlException exception)
        {
            throw new UsageException($"{file}: {exception.Message} Take the file from version control again.");
        }
    }
}
