using GenAuth.Tests.Security;

namespace GenAuth.Tests;

/// <summary>The tests as a program, for those that need another process.</summary>
internal static class Program
{
    public static Task Main(string[] arguments) => ProxyProgram.RunAsync(arguments);
}
