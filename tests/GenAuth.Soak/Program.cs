using System.Globalization;
using GenAuth.Soak;
using GenAuth.Soak.Stub;

return args switch
{
    [SoakServer.Command, var calls, var seed] =>
        await new SoakServer(int.Parse(calls, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture)).RunAsync(),
    _ when SoakOptions.Parse(args) is { } options => await SoakRun.RunAsync(options),
    _ => SoakOptions.Help(),
};
