namespace GenAuth.Build;

/// <summary>Cuts the tool's file of types into one for each first letter.</summary>
internal static class TypeSplitter
{
    /// <param name="parts">The file.</param>
    /// <param name="model">What it declares.</param>
    public static IEnumerable<Source> Split(SourceParts parts, ApiModel model)
    {
        List<string> file = [];
        foreach (var line in parts.Body)
        {
            if (SourceParts.NameIn(line) is { } name && model.Find(name) is not null)
            {
                file = parts.Open($"Models.{char.ToUpperInvariant(name[0])}.g.cs");
            }
            else
            {
                file.Add(line);
            }
        }

        return parts.Close();
    }
}
