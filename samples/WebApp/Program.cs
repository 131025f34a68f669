using WebApp;

var builder = WebApplication.CreateBuilder(args);

// Without an address of a real tenant the sample brings its own.
await using var tenant = await DemoTenant.StartIfNeededAsync(builder.Configuration);

builder.AddGenAuthWebApp();
builder.Services.AddGenAuthManagement(builder.Configuration.GetSection("GenAuth:Management"));
builder.Services.AddGenAuthPermissions(builder.Configuration.GetSection("GenAuth:Permissions"));
builder.Services.AddHttpClient<OrdersApi>(http => http.BaseAddress = new Uri(builder.Configuration["Api:Address"]!));
builder.Services.AddAuthorizationBuilder().AddPolicy("Admin", policy => policy.RequireRole("admin"));
builder.Services.AddRazorPages(options =>
{
    options.Conventions.AuthorizePage("/Profile");
    options.Conventions.AuthorizePage("/Orders");
    options.Conventions.AuthorizePage("/Users", "Admin");
});

var app = builder.Build();
app.UseStatusCodePagesWithReExecute("/Status", "?code={0}");
app.UseStaticFiles();
// After the status pages: by default the platform puts them first, and a refused user would see an empty page.
app.UseAuthentication();
app.UseAuthorization();
app.MapGenAuthAccount();
app.MapRazorPages();
app.Lifetime.ApplicationStarted.Register(() =>
{
    tenant?.WriteInstructions(Console.Out);
    Console.WriteLine($"Open {app.Urls.First()}");
});
await app.RunAsync();
