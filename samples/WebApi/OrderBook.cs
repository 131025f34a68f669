using System.Collections.Concurrent;

namespace WebApi;

/// <summary>An order.</summary>
internal sealed record Order(int Id, string Item);

/// <summary>The orders, in memory.</summary>
internal sealed class OrderBook
{
    private readonly ConcurrentDictionary<int, Order> _orders = new() { [0] = new Order(0, "water") };

    public IEnumerable<Order> All => _orders.Values.OrderBy(order => order.Id);

    public Order Add(Order order) => _orders[order.Id] = order;
}
