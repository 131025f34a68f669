namespace GenAuth.AspNetCore.Health;

/// <summary>Asks whether the service can be reached with the settings of one registration.</summary>
internal interface IProviderProbe
{
    /// <summary>The registration, for example the name of a scheme.</summary>
    string Name { get; }

    /// <summary>Reads the discovery document and the keys.</summary>
    /// <exception cref="GenAuthException">They could not be read, or cannot be used.</exception>
    Task ProbeAsync(CancellationToken cancellationToken);
}
