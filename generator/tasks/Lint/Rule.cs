namespace GenAuth.Build;

/// <summary>A convention of the document.</summary>
/// <param name="code">Its code, by which builds report it and exceptions name it.</param>
/// <param name="demand">What it demands, in one line.</param>
/// <param name="check">Gives the places that break it; for any document, however malformed.</param>
internal sealed class Rule(string code, string demand, Func<DocumentModel, IEnumerable<Finding>> check)
{
    public string Code => code;

    public string Demand => demand;

    public IEnumerable<Finding> Check(DocumentModel document) => check(document);
}
