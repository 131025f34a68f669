namespace GenAuth.Build;

/// <summary>The lines of the templates that tell where the tool's files are cut. They do not reach the sources.</summary>
internal static class Marks
{
    /// <summary>Opens a declaration of a client, which goes on in every file that has operations of it.</summary>
    public const string Part = "//#part";

    /// <summary>Ends the operations of a declaration.</summary>
    public const string End = "//#end";

    public const string Operation = "//#operation ";

    public const string Type = "//#type ";

    /// <summary>What the type before it extends, if that is not what all types extend.</summary>
    public const string Base = "//#base ";

    /// <summary>A member of the type before it: property, type, how sensitive it is if it is, whether it is required, and wire name as a string literal.</summary>
    public const string Member = "//#member ";

    /// <summary>The type before it is a set of values: its name, and the type of the values on the wire.</summary>
    public const string Set = "//#set ";

    /// <summary>Whether the marks are there. Without them what the file declares would be dropped.</summary>
    public static bool AreIn(string[] lines) =>
        lines.Any(line => Is(line, Type) || Is(line, Part)) || !lines.Any(line => Is(line, "public ") || Is(line, "internal "));

    public static bool Is(string line, string mark) => line.TrimStart().StartsWith(mark, StringComparison.Ordinal);

    public static string Argument(string line, string mark) => line.TrimStart().Substring(mark.Length);
}
