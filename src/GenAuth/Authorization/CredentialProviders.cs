using GenAuth.Settings;
using GenAuth.Pipeline;
using GenAuth.Text;

namespace GenAuth.Authorization;

/// <summary>Calls the program's credential providers. Each of their failures becomes a <see cref="GenAuthCredentialException"/> without a credential.</summary>
internal static class CredentialProviders
{
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> is cancelled.</exception>
    public static Task<AccessKey> GetKeyAsync(this IAccessKeyProvider provider, string operation, CancellationToken cancellationToken) =>
        GetAsync(provider, provider.GetAccessKeyAsync, static key => ManagementSettings.KeyProblems(key.Id, key.Secret).FirstOrDefault(static problem => problem is not null), operation, cancellationToken);

    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> is cancelled.</exception>
    public static Task<string> GetSecretAsync(this IClientSecretProvider provider, string operation, CancellationToken cancellationToken) =>
        GetAsync(provider, provider.GetClientSecretAsync, static secret => HeaderValidator.GetSecretProblem(secret, "The secret"), operation, cancellationToken);

    /// <summary>For a provider that is called outside of an attempt: the time limit is that of a call.</summary>
    /// <exception cref="GenAuthTimeoutException">The time limit was exceeded.</exception>
    public static async Task<T> WithinTimeoutAsync<T>(
        TransportSettings settings, string operation, Func<CancellationToken, Task<T>> get, CancellationToken cancellationToken)
    {
        var timeout = settings.Options.Timeout;
        using var deadline = new Deadline(
            timeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : timeout, timeout, GenAuthTimeoutScope.Call, settings.TimeProvider, cancellationToken);
        try
        {
            return await get(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw deadline.Convert(operation, exception);
        }
    }

    private static async Task<T> GetAsync<T>(
        object provider, Func<CancellationToken, ValueTask<T>> get, Func<T, string?> problemOf, string operation, CancellationToken cancellationToken)
        where T : class
    {
        T? credential;
        var name = provider.GetType().FullName ?? provider.GetType().Name;
        try
        {
            // A provider that ignores the token does not hold up the call.
            credential = await Waiting.ForAsync(get(cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new GenAuthCredentialException(operation, name, $"threw {exception.GetType().Name}. The inner exception has the details.", exception);
        }

        var problem = credential is null ? "It is null." : problemOf(credential);
        return problem is null ? credential! : throw new GenAuthCredentialException(operation, name, $"returned an invalid credential. {problem}");
    }
}
