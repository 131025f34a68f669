using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WebApp.Pages;

/// <summary>Lists the orders of samples/WebApi, which accepts the user's access token.</summary>
public sealed class OrdersModel(OrdersApi api) : PageModel
{
    public IReadOnlyList<Order> Orders { get; private set; } = [];

    /// <summary>Why there are no orders, or <see langword="null"/>.</summary>
    public string? Problem { get; private set; }

    public async Task OnGetAsync()
    {
        var token = await HttpContext.GetTokenAsync("access_token");
        try
        {
            Orders = await api.ListAsync(token!, HttpContext.RequestAborted);
        }
        catch (HttpRequestException exception)
        {
            Problem = exception.StatusCode is { } status ? $"The API refused the request with {(int)status}." : "The API does not run. This app has printed the command that starts it.";
        }
    }
}
