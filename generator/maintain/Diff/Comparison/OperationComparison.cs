using GenAuth.Maintain.Diff.Surface;

namespace GenAuth.Maintain.Diff.Comparison;

/// <summary>Compares an operation.</summary>
internal sealed class OperationComparison(OperationSurface old, OperationSurface current, ChangeCollector changes)
{
    private static readonly HashSet<string> ComparedSeparately = ["tags", "parameters", "requestBody", "operationId", "x-csharp-name", "x-csharp-options", "x-paging"];

    public void Compare()
    {
        CompareRoute();
        CompareName();
        CompareArea();
        new ParameterComparison(old, current, changes).Compare();
        CompareOptions();
        CompareBody();
        CompareResponse();
        ComparePaging();
        new NodeComparison("operation", current.Wire, current.Signature, changes).Compare(old.Source, current.Source, ComparedSeparately, isSent: true);
    }

    private void CompareRoute()
    {
        if (old.Wire != current.Wire)
        {
            changes.Changed("operation-moved", current.Wire, current.Signature, $"was moved from {old.Wire}", Impact.Behavioural);
        }
    }

    private void CompareName()
    {
        if (old.Name != current.Name)
        {
            changes.Changed("operation-renamed", current.Wire, old.Signature, $"was renamed to {current.Name}", Impact.Breaking);
        }
        else if ((string?)old.Source["operationId"] != (string?)current.Source["operationId"])
        {
            changes.Changed("operation-id-changed", current.Wire, current.Signature,
                $"has the operationId {current.Source["operationId"]} in exceptions and logs instead of {old.Source["operationId"]}", Impact.Behavioural);
        }
        else if ((string?)old.Source["x-csharp-name"] != (string?)current.Source["x-csharp-name"])
        {
            changes.Changed("operation-name-mark-changed", current.Wire, current.Signature, "has a different x-csharp-name and the same C# name", Impact.None);
        }
    }

    private void CompareArea()
    {
        if (old.Area != current.Area)
        {
            changes.Changed("operation-area-changed", $"{current.Wire} area", current.Signature, $"is in {current.Area} instead of {old.Area}",
                Public(Impact.Breaking));
        }
        else if (CanonicalJson.Write(old.Source["tags"]) != CanonicalJson.Write(current.Source["tags"]))
        {
            changes.Changed("operation-tags-changed", current.Wire, current.Signature, $"has a different tag and remains in {current.Area}", Impact.Documentation);
        }
    }

    private void CompareOptions()
    {
        if (old.Name == current.Name && old.Options is not null && current.Options is not null && old.Options != current.Options)
        {
            changes.Changed("options-renamed", $"{current.Wire} options", current.Signature, $"takes {current.Options} instead of {old.Options}", Public(Impact.Breaking));
        }
        else if ((string?)old.Source["x-csharp-options"] != (string?)current.Source["x-csharp-options"])
        {
            changes.Changed("options-name-mark-changed", current.Wire, current.Signature, "has a different x-csharp-options and the same options class", Impact.None);
        }

        // Other changes of the method are reported for its parameters.
        if (old.HasMethodWithoutOptions && !current.HasMethodWithoutOptions && old.Required.SequenceEqual(current.Required))
        {
            changes.Removed("method-without-options-removed", $"{current.Wire} without options", current.Signature, "no longer exists without options", Public(Impact.Breaking));
        }
    }

    private void CompareBody()
    {
        if (old.BodyType is not null && current.BodyType is not null && old.BodyType != current.BodyType)
        {
            changes.Changed("body-media-type-changed", current.Wire, current.Signature, $"sends {current.BodyType} instead of {old.BodyType}", Impact.Behavioural);
        }
    }

    private void CompareResponse()
    {
        if (old.Response.Binary != current.Response.Binary)
        {
            changes.Changed("response-type-changed", $"{current.Wire} response", current.Signature, $"returns {current.Response} instead of {old.Response}", Public(Impact.Breaking));
        }
    }

    private void ComparePaging()
    {
        var wire = $"{current.Wire} paging";
        var (before, after) = (old.Source["x-paging"], current.Source["x-paging"]);
        if (before is null && after is not null)
        {
            changes.Added("paging-added", wire, current.PagingName, "is new", new Impact(Implementers: true));
        }
        else if (before is not null && after is null)
        {
            changes.Removed("paging-removed", wire, old.PagingName, "was removed", Impact.Breaking);
        }
        else if (old.Item != current.Item)
        {
            changes.Changed("paging-item-changed", wire, current.PagingName, $"returns items of the type {current.Item} instead of {old.Item}", Impact.Breaking);
        }
        else if (CanonicalJson.Write(before) != CanonicalJson.Write(after))
        {
            changes.Changed("paging-changed", wire, current.PagingName, "has a different x-paging", Impact.Behavioural);
        }
    }

    /// <summary>A hand-written public method does not change with the document.</summary>
    private Impact Public(Impact impact) => current.IsWrapped ? Impact.None : impact;
}
