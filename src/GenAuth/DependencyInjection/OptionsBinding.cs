using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GenAuth.DependencyInjection;

/// <summary>Binds options to configuration, also in a trimmed program.</summary>
internal static class OptionsBinding
{
    /// <exception cref="ArgumentNullException"><paramref name="configuration"/> is <see langword="null"/>.</exception>
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(RetryOptions))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(TlsOptions))]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The binder keeps the members of TOptions, and the dependencies above those of the types within it.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Dynamic code is needed for collections only; the options have no collection that configuration sets.")]
    public static void BindFrom<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TOptions>(this OptionsBuilder<TOptions> options, IConfiguration configuration)
        where TOptions : class
    {
        Throw.IfNull(configuration, nameof(configuration));
        options.Bind(configuration);
    }
}
