using GenAuth.AspNetCore.Client;
using GenAuth.OpenIdConnect;

namespace GenAuth.AspNetCore.WebApp;

/// <summary>A registered application: its options, and the clients with which it calls the service. All share their connections.</summary>
/// <param name="scheme">The application's scheme.</param>
/// <param name="options">The valid options.</param>
/// <param name="openIdConnect">The client for sign-ins and renewals.</param>
/// <param name="httpClient">Creates what sends the calls of the API.</param>
internal sealed class WebApplicationClients(string scheme, GenAuthWebAppOptions options, OpenIdConnectClient openIdConnect, Func<HttpMessageInvoker> httpClient)
{
    public string Scheme => scheme;

    public GenAuthWebAppOptions Options => options;

    public OpenIdConnectClient OpenIdConnect => openIdConnect;

    public TimeProvider TimeProvider { get; } = options.TimeProvider ?? TimeProvider.System;

    /// <summary>The client of the API, without a user.</summary>
    public AuthenticationClient Api { get; } = new(ApiClientOptions.Create(options), httpClient);
}
