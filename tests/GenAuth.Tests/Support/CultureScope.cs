using System.Globalization;

namespace GenAuth.Tests.Support;

/// <summary>Runs a piece of code under another culture and puts the old one back.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CultureScope(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
