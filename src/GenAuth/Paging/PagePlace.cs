namespace GenAuth.Http;

internal enum PagePlace
{
    Query,
    Body,
}
