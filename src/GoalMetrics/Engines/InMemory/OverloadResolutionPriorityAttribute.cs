#if !NET9_0_OR_GREATER
namespace System.Runtime.CompilerServices;

// Part of .NET from 9 on; compilers that know it look for its name alone.
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    public int Priority => priority;
}
#endif
