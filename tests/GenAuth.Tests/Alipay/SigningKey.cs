using System.Security.Cryptography;

namespace GenAuth.Tests.Alipay;

/// <summary>A new key for the tests of one class, which do not run in parallel: an RSA instance is not thread-safe.</summary>
public sealed class SigningKey : IDisposable
{
    public RSA Rsa { get; } = RSA.Create(2048);

    public void Dispose() => Rsa.Dispose();
}
