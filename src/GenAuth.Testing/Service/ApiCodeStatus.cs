using GenAuth.Models;

namespace GenAuth.Testing.Service;

/// <summary>
/// The <c>statusCode</c> for each <c>apiCode</c>. The service documents only some of the pairs; the others are derived from the
/// meaning of the code.
/// </summary>
internal static class ApiCodeStatus
{
    /// <summary>The service documents 3xx for unfinished sign-ins, but no number.</summary>
    private const int ActionRequired = 303;

    public static int GetStatusCode(ApiCode apiCode) => apiCode.Value switch
    {
        // Further steps, a password that must be changed or is weak, several accounts to select from.
        (>= 1600 and <= 1699) or 2058 or 2061 or 2071 or 2921 or 2930 => ActionRequired,

        // An invalid signature of a management request, a user who is not signed in.
        (>= 1300 and <= 1306) or 2020 or 2206 or 2207 => 401,

        // A missing or invalid parameter.
        1701 or 6003 or 6004 or 2820002 => 400,

        4021 => 402,
        2004 or 2011 or 2224 => 404,
        1706 or 2026 or 2039 or 2040 => 409,
        _ => 403,
    };
}
