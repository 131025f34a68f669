namespace GenAuth.Tests.Shared;

/// <summary>What the SDK of .NET imports into every file of a project, for sources that tests compile themselves.</summary>
internal static class ImplicitUsings
{
    public const string Text = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;
}
