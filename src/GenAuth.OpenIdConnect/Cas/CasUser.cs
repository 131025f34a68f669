namespace GenAuth.OpenIdConnect;

/// <summary>The user of a CAS ticket.</summary>
public sealed class CasUser
{
    /// <summary>Creates a user, for tests of an application.</summary>
    /// <param name="name">See <see cref="Name"/>.</param>
    /// <param name="attributes">See <see cref="Attributes"/>.</param>
    public CasUser(string name, IReadOnlyDictionary<string, IReadOnlyList<string>>? attributes = null)
    {
        Throw.IfBlank(name, nameof(name), "Pass the user's name.");
        (Name, Attributes) = (name, attributes ?? new Dictionary<string, IReadOnlyList<string>>());
    }

    /// <summary>What identifies the user. Which value it is follows from the template in the application's settings.</summary>
    public string Name { get; }

    /// <summary>
    /// The attributes by name, each with its values. A member of an object has both names, for example <c>address.country</c>.
    /// Attributes without a value are left out. Empty for CAS 1.0.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; }

    /// <summary>The type's name only: the values are personal data.</summary>
    public override string ToString() => nameof(CasUser);
}
