namespace GenAuth.Maintain.Diff;

/// <summary>What users meet when they compile against the new version, in ascending order.</summary>
internal enum SourceImpact
{
    None,

    /// <summary>It compiles with a new warning: nullability or deprecation.</summary>
    Warning,

    /// <summary>Arguments passed by position no longer compile or go to another parameter.</summary>
    Positional,

    /// <summary>Arguments passed by name no longer compile.</summary>
    Named,

    Break,
}

/// <summary>The effects of a change on users of the compiled SDK.</summary>
/// <param name="Source">The effect on sources that use the API.</param>
/// <param name="Binary">Whether compiled programs no longer bind.</param>
/// <param name="Behaviour">Whether an unchanged program behaves differently, or the service may refuse its requests.</param>
/// <param name="Implementers">Whether implementers of a client interface are affected.</param>
/// <param name="IsDocumentation">Whether only documentation has changed.</param>
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

    /// <summary>Combines two impacts.</summary>
    public static Impact operator +(Impact left, Impact right) => new(
        (SourceImpact)Math.Max((int)left.Source, (int)right.Source),
        left.Binary || right.Binary,
        left.Behaviour || right.Behaviour,
        left.Implementers || right.Implementers,
        left.IsDocumentation && right.IsDocumentation);
}

/// <summary>The severity of a change, in descending order.</summary>
internal enum Severity
{
    /// <summary>Sources no longer compile, or programs no longer bind.</summary>
    Breaking,

    /// <summary>Programs compile and bind, but behave differently.</summary>
    Behaviour,

    Compatible,

    Documentation,
}
