namespace GenAuth.Testing.Service;

/// <summary>The immutable copy of an access account.</summary>
internal sealed record AccessAccount(string Id, string Secret, IReadOnlyList<string> Scopes, long TokenLifetimeSeconds)
{
    /// <summary>True if one of the account's scopes covers the requested one, which is <c>resource</c>, <c>resource:action</c> or <c>resource:id:action</c>.</summary>
    public bool IsGranted(string requested) => Scopes.Any(granted => Split(granted).Zip(Split(requested)).All(part => part.First == "*" || part.First == part.Second));

    private static string[] Split(string scope) => scope.Split(':') switch
    {
        [var resource] => [resource, "*", "*"],
        [var resource, var action] => [resource, "*", action],
        var parts => parts,
    };
}
