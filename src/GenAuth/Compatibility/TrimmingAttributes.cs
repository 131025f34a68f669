#if NETSTANDARD2_0
namespace System.Diagnostics.CodeAnalysis;

// The trimming annotations that netstandard2.0 lacks. They have no effect there, because only the assemblies for newer frameworks are trimmed.
[Flags]
internal enum DynamicallyAccessedMemberTypes
{
    PublicParameterlessConstructor = 0x1,
    PublicConstructors = 0x3,
    Interfaces = 0x2000,
    PublicProperties = 0x200,
    All = -1,
}

[AttributeUsage(AttributeTargets.All, Inherited = false)]
internal sealed class DynamicallyAccessedMembersAttribute(DynamicallyAccessedMemberTypes memberTypes) : Attribute
{
    public DynamicallyAccessedMemberTypes MemberTypes => memberTypes;
}

[AttributeUsage(AttributeTargets.Constructor | AttributeTargets.Method | AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
internal sealed class DynamicDependencyAttribute(DynamicallyAccessedMemberTypes memberTypes, Type type) : Attribute
{
    public DynamicallyAccessedMemberTypes MemberTypes => memberTypes;

    public Type Type => type;
}

[AttributeUsage(AttributeTargets.Constructor | AttributeTargets.Method | AttributeTargets.Class, Inherited = false)]
internal sealed class RequiresUnreferencedCodeAttribute(string message) : Attribute
{
    public string Message => message;
}

[AttributeUsage(AttributeTargets.Constructor | AttributeTargets.Method | AttributeTargets.Class, Inherited = false)]
internal sealed class RequiresDynamicCodeAttribute(string message) : Attribute
{
    public string Message => message;
}

[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class UnconditionalSuppressMessageAttribute(string category, string checkId) : Attribute
{
    public string Category => category;

    public string CheckId => checkId;

    public string? Justification { get; set; }
}
#endif
