namespace GenAuth.OpenIdConnect;

public sealed partial class OpenIdConnectClient
{
    private static readonly RsaPasswordCipher Rsa = new();

    /// <inheritdoc/>
    public async Task<string> EncryptPasswordAsync(string password, IPasswordCipher? cipher = null, bool refreshKey = false, CancellationToken cancellationToken = default)
    {
        Throw.IfNull(password, nameof(password));
        cipher ??= Rsa;
        return cipher.Encrypt(password, await Current.PasswordKeys.GetAsync(cipher.EncryptType, refreshKey, cancellationToken).ConfigureAwait(false));
    }
}
