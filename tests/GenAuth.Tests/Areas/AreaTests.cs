using System.Reflection;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Areas;

/// <summary>The areas of a client: an interface for the operations of each tag, which the client implements and returns.</summary>
public sealed class AreaTests
{
    private static readonly Dictionary<Type, object> Clients = new()
    {
        [typeof(IAuthenticationClient)] = new AuthenticationClient(Support.Clients.Options()),
        [typeof(IManagementClient)] = new ManagementClient(ManagementClients.Options()),
    };

    public static TheoryData<Type> Interfaces => [.. Clients.Keys];

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void Client_interface_consists_of_its_areas(Type client)
    {
        var areas = AreasOf(client).Select(area => area.PropertyType).ToList();

        Assert.True(areas.Count > 15);
        Assert.Equal(client.GetInterfaces().Select(type => type.Name).Order(), areas.Select(type => type.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void Area_is_named_after_client_and_property(Type client)
    {
        var prefix = client.Name[..^"Client".Length];

        Assert.All(AreasOf(client), area => Assert.Equal(prefix + area.Name, area.PropertyType.Name));
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void Area_is_the_client_itself(Type client)
    {
        Assert.All(AreasOf(client), area => Assert.Same(Clients[client], area.GetValue(Clients[client])));
    }

    [Fact]
    public void Area_allocates_nothing()
    {
        var client = (IManagementClient)Clients[typeof(IManagementClient)];
        _ = client.Users;
        var before = GC.GetAllocatedBytesForCurrentThread();

        _ = client.Users;

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task Operation_of_an_area_is_the_one_of_the_client()
    {
        using var handler = new StubHandler();
        var client = ManagementClients.Create(handler);

        await client.Users.GetUserAsync("u-1");
        await client.GetUserAsync("u-1");

        Assert.Equal(2, handler.Sent.Count);
        Assert.Equal(handler.Sent[0].Uri, handler.Sent[1].Uri);
    }

    internal static IEnumerable<PropertyInfo> AreasOf(Type client) => client.GetProperties();
}
