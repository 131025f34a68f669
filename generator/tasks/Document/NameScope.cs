using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>C# names that have to differ, for example the members of one type. Reports a name that is taken, with both places.</summary>
/// <param name="errors">Gets the errors.</param>
/// <param name="remedy">The key of the document that gives another name.</param>
/// <param name="reserved">The names that generated or hand-written code has already, with what has them.</param>
internal sealed class NameScope(DocumentErrors errors, string remedy, IReadOnlyDictionary<string, string> reserved)
{
    private const string Code = "GENAUTH020";

    private readonly Dictionary<string, (string Name, JToken Place)> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a name.</summary>
    /// <param name="name">The C# name, or <see langword="null"/> when none can be made.</param>
    /// <param name="what">What has it, for the message, for example the parameter 'user_id'.</param>
    /// <param name="place">Where that stands.</param>
    public void Take(string? name, string what, JToken place)
    {
        if (name is null)
        {
            errors.Add(Code, place, $"No C# name can be made of {what}: it needs ASCII letters, and a letter first. Give it a name with {remedy}.");
        }
        else if (reserved.TryGetValue(name, out var owner))
        {
            errors.Add(Code, place, $"The C# name of {what} would be '{name}', which {owner} has already. Give it another name with {remedy}.");
        }
        else if (_taken.TryGetValue(name, out var first))
        {
            errors.Add(Code, place, $"The C# name of {what} would be '{name}', which {first.Name} in line {DocumentErrors.LineOf(first.Place)} has already. Give one of them another name with {remedy}.");
        }
        else
        {
            _taken.Add(name, (what, place));
        }
    }

    /// <summary>Takes a name of something that is checked elsewhere.</summary>
    public void Reserve(string? name, string what, JToken place)
    {
        if (name is not null && !_taken.ContainsKey(name))
        {
            _taken.Add(name, (what, place));
        }
    }

    /// <summary>A name that the document gives must not be a keyword: the templates print it as it is.</summary>
    public void TakeGiven(string name, string what, JToken place)
    {
        if (CSharpName.IsKeyword(name))
        {
            errors.Add(Code, place, $"The C# name '{name}' of {what} is a keyword of C#. Give it another name with {remedy}.");
        }
        else
        {
            Take(name, what, place);
        }
    }
}
