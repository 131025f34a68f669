namespace GenAuth.Build;

/// <summary>Cuts the tool's file of types into one for each first letter.</summary>
internal static class TypeSplitter
{
    public static IEnumerable<Source> Split(string[] lines)
    {
        var parts = new SourceParts(lines, Marks.Type);
        List<string> file = [];
        foreach (var line in parts.Body)
        {
            if (Marks.Is(line, Marks.Type))
            {
                file = parts.Open($"Models.{char.ToUpperInvariant(Marks.Argument(line, Marks.Type)[0])}.g.cs");
            }
            else if (!Marks.Is(line, Marks.Base) && !Marks.Is(line, Marks.Member) && !Marks.Is(line, Marks.Set))
            {
                file.Add(line);
            }
        }

        return parts.Close();
    }
}
