namespace GenAuth.Soak.Plan;

internal enum Client
{
    Authentication,
    ManagementBySignature,
    ManagementByToken,
}

/// <summary>What the document says of sending an operation again. Stated here once more, so that the library does not check itself.</summary>
internal enum Repetition
{
    Never,
    Idempotent,
    Read,
}

/// <summary>One that the soak calls.</summary>
/// <param name="Client">Whose it is.</param>
/// <param name="Name">The method of the client.</param>
/// <param name="Repetition">Whether it may be sent again.</param>
/// <param name="HasBody">Whether its arguments are in a body.</param>
internal sealed record Operation(Client Client, string Name, Repetition Repetition, bool HasBody = true)
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Client.Authentication, nameof(AuthenticationClient.GetAlipayAuthInfoAsync), Repetition.Read, HasBody: false),
        new(Client.Authentication, nameof(AuthenticationClient.SignInByAlipayAsync), Repetition.Never),
        new(Client.Authentication, nameof(AuthenticationClient.UpdateProfileAsync), Repetition.Idempotent),
        .. Management(Client.ManagementBySignature),
        .. Management(Client.ManagementByToken),
    ];

    private static IEnumerable<Operation> Management(Client client) =>
    [
        new(client, nameof(ManagementClient.GetUserAsync), Repetition.Read, HasBody: false),
        new(client, nameof(ManagementClient.ListUsersAsync), Repetition.Read),
        new(client, nameof(ManagementClient.CreateUserAsync), Repetition.Never),
        new(client, nameof(ManagementClient.UpdateGroupAsync), Repetition.Idempotent),
    ];
}
