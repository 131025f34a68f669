namespace GenAuth.Soak.Plan;

internal enum Client
{
    Authentication,
    ManagementBySignature,
    ManagementByToken,
}

/// <summary>The retry safety of an operation by the document, repeated here so that the library does not check itself.</summary>
internal enum RetrySafety
{
    Never,
    Idempotent,
    Read,
}

/// <summary>An operation of the soak test.</summary>
/// <param name="Client">The client that has it.</param>
/// <param name="Name">The method of the client.</param>
/// <param name="Safety">Its retry safety.</param>
/// <param name="HasBody">Whether its arguments are in a body.</param>
internal sealed record Operation(Client Client, string Name, RetrySafety Safety, bool HasBody = true)
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Client.Authentication, nameof(AuthenticationClient.GetAlipayAuthInfoAsync), RetrySafety.Read, HasBody: false),
        new(Client.Authentication, nameof(AuthenticationClient.SignInByAlipayAsync), RetrySafety.Never),
        new(Client.Authentication, nameof(AuthenticationClient.UpdateProfileAsync), RetrySafety.Idempotent),
        .. Management(Client.ManagementBySignature),
        .. Management(Client.ManagementByToken),
    ];

    private static IEnumerable<Operation> Management(Client client) =>
    [
        new(client, nameof(ManagementClient.GetUserAsync), RetrySafety.Read, HasBody: false),
        new(client, nameof(ManagementClient.ListUsersAsync), RetrySafety.Read),
        new(client, nameof(ManagementClient.CreateUserAsync), RetrySafety.Never),
        new(client, nameof(ManagementClient.UpdateGroupAsync), RetrySafety.Idempotent),
    ];
}
