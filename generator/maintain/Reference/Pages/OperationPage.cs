using System.Text;
using System.Text.RegularExpressions;
using GenAuth.Build.Api;
using GenAuth.Maintain.Reference.Api;
using GenAuth.Maintain.Reference.Samples;

namespace GenAuth.Maintain.Reference.Pages;

/// <summary>The page of an operation, in the order of the service's reference, with the C# details.</summary>
internal sealed partial class OperationPage(DocumentedOperation operation, CallSample sample, IReadOnlyList<string> codes)
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

    /// <summary>Splits a C# name into words.</summary>
    public static string Title(string method) => Words().Replace(method[..^"Async".Length], " ");

    private void Method()
    {
        Heading("Method name");
        Add($"`{operation.Client}.{operation.Method}`; in the service's reference {Markdown.Code($"{operation.Client}.{operation.ServiceName}")}.\n\n");
        Add(Markdown.Fence("csharp", operation.Signature) + "\n");
        Add(Markdown.Table(["About", ""], OperationFacts.Create(operation)) + "\n");
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
            Add(MemberTable.Write(others) + "\n");
        }

        foreach (var body in bodies)
        {
            Add($"Body `{body.Name}`: {TypeText.Write(body.Schema)}. {Markdown.Text(body.Description)}\n\n{MemberTable.Write(body.Schema)}\n");
            if (operation.Cleared is { } member)
            {
                Add($"A member that is not set is not sent. To clear one, send null: `{body.Name}.SetNull(nameof({member}));`\n\n");
            }
        }
    }

    private void Sample()
    {
        Heading("Sample code");
        Add($"`{CallSample.Variable(operation)}` is created as {Markdown.Link(operation.Client, "README.md")} shows.\n\n");
        Add(Markdown.Fence("csharp", sample.WriteCall(operation)) + "\n");
        if (operation.PagingMethod is not null)
        {
            Add($"The items of all pages; each page is requested when the enumeration reaches it:\n\n{Markdown.Fence("csharp", sample.WritePaging(operation))}\n");
        }
    }

    private void Response()
    {
        Heading("Response");
        if (!operation.Response.IsObject)
        {
            Add($"Type: `JToken`, the whole response: its form is not documented. {Markdown.Text(operation.ResponseDescription)}\n\n");
            return;
        }

        Add($"Type: {TypeText.Write(operation.Response)}. {Markdown.Text(operation.ResponseDescription)}\n\n{MemberTable.Write(operation.Response)}\n");
        Add($"Sample result:\n\n{Markdown.Fence("json", sample.WriteResponse(operation))}\n");
        if ((operation.Response["data"]?.Schema is { Items: { } items } ? items : operation.Response["data"]?.Schema) is { IsObject: true } data)
        {
            Heading("Data structures");
            Add($"### {Markdown.Text(data.Name!)}\n\n{Markdown.Text((string?)data.Target["description"] ?? string.Empty)}\n\n{MemberTable.Write(data)}\n");
        }
    }

    private void Errors()
    {
        Heading("Errors");
        Add(Markdown.Table(["Exception", "When"], ErrorRows.Create(operation)));
        if (codes.Count > 0)
        {
            Add($"\nCodes: {string.Join(", ", codes.Select(code => Markdown.Link(code, Page.LinkToType(code))))}.\n");
        }
    }

    private void Heading(string text) => Add($"## {text}\n\n");

    private void Add(string text) => _text.Append(text);

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Words();
}
