using GenAuth.Benchmarks;
using GenAuth.Benchmarks.Stub;

return args switch
{
    [StubProcess.Command] => await StubServer.RunAsync(),
    [Launcher.Work, var mode, var address] => await Modes.RunAsync(mode, new Uri(address)),
    [var mode] when Modes.Has(mode) => Launcher.Run(mode),
    _ => Modes.Help(),
};
