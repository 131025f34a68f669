using System.Text.Json;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Testing;

/// <summary>A body of a signed request and its parameters in JavaScript; see make-body-vectors.mjs.</summary>
/// <param name="Body">The body in any spelling.</param>
/// <param name="Parameters">The parameters that are signed.</param>
/// <param name="SentParameters">The parameters with replacement characters in place of halves of surrogate pairs, as the SDK sends them.</param>
internal sealed record BodyVector(string Body, string Parameters, string SentParameters)
{
    public static IReadOnlyList<BodyVector> All { get; } = Read(Repository.PathOf("tests", "GenAuth.Tests", "Testing", "Vectors", "body-vectors.jsonl"));

    public static IReadOnlyList<BodyVector> Read(string file) =>
        [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<string[]>(line)!).Select(vector => new BodyVector(vector[0], vector[1], vector[^1]))];
}
