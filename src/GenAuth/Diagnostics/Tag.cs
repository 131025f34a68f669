namespace GenAuth.Diagnostics;

/// <summary>The names of attributes: those of OpenTelemetry's conventions where there is one.</summary>
internal static class Tag
{
    public const string ApiCode = "genauth.api_code";
    public const string Attempts = "genauth.attempts";
    public const string DriftKind = "genauth.drift.kind";
    public const string DriftMember = "genauth.drift.member";
    public const string DriftType = "genauth.drift.type";
    public const string ErrorType = "error.type";
    public const string HttpMethod = "http.request.method";
    public const string HttpStatusCode = "http.response.status_code";
    public const string Operation = "genauth.operation";
    public const string ResendCount = "http.request.resend_count";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
}
