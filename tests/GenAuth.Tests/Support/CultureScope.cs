using System.Globalization;

namespace GenAuth.Tests.Support;

/// <summary>Sets another culture and restores the old one.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CultureScope(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
