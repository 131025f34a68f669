using GenAuth.Models;

namespace GenAuth.Testing.Service;

/// <summary>
/// The <c>statusCode</c> that goes with an <c>apiCode</c>. The service documents only some of the pairs; the others follow
/// from what the code means.
/// </summary>
internal static class ApiCodeStatus
{
    /// <summary>Which 3xx the service uses for an unfinished sign-in is not documented; clients have to go by the class.</summary>
    private const int Unfinished = 303;

    public static int Of(ApiCode apiCode) => apiCode.Value switch
    {
        // Steps that are still to do, a changed or weak password, several accounts to choose from.
        (>= 1600 and <= 1699) or 2058 or 2061 or 2071 or 2921 or 2930 => Unfinished,

        // The signature of a management request, and a user who is not signed in.
        (>= 1300 and <= 1306) or 2020 or 2206 or 2207 => 401,

        // Something that the request should have held, or held in another form.
        1701 or 6003 or 6004 or 2820002 => 400,

        4021 => 402,
        2004 or 2011 or 2224 => 404,
        1706 or 2026 or 2039 or 2040 => 409,
        _ => 403,
    };
}
