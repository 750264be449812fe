using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace GoalMetrics.Tests.Findings;

/// <summary>Holds the languages of every kind of finding to each other.</summary>
public sealed partial class FindingKindsTests
{
    [Fact]
    public void Kinds_InTheLibrary_SpeakDanishWithTheSamePlaceholders() =>
        DeclaredIn(typeof(FindingKind).Assembly.GetTypes()).SelectMany(Mistakes).Should().BeEmpty();

    [Fact]
    public void Kinds_InTheLibrary_HaveCodesOfTheirOwn() =>
        DeclaredIn(typeof(FindingKind).Assembly.GetTypes()).GroupBy(kind => kind.Code).Where(group => group.Count() > 1)
            .Select(group => group.Key).Should().BeEmpty();

    [Fact]
    public void Kinds_Planted_AreAllFound() =>
        DeclaredIn([typeof(Planted), typeof(Planted.Inner), typeof(IDictionary), typeof(List<>)]).Select(kind => kind.Code)
            .Should().BeEquivalentTo(
            "PUBLIC-FIELD", "PRIVATE-FIELD", "INTERNAL-PROPERTY", "IN-ARRAY", "IN-ENUMERABLE", "INNER");

    [Fact]
    public void Kinds_MadeInTheLibrary_AreAllDeclared() =>
        // A kind made anywhere but in a static member would escape the tests above.
        DeclaredIn(typeof(FindingKind).Assembly.GetTypes()).Count
            .Should().BeGreaterThanOrEqualTo(MadeIn(typeof(FindingKind).Assembly.GetTypes()));

    [Fact]
    public void MadeIn_Planted_CountsThePlaces() =>
        MadeIn([typeof(Planted), typeof(FindingTests), typeof(Planted.Inner)]).Should().BeGreaterThan(1);

    [Fact]
    public void Mistakes_GoodKind_AreNone() =>
        Mistakes(new("GOOD", FindingSeverity.Info, new("{a} and {b}", "{b} og {a}"), new("Do", "Gør"))).Should().BeEmpty();

    [Fact]
    public void Mistakes_EnglishOnly_AreTwo() =>
        Mistakes(new("PLANTED", FindingSeverity.Info, "Message", "Suggestion"))
            .Should().Equal("PLANTED: the message has no Danish text", "PLANTED: the suggestion has no Danish text");

    [Fact]
    public void Mistakes_OtherPlaceholders_AreSeen()
    {
        Mistakes(new("PLANTED", FindingSeverity.Info, new("Has {a} and {b}", "Har {a}"), new("Do {a}", "Gør {á}")))
            .Should().Equal(
                "PLANTED: the message has {a}, {b} in English and {a} in da", "PLANTED: the suggestion has {a} in English and {á} in da");
        Mistakes(new("PLANTED", FindingSeverity.Info, new LocalizedText("Has {a}", "Har {a}").With("de", "Hat {b}"), new("Do", "Gør")))
            .Should().Equal("PLANTED: the message has {a} in English and {b} in de");
    }

    private static List<FindingKind> DeclaredIn(IEnumerable<Type> types) =>
    [
        .. types
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(StaticMembers)
            .Where(member => MayHold(TypeOf(member)))
            .SelectMany(member => Held(member is FieldInfo field ? field.GetValue(null) : ((PropertyInfo)member).GetValue(null)))
            .Distinct(),
    ];

    private static IEnumerable<MemberInfo> StaticMembers(Type type) => type
        .GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(
            member => member is FieldInfo
            || (member is PropertyInfo { CanRead: true } property && property.GetIndexParameters().Length == 0));

    private static Type TypeOf(MemberInfo member) => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    private static bool MayHold(Type type) =>
        typeof(FindingKind).IsAssignableFrom(type) || typeof(IEnumerable<FindingKind>).IsAssignableFrom(type);

    private static IEnumerable<FindingKind> Held(object? value) => value switch
    {
        FindingKind kind => [kind],
        IEnumerable<FindingKind> kinds => kinds,
        _ => [],
    };

    // The places in the code of these types that make a kind.
    private static int MadeIn(IEnumerable<Type> types) => types
        .SelectMany(
            type =>
            type.GetMembers(
                BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .OfType<MethodBase>()
        .Sum(Constructions);

    private static int Constructions(MethodBase method)
    {
        const byte newObject = 0x73;
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        return Enumerable.Range(0, Math.Max(0, code.Length - 4)).Count(i =>
            code[i] == newObject && code[i + 4] is 0x06 or 0x0A && IsKind(method.Module, BitConverter.ToInt32(code, i + 1)));

        static bool IsKind(Module module, int token)
        {
            try
            {
                return module.ResolveMethod(token)?.DeclaringType == typeof(FindingKind);
            }
            catch (ArgumentException)
            {
                // Not a token after all.
                return false;
            }
        }
    }

    private static IEnumerable<string> Mistakes(FindingKind kind) =>
        Mistakes(kind.Message, $"{kind.Code}: the message has").Concat(Mistakes(kind.Suggestion, $"{kind.Code}: the suggestion has"));

    private static IEnumerable<string> Mistakes(LocalizedText text, string start)
    {
        if (!text.Languages.Contains("da"))
        {
            yield return $"{start} no Danish text";
        }

        var english = Placeholders(text.English);
        foreach (var language in text.Languages)
        {
            var other = Placeholders(text.In(System.Globalization.CultureInfo.GetCultureInfo(language)));
            if (other != english)
            {
                yield return $"{start} {english} in English and {other} in {language}";
            }
        }
    }

    private static string Placeholders(string text) =>
        string.Join(", ", Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    private static class Planted
    {
        public static readonly FindingKind PublicField = Of("PUBLIC-FIELD");
        private static readonly FindingKind PrivateField = Of("PRIVATE-FIELD");
        private static readonly FindingKind[] InArray = [Of("IN-ARRAY"), PrivateField];

        internal static FindingKind InternalProperty { get; } = Of("INTERNAL-PROPERTY");

        internal static IEnumerable<FindingKind> InEnumerable { get; } = [Of("IN-ENUMERABLE"), .. InArray];

        private static FindingKind Of(string code) => new(code, FindingSeverity.Info, "m", "s");

        internal static class Inner
        {
            internal static readonly FindingKind Kind = Of("INNER");
        }
    }
}
