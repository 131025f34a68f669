namespace GenAuth.OpenIdConnect;

/// <summary>The format of the service's response about a ticket, which also selects the version of CAS.</summary>
public enum CasResponseFormat
{
    /// <summary>CAS 2.0 and 3.0 as JSON.</summary>
    Json,

    /// <summary>CAS 2.0 and 3.0 as XML.</summary>
    Xml,

    /// <summary>CAS 1.0: two lines of text, without attributes.</summary>
    Text,
}
