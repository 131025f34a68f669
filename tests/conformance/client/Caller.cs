using System.Globalization;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Conformance;

/// <summary>Calls operations, and compares the request with the document and the response with the result.</summary>
internal sealed class Caller(ApiDocument document, Clients clients)
{
    private readonly JsonSerializer _serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        DateParseHandling = DateParseHandling.None,
        NullValueHandling = NullValueHandling.Ignore,
        Culture = CultureInfo.InvariantCulture,
    });

    public List<Failure> Failures { get; } = [];

    public int Calls { get; private set; }

    /// <param name="operation">The operation.</param>
    /// <param name="id">Its name; it differs from the document's where a client has an operation of the other client.</param>
    /// <param name="method">The method that calls it, or lists all of its pages.</param>
    /// <param name="client">The client that calls.</param>
    /// <param name="full">Whether all members are filled in, or only the required ones.</param>
    /// <param name="round">Selects the values.</param>
    public async Task CallAsync(Operation operation, string id, MethodInfo method, object client, bool full, int round)
    {
        var recorder = clients.Recorder;
        (recorder.Operation, recorder.Variant, recorder.Round) = (id, full ? "full" : "minimal", round);
        var maker = new ValueMaker(document, full, round);
        try
        {
            var call = MakeArguments(operation, method, maker, full);
            maker.Problems.ToList().ForEach(problem => Fail("type", problem));
            Calls++;
            var result = method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, call.Arguments, null)!;
            if (result is Task task)
            {
                await task;
                CompareSent(operation, call);
                CompareReceived(result.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(result)!);
            }
            else
            {
                var drain = typeof(Caller).GetMethod(nameof(DrainAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
                var items = await (Task<int>)drain.MakeGenericMethod(result.GetType().GetInterfaces().Single(IsAsyncEnumerable).GenericTypeArguments).Invoke(null, [result])!;
                if (items == 0)
                {
                    Fail("paging", "no page had an item");
                }
            }
        }
        catch (Exception exception)
        {
            Fail("exception", $"{exception.GetType().Name}: {exception.Message}");
        }

        void Fail(string kind, string text) => Failures.Add(new(id, recorder.Variant, kind, text));
    }

    /// <summary>Creates the arguments of a method and the expected values on the wire.</summary>
    private static Call MakeArguments(Operation operation, MethodInfo method, ValueMaker maker, bool full)
    {
        var path = operation.Path;
        var query = new List<KeyValuePair<string, string>>();
        JToken? body = null;
        var open = operation.Parameters.ToList();
        var arguments = new List<object?>();
        foreach (var parameter in method.GetParameters())
        {
            var declared = Declared(parameter.Name!);
            if (parameter.ParameterType == typeof(RequestOptions) || parameter.ParameterType == typeof(CancellationToken))
            {
                arguments.Add(parameter.ParameterType.IsValueType ? default(CancellationToken) : null);
            }
            else if (parameter.ParameterType == typeof(FileUpload))
            {
                arguments.Add(new FileUpload([1, 2, 3, 0, 255], "täble 1.xlsx"));
            }
            else if (parameter.Name == "options" && parameter.ParameterType.Name.EndsWith("Options", StringComparison.Ordinal))
            {
                var options = Activator.CreateInstance(parameter.ParameterType)!;
                foreach (var property in parameter.ParameterType.GetProperties())
                {
                    var member = Declared(property.Name) ?? throw new InvalidOperationException($"The document has no parameter for {parameter.ParameterType.Name}.{property.Name}.");
                    open.Remove(member);
                    if (full)
                    {
                        property.SetValue(options, AddToQuery(property.PropertyType, member));
                    }
                }

                arguments.Add(full ? options : parameter.HasDefaultValue ? null : throw new InvalidOperationException($"The options of {method.Name} are required."));
            }
            else if (declared is null)
            {
                var made = maker.Make(parameter.ParameterType, (JObject)operation.Content!.Value["schema"]!);
                body = operation.Content.Name == "application/json" ? made.Wire : null;
                arguments.Add(made.Value);
            }
            else
            {
                open.Remove(declared);
                var name = (string)declared["name"]!;
                if ((string?)declared["in"] == "path")
                {
                    var text = (string)maker.MakeIdentifier((JObject)declared["schema"]!).Value;
                    path = path.Replace("{" + name + "}", Uri.EscapeDataString(text), StringComparison.Ordinal);
                    arguments.Add(text);
                }
                else
                {
                    arguments.Add(AddToQuery(parameter.ParameterType, declared));
                }
            }
        }

        return open.Count == 0
            ? new([.. arguments], path, query, body)
            : throw new InvalidOperationException($"{method.Name} has no parameter for {string.Join(", ", open.Select(parameter => parameter["name"]))}.");

        JObject? Declared(string csharpName) => open.Find(candidate => Plain((string?)candidate["x-csharp-name"] ?? (string)candidate["name"]!) == Plain(csharpName));

        object AddToQuery(Type type, JObject declared)
        {
            // A required identifier is never empty; the SDK refuses an empty one where it knows that.
            var made = type == typeof(string) && (bool?)declared["required"] == true ? maker.MakeIdentifier((JObject)declared["schema"]!) : maker.Make(type, (JObject)declared["schema"]!);
            query.AddRange((made.Wire as JArray ?? [made.Wire]).Select(value => KeyValuePair.Create((string)declared["name"]!, QueryText(value))));
            return made.Value;
        }
    }

    private void CompareSent(Operation operation, Call call)
    {
        var sent = clients.Recorder.SentUri!;
        if (sent.AbsolutePath != call.Path)
        {
            Fail("sent", $"the path is {sent.AbsolutePath} instead of {call.Path}");
        }

        var query = sent.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])));
        if (!query.OrderBy(pair => pair.Key, StringComparer.Ordinal).SequenceEqual(call.Query.OrderBy(pair => pair.Key, StringComparer.Ordinal)))
        {
            Fail("sent", $"the query is {sent.Query} instead of {string.Join(", ", call.Query)}");
        }

        if (operation.Content is { Name: "application/json" } && Differences(Parse(clients.Recorder.SentBody ?? "null"), call.Body!, string.Empty).FirstOrDefault() is { } difference)
        {
            Fail("sent", "the body " + difference);
        }
    }

    private void CompareReceived(object response)
    {
        foreach (var unknown in UnknownMembers(response, string.Empty))
        {
            Fail("received", $"{unknown} has no member of its own");
        }

        if (Differences(JToken.FromObject(response, _serializer), Parse(clients.Recorder.Received!), string.Empty).FirstOrDefault() is { } difference)
        {
            Fail("received", difference);
        }
    }

    private void Fail(string kind, string text) => Failures.Add(new(clients.Recorder.Operation, clients.Recorder.Variant, kind, text));

    /// <summary>Members that the type should have declared. A type that declares none is free-form.</summary>
    private static IEnumerable<string> UnknownMembers(object? value, string path)
    {
        switch (value)
        {
            case ExtensibleObject known:
                var members = known.GetType().GetProperties().Where(property => property.IsDefined(typeof(JsonPropertyAttribute))).ToList();
                return members.SelectMany(member => UnknownMembers(member.GetValue(known), $"{path}/{member.Name}"))
                    .Concat(members.Count == 0 ? [] : known.AdditionalProperties.Keys.Select(name => $"{path}/{name}"));
            case System.Collections.IEnumerable list and not string and not JToken:
                return list.Cast<object?>().SelectMany((item, index) => UnknownMembers(item, $"{path}/{index}"));
            default:
                return [];
        }
    }

    /// <summary>The differences of two trees; null equals a missing member, and 1 equals 1.0.</summary>
    private static IEnumerable<string> Differences(JToken? actual, JToken? expected, string path)
    {
        switch (actual, expected)
        {
            case (JObject left, JObject right):
                return left.Properties().Select(property => property.Name).Union(right.Properties().Select(property => property.Name))
                    .SelectMany(name => Differences(left[name], right[name], $"{path}/{name}"));
            case (JArray left, JArray right) when left.Count == right.Count:
                return left.Zip(right, (one, other) => (one, other)).SelectMany((pair, index) => Differences(pair.one, pair.other, $"{path}/{index}"));
            case (null or { Type: JTokenType.Null }, null or { Type: JTokenType.Null }):
                return [];
            case ({ Type: JTokenType.Integer or JTokenType.Float }, { Type: JTokenType.Integer or JTokenType.Float }) when (double)actual == (double)expected:
                return [];
            default:
                return JToken.DeepEquals(actual, expected) ? [] : [$"{path} is {Show(actual)} instead of {Show(expected)}"];
        }

        static string Show(JToken? token) => token?.ToString(Formatting.None) ?? "absent";
    }

    private static async Task<int> DrainAsync<T>(IAsyncEnumerable<T> items)
    {
        var count = 0;
        await foreach (var item in items)
        {
            count += item is null ? 0 : 1;
        }

        return count;
    }

    private static bool IsAsyncEnumerable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, Culture = CultureInfo.InvariantCulture };
        return JToken.ReadFrom(reader);
    }

    private static string QueryText(JToken value) => value.Type == JTokenType.String ? (string)value! : value.ToString(Formatting.None);

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private sealed record Call(object?[] Arguments, string Path, IReadOnlyList<KeyValuePair<string, string>> Query, JToken? Body);
}
