namespace GenAuth;

/// <summary>Which edition of the service a client talks to; decides the prefix of the SDK's request headers.</summary>
public enum Edition
{
    /// <summary>The international edition: headers begin with <c>x-genauth-</c>.</summary>
    GenAuth,

    /// <summary>The Authing edition and private deployments of it: headers begin with <c>x-authing-</c>.</summary>
    Authing,
}
