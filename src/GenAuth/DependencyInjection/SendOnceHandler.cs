using GenAuth.Pipeline;

namespace GenAuth.DependencyInjection;

/// <summary>The innermost handler of a registered client. It sees whether the handlers around it send a message again.</summary>
internal sealed class SendOnceHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (request as ApiRequestMessage)?.OnSending();
        return base.SendAsync(request, cancellationToken);
    }
}
