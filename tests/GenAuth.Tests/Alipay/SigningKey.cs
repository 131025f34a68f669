using System.Security.Cryptography;

namespace GenAuth.Tests.Alipay;

/// <summary>A fresh key for the tests of one class, which run one after another: an RSA instance is not for several threads.</summary>
public sealed class SigningKey : IDisposable
{
    public RSA Rsa { get; } = RSA.Create(2048);

    public void Dispose() => Rsa.Dispose();
}
