namespace GenAuth;

/// <summary>Why an answer could not be taken as one of the API.</summary>
public enum GenAuthResponseProblem
{
    /// <summary>The response had no body.</summary>
    Empty,

    /// <summary>The body is not JSON, for example a gateway's HTML page.</summary>
    NotJson,

    /// <summary>The body begins as JSON but is cut off or malformed.</summary>
    Malformed,

    /// <summary>
    /// The body is JSON, but its <c>data</c> is not the documented object or list. With <see cref="ResponseValidation.Strict"/>
    /// also: a member has a type that cannot be read as the documented one.
    /// </summary>
    WrongType,

    /// <summary>The body is JSON without the <c>statusCode</c> that says whether the call succeeded.</summary>
    NoStatusCode,

    /// <summary>The body has more bytes or more JSON values than the client's <c>MaxResponseBytes</c> and <c>MaxResponseValues</c> allow.</summary>
    TooLarge,

    /// <summary>The server redirected to another address, to which no token is carried, too often, or a call that must not be made twice.</summary>
    Redirect,

    /// <summary>
    /// The pages of a list contradict each other: a page came again although the service's total says that items are missing, a
    /// scroll does not move on, or there are more pages than can be numbered. Only the methods that enumerate pages report it.
    /// </summary>
    Paging,

    /// <summary>The body's JSON is nested more than 64 levels deep.</summary>
    TooDeep,

    /// <summary>The content type declares a charset that this platform does not know.</summary>
    UnknownCharset,
}
