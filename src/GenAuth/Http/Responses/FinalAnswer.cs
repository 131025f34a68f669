namespace GenAuth.Http;

/// <summary>Tells the caller of the answer that a call ends with, not of those after which it is sent again.</summary>
internal static class FinalAnswer
{
    /// <param name="options">The call's own copy, with somebody to tell.</param>
    /// <param name="send">Makes the call with these options.</param>
    public static async Task<T> TellAsync<T>(RequestOptions options, Func<Task<T>> send)
    {
        var tell = options.OnResponse!;
        GenAuthResponseInfo? last = null;
        options.OnResponse = response => last = response;
        T value;
        try
        {
            value = await send().ConfigureAwait(false);
        }
        catch (GenAuthException failure) when (last is not null && failure.Response == last)
        {
            // Any other failure is not the answer's: a broken connection after it, or a token that was not to be had.
            tell(last);
            throw;
        }

        tell(last!);
        return value;
    }
}
