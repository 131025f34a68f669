namespace GenAuth.ContractTests.Operations.Samples;

/// <summary>The members and values of a sample.</summary>
/// <param name="OptionalMembers">Whether optional members are present.</param>
/// <param name="UnknownMembers">Whether every object has a member that is not documented.</param>
/// <param name="UnknownValues">Whether extensible enums have an undocumented value.</param>
internal readonly record struct SampleStyle(bool OptionalMembers, bool UnknownMembers = false, bool UnknownValues = false)
{
    public static SampleStyle Minimal => new(OptionalMembers: false);

    public static SampleStyle Full => new(OptionalMembers: true);

    /// <summary>A later version of the service.</summary>
    public static SampleStyle Later => new(OptionalMembers: true, UnknownMembers: true, UnknownValues: true);
}
