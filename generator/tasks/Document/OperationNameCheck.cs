using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>Checks the C# names of methods and their parameters: each is valid, and none is there twice.</summary>
internal sealed class OperationNameCheck(ApiDocument document, DocumentErrors errors)
{
    private const string Remedy = "x-csharp-name";

    private static readonly Dictionary<string, string> NoMethods = [];

    private static readonly Dictionary<string, string> ReservedParameters = new()
    {
        ["request"] = "a variable of every method",
        ["requestOptions"] = "a parameter of every method",
        ["cancellationToken"] = "a parameter of every method",
    };

    private readonly Dictionary<string, NameScope> _clients = new(StringComparer.Ordinal);

    public void Run()
    {
        foreach (var operation in document.Operations)
        {
            if (operation.Id?.Value.AsText() is { } id && id.IndexOf('_') is > 0 and var cut && cut < id.Length - 1)
            {
                CheckMethod(operation, id, id.Substring(0, cut));
            }

            CheckParameters(operation);
        }
    }

    private void CheckMethod(Operation operation, string id, string client)
    {
        if (!_clients.TryGetValue(client, out var methods))
        {
            methods = new NameScope(errors, Remedy, NoMethods);
            _clients.Add(client, methods);
        }

        var what = $"the operation {PrintableText.Quote(id)}";
        var name = CSharpName.Given(operation.Value) ?? CSharpName.OfMethod(id);
        var place = CSharpName.Given(operation.Value) is null ? operation.Id! : operation.Value.At("x-csharp-name");
        methods.Take(name + "Async", what, place);
        if (operation.Value.Has("x-paging"))
        {
            methods.Take(name + "AutoPagingAsync", $"the paging method of {what}", place);
        }
    }

    private void CheckParameters(Operation operation)
    {
        var names = new NameScope(errors, Remedy, ReservedParameters);
        var parameters = operation.Parameters(document).ToList();
        foreach (var parameter in parameters)
        {
            var wireName = parameter.Text("name");
            if (wireName is null || parameter.Text("in") is not ("path" or "query"))
            {
                // Reported by ParameterCheck.
                continue;
            }

            // NSwag tells two parameters of one name apart by their places.
            var suffix = parameters.Count(other => other.Text("name") == wireName) == 1 ? string.Empty : parameter.Text("in") == "path" ? "Path" : "Query";
            var derived = CSharpName.OfParameter(wireName) is { } name ? name + suffix : null;
            Take(names, CSharpName.Given(parameter), derived, $"the parameter {PrintableText.Quote(wireName)}", parameter.At("name"));
        }

        CheckBody(operation, names);
    }

    private void CheckBody(Operation operation, NameScope names)
    {
        if (document.Follow(operation.Value["requestBody"]) is not { } body || ApiDocument.Children(body["content"]).FirstOrDefault() is not { } content)
        {
            return;
        }

        if (content.Name != "multipart/form-data")
        {
            Take(names, body.Text("x-name"), "body", "the body", operation.Value.Property("requestBody")!);
            return;
        }

        foreach (var part in ApiDocument.Children(document.Follow((JToken?)content.Value.Object("schema"))?["properties"]))
        {
            Take(names, CSharpName.Given(part.Value), CSharpName.OfParameter(part.Name), $"the part {PrintableText.Quote(part.Name)}", part);
        }
    }

    private static void Take(NameScope names, string? given, string? derived, string what, JToken place)
    {
        if (given is not null)
        {
            names.TakeGiven(given, what, place);
        }
        else
        {
            names.Take(derived, what, place);
        }
    }
}
