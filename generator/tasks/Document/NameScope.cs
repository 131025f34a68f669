using GenAuth.Build.Api;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>C# names that have to differ, for example the members of one type. Reports a name that is taken, with both places.</summary>
/// <param name="errors">Gets the errors.</param>
/// <param name="remedy">The key of the document that gives another name.</param>
/// <param name="reserved">The names that generated or hand-written code has already, with what has them.</param>
internal sealed class NameScope(DocumentErrors errors, string remedy, IReadOnlyDictionary<string, string> reserved)
{
    private const string Code = "GENAUTH020";

    private readonly Dictionary<string, (string Name, JToken Place)> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a name.</summary>
    /// <param name="name">The C# name.</param>
    /// <param name="what">What has it, for the message, for example the parameter 'user_id'.</param>
    /// <returns>Whether it could be taken.</returns>
    public bool Take(ApiName name, string what) => Take(name, name.Text, what);

    /// <summary>Takes a name with an ending.</summary>
    public bool Take(ApiName name, string text, string what)
    {
        if (!CSharpName.IsIdentifier(text))
        {
            errors.Add(Code, name.Place, $"No C# name can be made of {what}: it needs ASCII letters, and a letter first. Give it a name with {remedy}.");
        }
        else if (name.IsGiven && CSharpName.IsKeyword(text))
        {
            errors.Add(Code, name.Place, $"The C# name '{text}' of {what} is a keyword of C#. Give it another name with {remedy}.");
        }
        else if (reserved.TryGetValue(text, out var owner))
        {
            errors.Add(Code, name.Place, $"The C# name of {what} would be '{text}', which {owner} has already. Give it another name with {remedy}.");
        }
        else if (_taken.TryGetValue(text, out var first))
        {
            errors.Add(Code, name.Place, $"The C# name of {what} would be '{text}', which {first.Name} in line {DocumentErrors.LineOf(first.Place)} has already. Give one of them another name with {remedy}.");
        }
        else
        {
            _taken.Add(text, (what, name.Place));
            return true;
        }

        return false;
    }

    /// <summary>Takes a name of something that is checked elsewhere.</summary>
    public void Reserve(ApiName name, string what)
    {
        if (!_taken.ContainsKey(name.Text))
        {
            _taken.Add(name.Text, (what, name.Place));
        }
    }
}
