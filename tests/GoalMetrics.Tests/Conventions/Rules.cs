using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GoalMetrics.Tests.Conventions;

/// <summary>The rules about the code itself, each a function from code to its violations, so that it can be shown to bite.</summary>
internal static partial class Rules
{
    private static readonly string[] AllowedReferences = ["NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions"];

    private static readonly string[] BannedNames = ["Util", "Utils", "Helper", "Helpers", "Common", "Manager", "Service"];

    public static IEnumerable<string> ForeignReferences(IEnumerable<AssemblyName> references) => references
        .Select(reference => reference.Name!)
        .Where(name => !AllowedReferences.Contains(name) && !IsFramework(name));

    public static IEnumerable<string> OpenClasses(IEnumerable<Type> types) => types
        .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
        .Select(type => type.Name);

    public static IEnumerable<string> MutableStatics(IEnumerable<Type> types) => types
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(field => !field.IsInitOnly && !field.IsLiteral && !IsGenerated(field) && !IsGenerated(field.DeclaringType!))
        .Select(field => $"{field.DeclaringType!.Name}.{field.Name}");

    public static IEnumerable<string> PublicSetters(IEnumerable<Type> types) => types
        .Where(type => type.IsPublic)
        .SelectMany(
            type => type.GetProperties(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
        .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

    public static IEnumerable<string> BooleanParameters(IEnumerable<Type> types) => types
        .Where(type => type.IsPublic)
        .SelectMany(type => type.GetMethods().Cast<MethodBase>().Concat(type.GetConstructors()))
        .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(bool)))
        .Where(method => !IsRecordMember(method))
        .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

    // == would compare objects where Equals compares values: false without a word.
    public static IEnumerable<string> EqualWithoutOperators(IEnumerable<Type> types) => types
        .Where(type => type.IsVisible)
        .SelectMany(type => type.GetInterfaces().Where(IsEquality).Select(equality => equality.GenericTypeArguments[0]))
        .Where(type => type.GetMethod("op_Equality", [type, type]) is null)
        .Select(type => type.Name)
        .Distinct();

    private static bool IsEquality(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEquatable<>);

    public static IEnumerable<string> ForeignNamespaces(IEnumerable<Type> types) => types
        .Where(type => type.IsPublic && !$"{type.Namespace}.".StartsWith("GoalMetrics.", StringComparison.Ordinal))
        .Select(type => type.FullName!);

    public static IEnumerable<string> BannedTypeNames(IEnumerable<Type> types) => types
        // CustomerService is the family of formulas for customer service.
        .Where(
            type => type.FullName != "GoalMetrics.CustomerService"
                && BannedNames.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal)))
        .Select(type => type.Name);

    public static IEnumerable<string> PublicTypesOutOfPlace(IEnumerable<(string Path, string Text)> files) => files
        .SelectMany(file => PublicType().Matches(file.Text).Select(match => (file.Path, Type: match.Groups["name"].Value)))
        .Where(found => Path.GetFileName(found.Path).Split('.')[0] != found.Type)
        .Select(found => $"{found.Type} in {found.Path}");

    public static IEnumerable<string> UnfinishedMarks(IEnumerable<(string Path, string Text)> files) => files
        .Where(file => Unfinished().IsMatch(file.Text))
        .Select(file => file.Path);

    public static IEnumerable<string> MachinePaths(IEnumerable<(string Path, string Text)> files) => files
        .Where(file => MachinePath().IsMatch(file.Text))
        .Select(file => file.Path);

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsFramework(string name) =>
        name is "netstandard" or "mscorlib" || name.StartsWith("System.", StringComparison.Ordinal) || name == "System";

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), false) || member.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsRecordMember(MethodBase method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.DeclaringType!.GetMethod("<Clone>$") is not null;

    [GeneratedRegex("^public " + Declaration, RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w.])/(?:home|root|work|tmp|opt)/\w|[A-Z]:\\Users")]
    private static partial Regex MachinePath();
}
