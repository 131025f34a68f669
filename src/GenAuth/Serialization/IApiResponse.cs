using GenAuth.Models;

namespace GenAuth;

/// <summary>The envelope around the data of a V3 response.</summary>
public interface IApiResponse
{
    /// <summary>The outcome; always 200 on a response that an operation returns, because any other value is thrown as an exception.</summary>
    int StatusCode { get; }

    /// <summary>The service's text about the outcome; may be <see langword="null"/> when the service left it out.</summary>
    string? Message { get; }

    /// <summary>The detail of the outcome. It says nothing on success, where some operations send 0 or 20001.</summary>
    ApiCode? ApiCode { get; }

    /// <summary>The service's identifier of the request, where the service sent one.</summary>
    string? RequestId { get; }
}
