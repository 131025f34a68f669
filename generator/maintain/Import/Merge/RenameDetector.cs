using GenAuth.Maintain.Import.Facts;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Finds names that the service replaced by similar ones of the same type, such as <c>eventDetail</c> by <c>eventDetails</c>.</summary>
internal static class RenameDetector
{
    private const int ShortName = 5;

    /// <summary>The new names by the old ones. A name with two candidates is left out.</summary>
    public static IReadOnlyDictionary<string, string> Find(IEnumerable<(string Name, string Type)> old, IEnumerable<(string Name, string Type)> added)
    {
        var candidates = added.ToList();
        var pairs = old.SelectMany(removed => candidates.Where(name => FactText.AreEquivalent(name.Type, removed.Type) && AreSimilar(removed.Name, name.Name)), (removed, name) => (Old: removed.Name, New: name.Name)).ToList();
        return pairs.Where(pair => pairs.Count(other => other.Old == pair.Old || other.New == pair.New) == 1).ToDictionary(pair => pair.Old, pair => pair.New);
    }

    private static bool AreSimilar(string left, string right)
    {
        var (one, other) = (Normalize(left), Normalize(right));
        return one == other || (Math.Min(one.Length, other.Length) >= ShortName && Distance(one, other) <= 1);
    }

    /// <summary>The letters and digits in the singular: <c>user_id</c> equals <c>userId</c>, and <c>policies</c> equals <c>policy</c>.</summary>
    private static string Normalize(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.EndsWith("ies", StringComparison.Ordinal) ? letters[..^3] + "y" : letters.TrimEnd('s');
    }

    /// <summary>The number of letters that are inserted, deleted or replaced (Levenshtein).</summary>
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
