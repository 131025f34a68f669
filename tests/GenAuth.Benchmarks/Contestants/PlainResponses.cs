namespace GenAuth.Benchmarks.Contestants;

internal sealed class PlainResponse<T>
{
    public int StatusCode { get; set; }

    public string? Message { get; set; }

    public int? ApiCode { get; set; }

    public string? RequestId { get; set; }

    public T? Data { get; set; }
}

internal sealed class PlainAuthInfo
{
    public string? AuthInfo { get; set; }
}

internal sealed class PlainPage
{
    public int TotalCount { get; set; }

    public IReadOnlyList<PlainUser>? List { get; set; }
}

internal sealed class PlainIdentity
{
    public string? IdentityId { get; set; }

    public string? ExtIdpId { get; set; }

    public string? Provider { get; set; }

    public string? Type { get; set; }

    public string? UserIdInIdp { get; set; }
}

internal sealed class PlainListUsers
{
    public PlainOptions? Options { get; set; }

    public static PlainListUsers Create(int users) => new() { Options = new() { Pagination = new() { Page = 1, Limit = users } } };
}

internal sealed class PlainOptions
{
    public PlainPagination? Pagination { get; set; }
}

internal sealed class PlainPagination
{
    public int Page { get; set; }

    public int Limit { get; set; }
}
