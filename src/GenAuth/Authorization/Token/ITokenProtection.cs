namespace GenAuth.Authorization.Token;

/// <summary>Encrypts and authenticates what is stored in a cache that others can read and write.</summary>
internal interface ITokenProtection
{
    /// <summary>The first byte of an entry. Every form has its own; entries of versions without protection begin with a letter or a digit.</summary>
    byte Format { get; }

    byte[] Protect(byte[] content, SharedTokenKeys keys);

    /// <summary>The content, or <see langword="null"/> for everything that <see cref="Protect"/> did not make with these keys.</summary>
    byte[]? Unprotect(byte[] entry, SharedTokenKeys keys);
}
