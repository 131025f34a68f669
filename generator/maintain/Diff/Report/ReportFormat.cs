namespace GenAuth.Maintain.Diff;

internal enum ReportFormat
{
    Text,
    Markdown,
    Json,
}
