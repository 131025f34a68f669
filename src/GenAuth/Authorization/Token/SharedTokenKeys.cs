using System.Globalization;
using System.Text;
using GenAuth.Settings;

namespace GenAuth.Authorization.Token;

/// <summary>
/// The name of a client's cache entry and the keys that protect it, derived from the access key's secret with HKDF (RFC 5869,
/// HMAC-SHA-256). Only a client with the same secret and the same settings derives them; none of them reveals the secret.
/// </summary>
internal sealed class SharedTokenKeys
{
    private static readonly byte[] Salt = Encoding.ASCII.GetBytes("GenAuth management token cache");

    private SharedTokenKeys(byte[] secret, byte[] binding)
    {
        var root = HmacSha256.Compute(Salt, secret);
        Binding = binding;
        EntryName = "genauth:management-token:" + ToHex(Expand(root, "name"));
        EncryptionKey = Expand(root, "encryption");
        AuthenticationKey = Expand(root, "authentication");
    }

    /// <summary>The key under which the cache stores the entry. Hexadecimal, because some caches ignore the case of a key.</summary>
    public string EntryName { get; }

    /// <summary>256 bits for AES.</summary>
    public byte[] EncryptionKey { get; }

    /// <summary>256 bits for HMAC-SHA-256.</summary>
    public byte[] AuthenticationKey { get; }

    /// <summary>Everything that the entry is for, authenticated with it.</summary>
    public byte[] Binding { get; }

    /// <param name="settings">The client's settings.</param>
    /// <param name="key">The access key in use.</param>
    /// <param name="format">The form of the entry. Clients whose frameworks protect it differently have separate entries.</param>
    public static SharedTokenKeys Derive(ManagementSettings settings, AccessKey key, byte format)
    {
        using var binding = new MemoryStream();
        using var writer = new BinaryWriter(binding, Encoding.UTF8);
        writer.Write(format);

        // Each text is preceded by its length, so that no two lists of settings have the same bytes.
        writer.Write(key.Id);
        writer.Write(settings.Edition.ToString());
        writer.Write(settings.Transport.Host.AbsoluteUri);
        writer.Write(settings.TenantId ?? string.Empty);
        writer.Flush();
        return new(Encoding.UTF8.GetBytes(key.Secret), binding.ToArray());
    }

    /// <summary>The first block of HKDF's expand step; its 256 bits are all that is needed.</summary>
    private byte[] Expand(byte[] root, string purpose) => HmacSha256.Compute(root, [.. Encoding.ASCII.GetBytes(purpose), 0, .. Binding, 1]);

    private static string ToHex(byte[] bytes) => string.Concat(bytes.Select(static value => value.ToString("x2", CultureInfo.InvariantCulture)));
}
