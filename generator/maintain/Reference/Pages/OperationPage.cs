using GenAuth.Build;
using System.Text;
using System.Text.RegularExpressions;

namespace GenAuth.Maintain.Reference;

/// <summary>The page of an operation, in the order of the service's own reference, with what C# adds.</summary>
internal sealed partial class OperationPage(ApiOperation operation, CallSample sample, IReadOnlyList<string> codes)
{
    private readonly StringBuilder _text = new();

    public Page Write()
    {
        Add($"# {Title(operation.Method)}\n\n");
        if (operation.IsDeprecated)
        {
            Add("> **Deprecated** by the service. The compiler warns of the method with CS0618.\n\n");
        }

        Add($"{Markdown.Text($"{operation.Summary} {operation.Description}")}\n\n");
        Method();
        Request();
        Sample();
        Response();
        Errors();
        return new Page(operation.Page, _text.ToString());
    }

    /// <summary>The words of a C# name.</summary>
    public static string Title(string method) => Words().Replace(method[..^"Async".Length], " ");

    private void Method()
    {
        Heading("Method name");
        Add($"`{operation.Client}.{operation.Method}`; in the service's own reference {Markdown.Code($"{operation.Client}.{operation.ServiceName}")}.\n\n");
        Add(Markdown.Fence("csharp", operation.Signature) + "\n");
        Add(Markdown.Table(["About", ""], OperationFacts.Of(operation)) + "\n");
    }

    private void Request()
    {
        Heading("Request parameters");
        var (bodies, others) = (operation.Arguments.Where(argument => argument.Place == ApiPlace.Body).ToList(), operation.Arguments.Where(argument => argument.Place != ApiPlace.Body).ToList());
        if (operation.Arguments.Count == 0)
        {
            Add("None.\n\n");
        }

        if (others.Count > 0)
        {
            Add(MemberTable.Of(others) + "\n");
        }

        foreach (var body in bodies)
        {
            Add($"Body `{body.Name}`: {TypeText.Of(body.Schema)}. {Markdown.Text(body.Description)}\n\n{MemberTable.Of(body.Schema)}\n");
        }
    }

    private void Sample()
    {
        Heading("Sample code");
        Add($"`{CallSample.Variable(operation)}` is made as {Markdown.Link(operation.Client, "README.md")} shows.\n\n");
        Add(Markdown.Fence("csharp", sample.Call(operation)) + "\n");
        if (operation.PagingMethod is not null)
        {
            Add($"All pages, each asked for when the one before is used up:\n\n{Markdown.Fence("csharp", sample.AllPages(operation))}\n");
        }
    }

    private void Response()
    {
        Heading("Response");
        if (!operation.Response.IsObject)
        {
            Add($"Type: `JToken`, the whole answer: its form is not documented. {Markdown.Text(operation.ResponseDescription)}\n\n");
            return;
        }

        Add($"Type: {TypeText.Of(operation.Response)}. {Markdown.Text(operation.ResponseDescription)}\n\n{MemberTable.Of(operation.Response)}\n");
        Add($"Sample result:\n\n{Markdown.Fence("json", sample.Answer(operation))}\n");
        if ((operation.Response["data"]?.Schema is { Items: { } items } ? items : operation.Response["data"]?.Schema) is { IsObject: true } data)
        {
            Heading("Data structures");
            Add($"### {Markdown.Text(data.Name!)}\n\n{Markdown.Text((string?)data.Target["description"] ?? string.Empty)}\n\n{MemberTable.Of(data)}\n");
        }
    }

    private void Errors()
    {
        Heading("Errors");
        Add(Markdown.Table(["Exception", "When"], ErrorRows.Of(operation)));
        if (codes.Count > 0)
        {
            Add($"\nWhat the codes mean: {string.Join(", ", codes.Select(code => Markdown.Link(code, Page.OfType(code))))}.\n");
        }
    }

    private void Heading(string text) => Add($"## {text}\n\n");

    private void Add(string text) => _text.Append(text);

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Words();
}
