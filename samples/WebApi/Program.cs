// An API that users and machines call. Without settings it runs against a tenant inside this process; a real one is named by the
// section "GenAuth" of the configuration (see Tenant.cs). With --once the program calls itself and ends, otherwise it runs until Ctrl+C.
using System.Net.Http.Headers;
using System.Security.Claims;
using WebApi;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
if (builder.Configuration["urls"] is null)
{
    builder.WebHost.UseUrls("http://127.0.0.1:0");
}

await using var tenant = await Tenant.OpenAsync(builder.Configuration);

// 1. The API: settings from the section "GenAuth". Tokens of users are accepted, and those of the worker's access account.
builder.AddGenAuthApi();
builder.Services.AddHealthChecks().AddGenAuth();

// 2. The worker: a client of the API that signs in with the key of its access account.
builder.Services.AddGenAuthOpenIdConnect(builder.Configuration.GetSection("GenAuth"));
builder.Services.AddSingleton<MachineTokens>();
builder.Services.AddTransient<MachineTokenHandler>();
builder.Services.AddHttpClient<OrdersClient>().AddHttpMessageHandler<MachineTokenHandler>();

var app = builder.Build();
var orders = new OrderBook();

app.MapGet("/orders", () => orders.All).RequireGenAuthScope("orders:read");
app.MapPost("/orders", (Order order) => orders.Add(order)).RequireGenAuthScope("orders:write");
app.MapGet("/me", (ClaimsPrincipal caller) => new { user = caller.FindFirst("sub")?.Value, scopes = caller.FindAll("scope").Select(scope => scope.Value) }).RequireAuthorization();
app.MapHealthChecks("/health");

await app.StartAsync();
var address = app.Urls.First();
Console.WriteLine($"The API runs at {address}, with the tenant {tenant.Description}.");

// 3. A user calls: the web app or the mobile app sends the user's access token.
if (await tenant.SignInUserAsync() is { } userToken)
{
    using var user = new HttpClient { BaseAddress = new Uri(address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", userToken) } };
    await ShowAsync("GET /me as the user", await user.GetAsync(new Uri("/me", UriKind.Relative)));
    await ShowAsync("GET /orders as the user", await user.GetAsync(new Uri("/orders", UriKind.Relative)));
    await ShowAsync("POST /orders as the user, who lacks the scope", await user.PostAsJsonAsync(new Uri("/orders", UriKind.Relative), new Order(1, "tea")));
}

// 4. The worker calls.
if (builder.Configuration["Worker:AccountId"] is not null)
{
    var worker = app.Services.GetRequiredService<OrdersClient>();
    await ShowAsync("POST /orders as the worker", await worker.AddAsync(new Uri(address), new Order(2, "coffee")));
}

using (var anonymous = new HttpClient())
{
    await ShowAsync("GET /orders without a token", await anonymous.GetAsync(new Uri(address + "/orders")));
}

if (!args.Contains("--once"))
{
    Console.WriteLine("Press Ctrl+C to end.");
    await app.WaitForShutdownAsync();
}

return 0;

static async Task ShowAsync(string title, HttpResponseMessage response)
{
    using (response)
    {
        var challenge = response.Headers.WwwAuthenticate.Count == 0 ? string.Empty : $"  {response.Headers.WwwAuthenticate}";
        Console.WriteLine($"{title}: {(int)response.StatusCode}{challenge}  {await response.Content.ReadAsStringAsync()}");
    }
}
