using System.Globalization;
using System.Text;
using GenAuth.Maintain.Reference.Api;

namespace GenAuth.Maintain.Reference.Pages;

/// <summary>The page of a client: its operations by tag.</summary>
internal static class ClientPage
{
    public static Page Write(string client, IReadOnlyList<DocumentedOperation> operations, IReadOnlyDictionary<string, string> tags)
    {
        var text = new StringBuilder($"# {client}\n\n{operations.Count.ToString(CultureInfo.InvariantCulture)} operations. Each tag is an interface, which the client implements and returns as a property. The samples of the pages use these variables:\n\n");
        text.Append(Markdown.Fence("csharp", Setup(client))).Append('\n');
        var groups = operations.GroupBy(operation => operation.Tag).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        text.Append(string.Concat(groups.Select(group => $"- {Markdown.Link(group.Key, Markdown.Anchor(group.Key))}\n")));
        foreach (var group in groups)
        {
            text.Append("\n## ").Append(Markdown.Text(group.Key)).Append("\n\n").Append(Markdown.Text(tags.GetValueOrDefault(group.Key) ?? string.Empty)).Append("\n\n");
            text.Append("Property ").Append(Markdown.Code(group.First().AreaProperty)).Append(", interface ").Append(Markdown.Code(group.First().Area)).Append(".\n\n");
            text.Append(Markdown.Table(["Method", "Summary"], group.OrderBy(operation => operation.Method, StringComparer.Ordinal).Select(Row)));
        }

        return new Page($"{DocumentedOperation.Folder(client)}/README.md", text.ToString());
    }

    private static string[] Row(DocumentedOperation operation) =>
    [
        Markdown.Link(operation.Method, operation.Page[(operation.Page.IndexOf('/', StringComparison.Ordinal) + 1)..]),
        (operation.IsDeprecated ? "Deprecated. " : string.Empty) + Markdown.Text(operation.Summary) + (operation.PagingMethod is null ? string.Empty : $" Also {Markdown.Code(operation.PagingMethod)}."),
    ];

    private static string Setup(string client) => client == "ManagementClient"
        ? """
          using GenAuth;

          var management = new ManagementClient(new ManagementClientOptions
          {
              AccessKeyId = "the access key's ID",
              AccessKeySecret = "the access key's secret",
          });
          """
        : """
          using GenAuth;

          var client = new AuthenticationClient(new AuthenticationClientOptions
          {
              AppId = "the application's ID",
              AppSecret = "the application's secret",
              AppHost = "https://example.genauth.ai",
          });

          // For the operations of a signed-in user: the access token of the sign-in.
          IAuthenticationClient asUser = client.WithAccessToken("the user's access token");
          """;
}
