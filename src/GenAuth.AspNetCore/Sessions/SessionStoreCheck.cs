using GenAuth.AspNetCore.Telemetry;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Sessions;

/// <summary>Warns at the start of a program outside of development whose sessions are in the memory of the process.</summary>
internal sealed class SessionStoreCheck(IDistributedCache cache, IHostEnvironment environment, ILoggerFactory loggers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (cache is MemoryDistributedCache && !environment.IsDevelopment())
        {
            WebAppLog.SessionsInMemory(loggers.CreateLogger(WebAppLog.Category));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
