namespace GenAuth.Conformance;

/// <summary>A violation that the stub or the client found.</summary>
internal sealed record Failure(string Operation, string Variant, string Kind, string Text)
{
    public override string ToString() => $"{Operation} ({Variant}) {Kind}: {Text}";
}
