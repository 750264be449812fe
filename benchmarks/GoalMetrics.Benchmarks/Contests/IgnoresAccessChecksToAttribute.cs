// The runtime knows it by this name.
namespace System.Runtime.CompilerServices;

/// <summary>Lets an assembly call what is private to another.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
{
    public string AssemblyName { get; } = assemblyName;
}
