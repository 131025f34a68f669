namespace GenAuth.Benchmarks.Contestants;

/// <summary>A hand-written user type: the same members as the SDK's, enums as text.</summary>
internal sealed class PlainUser
{
    public string? UserId { get; set; }

    public string? CreatedAt { get; set; }

    public string? UpdatedAt { get; set; }

    public string? Status { get; set; }

    public string? WorkStatus { get; set; }

    public string? ExternalId { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? PhoneCountryCode { get; set; }

    public string? Username { get; set; }

    public string? Name { get; set; }

    public string? Nickname { get; set; }

    public string? Photo { get; set; }

    public int? LoginsCount { get; set; }

    public string? LastLogin { get; set; }

    public string? LastIp { get; set; }

    public string? Gender { get; set; }

    public bool EmailVerified { get; set; }

    public bool PhoneVerified { get; set; }

    public string? PasswordLastSetAt { get; set; }

    public string? Birthdate { get; set; }

    public string? Country { get; set; }

    public string? Province { get; set; }

    public string? City { get; set; }

    public string? Address { get; set; }

    public string? StreetAddress { get; set; }

    public string? PostalCode { get; set; }

    public string? Company { get; set; }

    public string? Browser { get; set; }

    public string? Device { get; set; }

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? MiddleName { get; set; }

    public string? Profile { get; set; }

    public string? PreferredUsername { get; set; }

    public string? Website { get; set; }

    public string? Zoneinfo { get; set; }

    public string? Locale { get; set; }

    public string? Formatted { get; set; }

    public string? Region { get; set; }

    public string? UserSourceType { get; set; }

    public string? UserSourceId { get; set; }

    public string? LastLoginApp { get; set; }

    public string? MainDepartmentId { get; set; }

    public string? LastMfaTime { get; set; }

    public int? PasswordSecurityLevel { get; set; }

    public bool? ResetPasswordOnNextLogin { get; set; }

    public IReadOnlyList<string>? RegisterSource { get; set; }

    public IReadOnlyList<string>? DepartmentIds { get; set; }

    public IReadOnlyList<PlainIdentity>? Identities { get; set; }

    public string? IdentityNumber { get; set; }

    public object? CustomData { get; set; }

    public object? MetadataSource { get; set; }

    public IReadOnlyList<string>? PostIdList { get; set; }

    public string? StatusChangedAt { get; set; }

    public string? TenantId { get; set; }

    public string? SignedUp { get; set; }
}
