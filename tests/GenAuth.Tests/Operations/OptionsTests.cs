using System.Reflection;
using GenAuth.Models;
using GenAuth.Tests.Document;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Operations;

/// <summary>The options of an operation: an object whose set members are sent.</summary>
public sealed class OptionsTests
{
    private const int MostParameters = 6;

    private static readonly MethodInfo[] Methods = [.. new[] { typeof(AuthenticationClient), typeof(ManagementClient) }
        .SelectMany(client => client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))];

    private static IEnumerable<Type> Classes => Methods.SelectMany(method => method.GetParameters()).Where(parameter => parameter.Name == "options" && parameter.ParameterType.Namespace == "GenAuth")
        .Select(parameter => parameter.ParameterType).Distinct();

    [Fact]
    public async Task Member_that_is_not_set_is_not_sent()
    {
        using var handler = new StubHandler();
        var client = ManagementClients.Create(handler);

        await client.ListGroupsAsync();
        await client.ListGroupsAsync(new ListGroupsOptions());
        await client.ListGroupsAsync(new ListGroupsOptions { Limit = 5 });

        Assert.Equal(["", "", "?limit=5"], handler.Sent.Select(sent => sent.Uri.Query));
    }

    [Fact]
    public async Task Members_are_sent_in_the_order_of_the_document_with_the_required_parameters()
    {
        using var handler = new StubHandler();

        await ManagementClients.Create(handler).GetUserAsync("u-1", new() { WithIdentities = false, UserIdType = UserIdType.Email });

        Assert.Equal("?userId=u-1&userIdType=email&withIdentities=false", handler.Only.Uri.Query);
    }

    [Fact]
    public async Task Enumeration_takes_the_options_as_they_are_when_it_is_called()
    {
        var pages = new Queue<string>(["""{"statusCode":200,"data":{"totalCount":2,"list":[{"code":"a"}]}}""", """{"statusCode":200,"data":{"totalCount":2,"list":[{"code":"b"}]}}"""]);
        using var service = new Service(_ => pages.Dequeue());
        var client = new ManagementClient(ManagementClients.Options(), new HttpClient(service));
        var options = new ListGroupsOptions { Keywords = "first", Limit = 1 };

        var groups = client.ListGroupsAutoPagingAsync(options);
        options.Keywords = "second";
        await foreach (var _ in groups)
        {
            options.Limit = 50;
        }

        Assert.Equal(["?keywords=first&limit=1&page=1", "?keywords=first&limit=1&page=2"], service.Sent.Select(sent => sent.Uri.Query));
        Assert.Null(options.Page);
    }

    [Fact]
    public async Task List_is_read_once_when_the_operation_is_called()
    {
        using var handler = new StubHandler("""{"statusCode":200,"data":[]}""");
        var status = new List<string> { "activated" };

        var call = ManagementClients.Create(handler).GetAccessKeyListAsync(new() { Status = status });
        status.Clear();
        await call;

        Assert.Equal("?status%5B%5D=activated", handler.Only.Uri.Query);
    }

    [Fact]
    public void Every_member_is_settable_and_may_be_unset()
    {
        var nullability = new NullabilityInfoContext();

        Assert.True(Classes.Count() > 100);
        Report.None(
            Classes.SelectMany(type => type.GetProperties())
                .Where(property => !property.CanRead || !property.CanWrite || nullability.Create(property).WriteState != NullabilityState.Nullable)
                .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"),
            "Correct generator/tasks/Clients/OptionsCode.cs.");
    }

    [Fact]
    public void No_method_has_more_than_six_parameters() => Report.None(
        Methods.Where(method => method.GetParameters().Length > MostParameters).Select(method => $"{method.DeclaringType!.Name}.{method.Name}"),
        "Give the method an object with its parameters.");
}
