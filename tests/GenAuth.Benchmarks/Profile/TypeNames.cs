using System.Text.RegularExpressions;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace GenAuth.Benchmarks.Profile;

/// <summary>Maps the type IDs of the runtime's events to type names, without namespaces to fit a table.</summary>
internal sealed partial class TypeNames
{
    private readonly Dictionary<ulong, string> _names = [];
    private readonly Dictionary<ulong, ulong> _elements = [];

    public void Add(GCBulkTypeTraceData types)
    {
        for (var i = 0; i < types.Count; i++)
        {
            var type = types.Values(i);
            _names[type.TypeID] = Namespace().Replace(type.TypeName, string.Empty);
            if ((type.Flags & TypeFlags.Array) != 0)
            {
                _elements[type.TypeID] = type.TypeParameterID(0);
            }
        }
    }

    public string Get(ulong type) => _elements.TryGetValue(type, out var element) ? Get(element) + "[]" : _names.GetValueOrDefault(type, "?");

    [GeneratedRegex(@"\b(\w+\.)+")]
    private static partial Regex Namespace();
}
