using GenAuth.ContractTests.Operations.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Samples;

/// <summary>Creates JSON for the document's schemas. The start selects the values.</summary>
internal sealed class SampleJson(SampleStyle style, int start)
{
    public const string UnknownMember = "member_of_tomorrow";

    private readonly Stack<string> _open = new();
    private int _turn = start;

    public JToken Create(JObject schema, JToken? example = null)
    {
        var (name, resolved) = Schemas.Resolve(schema);
        if (name is not null)
        {
            _open.Push(name);
        }

        try
        {
            return resolved["enum"] is JArray values ? EnumValue(values) : (string?)resolved["type"] switch
            {
                "object" => ObjectOf(resolved),
                "array" => ListOf(resolved),
                "string" => Text(resolved, example ?? schema["example"]),
                "integer" => Whole(resolved),
                "number" => new JValue(_turn++ + 0.25),
                "boolean" => new JValue(_turn++ % 2 == 1),
                null => Anything(),
                var other => throw new NotSupportedException($"Define how a value of type {other} is made."),
            };
        }
        finally
        {
            if (name is not null)
            {
                _open.Pop();
            }
        }
    }

    private JObject ObjectOf(JObject schema)
    {
        var made = new JObject();
        foreach (var property in schema["properties"]?.Children<JProperty>() ?? [])
        {
            var described = (JObject)property.Value;
            if (Schemas.IsRequired(schema, property.Name) || (style.OptionalMembers && !IsOpen(described)))
            {
                made[property.Name] = Create(described);
            }
        }

        if (style.UnknownMembers)
        {
            made[UnknownMember] = new JObject { ["at"] = "2024-01-02T03:04:05Z", ["n"] = 9007199254740993, ["list"] = new JArray(1.5, true, "a") };
        }

        return made;
    }

    // A type that contains itself in a list ends with an empty list.
    private JArray ListOf(JObject schema)
    {
        var items = (JObject)schema["items"]!;
        var least = (int?)schema["minItems"] ?? 0;
        var count = !style.OptionalMembers || IsOpen(items) ? least : Math.Min(Math.Max(least, 2), (int?)schema["maxItems"] ?? int.MaxValue);
        return new JArray(Enumerable.Range(0, count).Select(_ => Create(items)));
    }

    private JValue EnumValue(JArray values) => (style.UnknownValues, values[0].Type) switch
    {
        (true, JTokenType.String) => new JValue("value of tomorrow"),
        (true, _) => new JValue(987654),
        _ => (JValue)values[_turn++ % values.Count].DeepClone(),
    };

    private JValue Text(JObject schema, JToken? example) => new((string?)schema["format"] switch
    {
        "date-time" => "2022-07-03T02:20:30.000Z",
        "binary" => throw new NotSupportedException("A file is not JSON."),
        _ => AwkwardText.Fit(
            _turn++ % 3 == 0 && example is JValue { Type: JTokenType.String } given ? (string)given! : AwkwardText.Number(_turn),
            (int?)schema["minLength"] ?? 0,
            (int?)schema["maxLength"] ?? int.MaxValue),
    });

    private JValue Whole(JObject schema)
    {
        long[] values = (string?)schema["format"] == "int64" ? [9007199254740993, 0, -1, long.MaxValue] : [1, 0, int.MaxValue, -1, 20];
        var value = values[_turn++ % values.Length];
        return new JValue(Math.Min(Math.Max(value, (long?)schema["minimum"] ?? long.MinValue), (long?)schema["maximum"] ?? long.MaxValue));
    }

    private JToken Anything() => (_turn++ % 5) switch
    {
        0 => new JObject { ["text"] = AwkwardText.Separators, ["at"] = "2022-07-03T02:20:30.000Z", ["empty"] = new JObject() },
        1 => new JArray(1, 2.5, "a", new JArray(), false),
        2 => new JValue("2022-07-03T02:20:30.000Z"),
        3 => new JValue(42),
        _ => new JValue(true),
    };

    private bool IsOpen(JObject schema)
    {
        var (name, resolved) = Schemas.Resolve(schema);
        return name is not null && _open.Contains(name, StringComparer.Ordinal) && resolved["enum"] is null;
    }
}
