using GenAuth.DependencyInjection;
using GenAuth.OpenIdConnect.Client;
using Microsoft.Extensions.Options;

namespace GenAuth.OpenIdConnect.DependencyInjection;

/// <summary>Stops a host with invalid settings at its start, with the same messages as the client's constructor.</summary>
internal sealed class OpenIdConnectClientOptionsValidator : IValidateOptions<OpenIdConnectClientOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenIdConnectClientOptions options) =>
        OptionsProblems.CreateResult("GenAuth OpenID Connect client", name, OpenIdConnectSettings.GetProblems(options, out _));
}
