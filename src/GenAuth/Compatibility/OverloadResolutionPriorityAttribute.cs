#if !NET9_0_OR_GREATER
namespace System.Runtime.CompilerServices;

/// <summary>Selects the overload that the compiler prefers when both are applicable. The compiler finds it by name; older frameworks do not have it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, Inherited = false)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    public int Priority => priority;
}
#endif
