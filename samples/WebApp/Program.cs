using WebApp;

var builder = WebApplication.CreateBuilder(args);

// Without an address of a real tenant the sample brings its own.
await using var tenant = await DemoTenant.StartIfNeededAsync(builder.Configuration);

builder.AddGenAuthWebApp();
builder.Services.AddGenAuthManagement(builder.Configuration.GetSection("GenAuth:Management"));
builder.Services.AddAuthorizationBuilder().AddPolicy("Admin", policy => policy.RequireRole("admin"));
builder.Services.AddRazorPages(options =>
{
    options.Conventions.AuthorizePage("/Profile");
    options.Conventions.AuthorizePage("/Users", "Admin");
});

var app = builder.Build();
app.UseStatusCodePagesWithReExecute("/Status", "?code={0}");
app.UseStaticFiles();
app.MapGenAuthAccount();
app.MapRazorPages();
app.Lifetime.ApplicationStarted.Register(() => tenant?.WriteInstructions(Console.Out, app.Urls.First()));
await app.RunAsync();
