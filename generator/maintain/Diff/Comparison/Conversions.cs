using GenAuth.Build;

namespace GenAuth.Maintain.Diff;

/// <summary>Implicit conversions of arguments between C# types.</summary>
internal static class Conversions
{
    private static readonly HashSet<(string From, string To)> Implicit =
    [
        ("int", "long"), ("int", "float"), ("int", "double"), ("int", "decimal"), ("long", "float"), ("long", "double"), ("long", "decimal"), ("float", "double"),
        ("string", "JToken"), ("int", "JToken"), ("long", "JToken"), ("double", "JToken"), ("bool", "JToken"),
    ];

    public static bool TakesArguments(CSharpType old, CSharpType current) =>
        (Implicit.Contains((old.Text, current.Text)) || current.SetOf == old.Text || (old.SetOf == "int" && current.Text == "int"))
        && !(old.IsValue && old.IsNullable && !(current.IsValue && current.IsNullable));
}
