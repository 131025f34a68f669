namespace GenAuth.Maintain.Lint;

/// <summary>A finding as it is reported.</summary>
internal sealed record LintLine(string Code, string File, int Line, int Column, string? Place, string Message);
