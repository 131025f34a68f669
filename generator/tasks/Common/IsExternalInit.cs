#if !NET

namespace System.Runtime.CompilerServices;

/// <summary>Required by the compiler for records on netstandard2.0.</summary>
internal static class IsExternalInit;
#endif
