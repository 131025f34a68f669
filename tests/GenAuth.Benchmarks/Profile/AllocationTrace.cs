using System.Globalization;
using GenAuth.Tests.Shared;
using Microsoft.Diagnostics.Tracing;
using static Microsoft.Diagnostics.Tracing.Parsers.ClrTraceEventParser;

namespace GenAuth.Benchmarks.Profile;

/// <summary>
/// The allocations of a child process between its two marks, by type. The runtime writes at most 100 events per second and type, each
/// with the sum since the previous one, so only the bytes at both ends are missing.
/// </summary>
internal static class AllocationTrace
{
    private const Keywords Wanted = Keywords.GCSampledObjectAllocationHigh | Keywords.Type | Keywords.GCHeapAndTypeNames;

    public static Dictionary<string, (long Bytes, long Objects)> Run(params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            // Enabled at the start of the process: later the runtime has already selected an allocator without events.
            var start = Self.With(arguments);
            start.Environment["DOTNET_EnableEventPipe"] = "1";
            start.Environment["DOTNET_EventPipeOutputPath"] = file;
            start.Environment["DOTNET_EventPipeConfig"] =
                string.Create(CultureInfo.InvariantCulture, $"Microsoft-Windows-DotNETRuntime:0x{(ulong)Wanted:x}:5,{CallMarks.SourceName}:0xf:5");
            Self.Run(start);
            return Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Dictionary<string, (long Bytes, long Objects)> Read(string file)
    {
        var names = new TypeNames();
        var sums = new Dictionary<ulong, (long Bytes, long Objects)>();
        var isCounting = false;
        using var source = new EventPipeEventSource(file);
        source.Clr.TypeBulkType += names.Add;
        source.Clr.GCSampledObjectAllocation += sample =>
        {
            if (isCounting)
            {
                var (bytes, objects) = sums.GetValueOrDefault(sample.TypeID);
                sums[sample.TypeID] = (bytes + sample.TotalSizeForTypeSample, objects + sample.ObjectCountForTypeSample);
            }
        };
        source.Dynamic.All += mark => isCounting = mark.ProviderName == CallMarks.SourceName ? (int)mark.ID == CallMarks.BeginId : isCounting;
        source.Process();

        return sums.GroupBy(sum => names.Get(sum.Key)).ToDictionary(
            type => type.Key, type => (type.Sum(sum => sum.Value.Bytes), type.Sum(sum => sum.Value.Objects)));
    }
}
