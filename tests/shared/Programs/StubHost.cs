using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace GenAuth.Tests.Shared;

/// <summary>A Kestrel server on a free port in a process that <see cref="StubProcess"/> starts.</summary>
internal static class StubHost
{
    /// <param name="respond">Handles a request.</param>
    /// <param name="configure">Changes how connections are accepted.</param>
    public static async Task<int> RunAsync(RequestDelegate respond, Action<ListenOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                configure?.Invoke(listen);
            });
        });
        await using var app = builder.Build();
        app.Run(respond);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());

        // The parent holds the other end, which closes when the parent exits for any reason.
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
