using System.Globalization;
using GenAuth.Benchmarks;
using GenAuth.Benchmarks.Allocations;
using GenAuth.Benchmarks.Generation;
using GenAuth.Benchmarks.LongForm;
using GenAuth.Benchmarks.Profile;
using GenAuth.Benchmarks.Quick;
using GenAuth.Benchmarks.Stub;

return args switch
{
    [] => Modes.Help(),
    [GenerationGrowth.Mode] => GenerationGrowth.Run(),
    [StubServer.Command] => await StubServer.RunAsync(),
    [Launcher.Work, var mode, var address] => await Modes.RunAsync(mode, new Uri(address)),
    [FirstCall.Command, var name, var operation, var address] => await FirstCall.MeasureAsync(name, operation, new Uri(address)),
    [Memory.Command, var name, var address] => await Memory.MeasureAsync(name, new Uri(address)),
    [AllocationProfile.Command, var name, var operation, var calls, var address] =>
        await AllocationProfile.CallAsync(name, operation, int.Parse(calls, CultureInfo.InvariantCulture), new Uri(address)),
    [AllocationFloor.Command, var address] => await AllocationFloor.MeasureAsync(new Uri(address)),
    _ when Modes.Has(string.Join(' ', args)) => Launcher.Run(string.Join(' ', args)),
    _ => BenchmarkDotNetRun.Run(args),
};
