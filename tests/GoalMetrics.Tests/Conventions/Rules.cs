using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GoalMetrics.Tests.Conventions;

/// <summary>The rules about the code itself, each a function from code to its violations, so that it can be shown to bite.</summary>
internal static partial class Rules
{
    private static readonly string[] AllowedReferences = ["NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions"];

    // From the ground up; a storey uses its own and those below.
    private static readonly string[][] Storeys =
        [["Quantities", "Calendars", "Findings"], ["Formulas", "Sources"], ["Indicators"], ["Goals", "Smart"], ["Tracking"], ["DependencyInjection"]];

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
        .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(property => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
        .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

    public static IEnumerable<string> BooleanParameters(IEnumerable<Type> types) => types
        .Where(type => type.IsPublic)
        .SelectMany(type => type.GetMethods().Cast<MethodBase>().Concat(type.GetConstructors()))
        .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(bool)))
        .Where(method => !IsRecordMember(method))
        .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

    public static IEnumerable<string> ForeignNamespaces(IEnumerable<Type> types) => types
        .Where(type => type.IsPublic && type.Namespace != "GoalMetrics" && type.Namespace?.StartsWith("GoalMetrics.", StringComparison.Ordinal) != true)
        .Select(type => type.FullName!);

    public static IEnumerable<string> BannedTypeNames(IEnumerable<Type> types) => types
        // CustomerService is the family of formulas for customer service.
        .Where(type => type.FullName != "GoalMetrics.CustomerService" && BannedNames.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal)))
        .Select(type => type.Name);

    public static IEnumerable<string> PublicTypesOutOfPlace(IEnumerable<(string Path, string Text)> files) => files
        .SelectMany(file => PublicType().Matches(file.Text).Select(match => (file.Path, Type: match.Groups["name"].Value)))
        .Where(found => Path.GetFileName(found.Path).Split('.')[0] != found.Type)
        .Select(found => $"{found.Type} in {found.Path}");

    public static IEnumerable<string> LongFiles(IEnumerable<(string Path, string Text)> files) => files
        .Where(file => file.Text.Split('\n').Length > 301)
        .Select(file => file.Path);

    public static IEnumerable<string> UnfinishedMarks(IEnumerable<(string Path, string Text)> files) => files
        .Where(file => Unfinished().IsMatch(file.Text))
        .Select(file => file.Path);

    public static IEnumerable<string> MachinePaths(IEnumerable<(string Path, string Text)> files) => files
        .Where(file => MachinePath().IsMatch(file.Text))
        .Select(file => file.Path);

    /// <summary>Files that name a type of a storey above their own.</summary>
    public static IEnumerable<string> UpwardUses(IReadOnlyList<(string Path, string Text)> files)
    {
        var storeyOf = files
            .SelectMany(file => AnyType().Matches(file.Text).Select(match => (Type: match.Groups["name"].Value, Storey: Storey(file.Path))))
            .GroupBy(found => found.Type)
            .ToDictionary(group => group.Key, group => group.Min(found => found.Storey));
        return files
            .SelectMany(file => Word().Matches(Comment().Replace(file.Text, "")).Select(match => match.Value).Distinct().Select(word => (file.Path, Word: word)))
            .Where(use => storeyOf.TryGetValue(use.Word, out var storey) && storey > Storey(use.Path))
            .Select(use => $"{use.Path} uses {use.Word}");
    }

    private static int Storey(string path) => Array.FindIndex(Storeys, storey => storey.Any(folder => path.Contains($"/{folder}/", StringComparison.Ordinal)));

    private static bool IsFramework(string name) =>
        name is "netstandard" or "mscorlib" || name.StartsWith("System.", StringComparison.Ordinal) || name == "System";

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), false) || member.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsRecordMember(MethodBase method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.DeclaringType!.GetMethod("<Clone>$") is not null;

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|readonly|partial) )*(?:class|struct|enum|interface|record(?: struct)?) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^(?:public|internal) (?:(?:static|sealed|abstract|readonly|partial) )*(?:class|struct|enum|interface|record(?: struct)?) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex AnyType();

    [GeneratedRegex(@"//.*|""(?:[^""\\]|\\.)*""")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<!\.)\b[A-Z]\w+\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w.])/(?:home|root|work|tmp|opt)/\w|[A-Z]:\\Users")]
    private static partial Regex MachinePath();
}
