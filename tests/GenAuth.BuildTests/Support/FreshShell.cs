namespace GenAuth.BuildTests;

/// <summary>
/// The environment of a fresh shell: what the test host and the build around it have set would change the builds under
/// test, because MSBuild reads every variable as a property.
/// </summary>
internal static class FreshShell
{
    private static readonly string[] Foreign =
        ["MSBUILD", "VSTEST", "DOTNET_CLI_", "DOTNET_HOST_PATH", "DOTNET_STARTUP_HOOKS", "TESTINGPLATFORM_", "CORECLR_", "GENAUTH", "NSWAG"];

    // A copy has no history, and a continuous integration build insists on one. Without the compiler's server each compilation takes
    // seconds to start.
    private static readonly string[] ForeignNames = ["CI", "CONFIGURATION", "PLATFORM", "TARGETFRAMEWORK", "VERSION", "USESHAREDCOMPILATION"];

    public static void Apply(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(IsForeign).ToList())
        {
            environment.Remove(name);
        }

        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        // No process that outlives its build may load a file of the folder, which is deleted afterwards; BuildServer is
        // the exception. The compiler's server loads none: the one that has compiled these tests compiles for them too.
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
    }

    private static bool IsForeign(string name) =>
        Array.Exists(Foreign, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || ForeignNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
