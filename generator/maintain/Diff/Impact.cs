namespace GenAuth.Maintain.Diff;

/// <summary>What compiling again against the new version meets, from nothing to everybody who uses the thing.</summary>
internal enum SourceImpact
{
    None,

    /// <summary>It compiles with a new warning: nullability, or something deprecated.</summary>
    Warning,

    /// <summary>Only arguments passed by position do not fit any more, or fit another parameter.</summary>
    Positional,

    /// <summary>Only arguments passed by name do not fit any more.</summary>
    Named,

    Break,
}

/// <summary>What a change does to the users of the compiled SDK.</summary>
/// <param name="Source">Whether their sources still compile.</param>
/// <param name="Binary">Whether what they compiled no longer binds.</param>
/// <param name="Behaviour">Whether a program that is left as it is does something else, or may be refused by the service.</param>
/// <param name="Implementers">Whether only those who implement a client's interface themselves are hit.</param>
/// <param name="IsDocumentation">Whether nothing but what people read has changed.</param>
internal readonly record struct Impact(
    SourceImpact Source = SourceImpact.None, bool Binary = false, bool Behaviour = false, bool Implementers = false, bool IsDocumentation = false)
{
    public static Impact None => default;

    public static Impact Breaking => new(SourceImpact.Break, Binary: true);

    public static Impact Behavioural => new(Behaviour: true);

    public static Impact Warns => new(SourceImpact.Warning);

    public static Impact Documentation => new(IsDocumentation: true);

    public Severity Severity =>
        Binary || Source > SourceImpact.Warning ? Severity.Breaking
        : Behaviour ? Severity.Behaviour
        : IsDocumentation ? Severity.Documentation
        : Severity.Compatible;

    /// <summary>Both of two impacts.</summary>
    public static Impact operator +(Impact left, Impact right) => new(
        (SourceImpact)Math.Max((int)left.Source, (int)right.Source),
        left.Binary || right.Binary,
        left.Behaviour || right.Behaviour,
        left.Implementers || right.Implementers,
        left.IsDocumentation && right.IsDocumentation);
}

/// <summary>How much a change asks of users, the most first.</summary>
internal enum Severity
{
    /// <summary>Sources that do not compile any more, or programs that do not bind.</summary>
    Breaking,

    /// <summary>What compiles and binds, and then does something else.</summary>
    Behaviour,

    Compatible,

    Documentation,
}
