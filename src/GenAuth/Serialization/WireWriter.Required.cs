using Newtonsoft.Json.Linq;

namespace GenAuth.Serialization;

/// <summary>
/// The same for members that the document requires. They are written like the others: the service decides what it does without
/// them. Separate overloads keep the thousands of generated call sites small.
/// </summary>
internal sealed partial class WireWriter
{
    public void AddRequired(string name, string? value) => Required().Add(name, value);

    public void AddRequired(string name, int? value) => Required().Add(name, value);

    public void AddRequired(string name, long? value) => Required().Add(name, value);

    public void AddRequired(string name, double? value) => Required().Add(name, value);

    public void AddRequired(string name, bool? value) => Required().Add(name, value);

    public void AddRequired(string name, DateTimeOffset? value) => Required().Add(name, value);

    /// <summary>The first instant of the year 1 stands for a member that is not set.</summary>
    public void AddRequired(string name, DateTimeOffset value) => AddRequired(name, value == default ? null : (DateTimeOffset?)value);

    public void AddRequired(string name, JToken? value) => Required().Add(name, value);

    public void AddRequired(string name, ExtensibleObject? value) => Required().Add(name, value);

    public void AddRequired(string name, IReadOnlyList<string>? values) => Required().Add(name, values);

    public void AddRequired(string name, IReadOnlyList<int>? values) => Required().Add(name, values);

    public void AddRequired(string name, IReadOnlyList<long>? values) => Required().Add(name, values);

    public void AddRequired(string name, IReadOnlyList<double>? values) => Required().Add(name, values);

    public void AddRequired(string name, IReadOnlyList<bool>? values) => Required().Add(name, values);

    public void AddRequired(string name, IReadOnlyList<DateTimeOffset>? values) => Required().Add(name, values);

    public void AddRequired(string name, IReadOnlyList<JToken>? values) => Required().Add(name, values);

    public void AddRequired(string name, IReadOnlyList<ExtensibleObject>? values) => Required().Add(name, values);

    public void AddRequiredText<T>(string name, T? value)
        where T : struct, IExtensibleEnum<string> => Required().AddText(name, value);

    public void AddRequiredNumber<T>(string name, T? value)
        where T : struct, IExtensibleEnum<int> => Required().AddNumber(name, value);

    public void AddRequiredTexts<T>(string name, IReadOnlyList<T>? values)
        where T : IExtensibleEnum<string> => Required().AddTexts(name, values);

    public void AddRequiredOther(string name, object? value) => Required().AddOther(name, value);

    private WireWriter Required()
    {
        _isRequired = true;
        return this;
    }
}
