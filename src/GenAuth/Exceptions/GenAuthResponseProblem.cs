namespace GenAuth;

/// <summary>Why a response is not a valid response of the API.</summary>
public enum GenAuthResponseProblem
{
    /// <summary>The response has no body.</summary>
    Empty,

    /// <summary>The body is not JSON, for example an HTML page of a gateway.</summary>
    NotJson,

    /// <summary>The body begins as JSON, but is truncated or malformed.</summary>
    Malformed,

    /// <summary>
    /// The body is JSON, but its <c>data</c> is not the documented object or list. With <see cref="ResponseValidation.Strict"/>
    /// also: a member has a type that cannot be read as the documented one.
    /// </summary>
    WrongType,

    /// <summary>The body is JSON without a <c>statusCode</c>, which states whether the call succeeded.</summary>
    NoStatusCode,

    /// <summary>The body has more bytes or more JSON values than the client's <c>MaxResponseBytes</c> and <c>MaxResponseValues</c> allow.</summary>
    TooLarge,

    /// <summary>
    /// The response is a redirect that the client does not follow: to another host, too many in a row, or for a request that must
    /// not be sent twice.
    /// </summary>
    Redirect,

    /// <summary>
    /// The pages of a list are inconsistent: a page was repeated although items are missing from the total, the scroll position
    /// does not change, or the page number would overflow. Only methods that enumerate pages report it.
    /// </summary>
    Paging,

    /// <summary>The JSON of the body is nested more than 64 levels deep.</summary>
    TooDeep,

    /// <summary>The content type declares a charset that this platform does not support.</summary>
    UnknownCharset,
}
