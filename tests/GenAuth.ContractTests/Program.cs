using GenAuth.ContractTests.Management.Restart;

namespace GenAuth.ContractTests;

/// <summary>The tests as a program, for those that need another process.</summary>
internal static class Program
{
    public static Task Main(string[] arguments) => TokenProgram.RunAsync(arguments);
}
