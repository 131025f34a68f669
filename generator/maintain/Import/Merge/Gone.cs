using GenAuth.Maintain.Import.Output;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>What the service has no more. Users may call it, so it goes only when somebody says so.</summary>
internal sealed class Gone(bool remove, ImportReport report)
{
    private static readonly string[] Explainable = ["operation", "parameter", "body", "member"];

    private readonly List<(string Place, string What, Action Remove)> _all = [];

    public void Add(string place, string what, Action remove) => _all.Add((place, what, remove));

    public void Apply()
    {
        foreach (var gone in _all)
        {
            if (remove)
            {
                gone.Remove();
                report.Changed(gone.Place, $"{gone.What} removed");
            }
            else
            {
                report.Ask(Question.Gone, gone.Place, $"the service has this {gone.What} no more", "stays; --remove deletes it" + (Explainable.Contains(gone.What) ? ", a row in DEVIATIONS.md keeps it for good" : string.Empty));
            }
        }

        _all.Clear();
    }
}
