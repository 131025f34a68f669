using GenAuth.Models;

namespace GenAuth.Exceptions;

/// <summary>Outcomes that are no faults but ask for another step before the sign-in is done.</summary>
internal static class Continuations
{
    public static bool Includes(int statusCode, ApiCode? apiCode) =>
        statusCode is (>= 300 and < 400) or 2061 || apiCode?.Value is
            (>= 1600 and <= 1699) // steps after the credentials were right: factors, binding, profile, unlock, tenant
            or 2058               // the password must be changed first
            or 2061 or 2071       // the password is weak: a notice, or a change
            or 2921 or 2930;      // several accounts match: the user has to choose
}
