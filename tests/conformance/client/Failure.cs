namespace GenAuth.Conformance;

/// <summary>One thing that is wrong, found by the stub or by the client.</summary>
internal sealed record Failure(string Operation, string Variant, string Kind, string Text)
{
    public override string ToString() => $"{Operation} ({Variant}) {Kind}: {Text}";
}
