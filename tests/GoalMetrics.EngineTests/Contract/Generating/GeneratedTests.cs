namespace EngineTests.Contract.Generating;

/// <summary>
/// What the cases at random ask, so that nothing that can be said to an engine is silently left out of them. What is found to be rare is
/// no longer asked by <see cref="Generated"/>; or it is new, and not asked yet.
/// </summary>
public sealed class GeneratedTests
{
    // As many as every engine is asked, and in how many of them each thing comes at least.
    private const int Cases = 2_000;
    private const int Least = 5;

    private static readonly Lazy<IReadOnlyList<EngineCase>> Aggregations = new(() => Seeded.First(Generated.Aggregations, Cases));
    private static readonly Lazy<IReadOnlyList<EngineCase>> Readings = new(() => Seeded.First(Generated.Readings, Cases));
    private static readonly Lazy<HashSet<object>[]> Parts = new(() => [.. Aggregations.Value.Select(KindsIn)]);

    // By name, each kind that is nested in a part of the seam, and each value of the enums that these are made of.
    private static readonly Dictionary<string, object> Kinds = new[]
    {
        Nested(typeof(Aggregate)), Nested(typeof(Filter)), Nested(typeof(DerivedDimension)),
        Values<AggregateKind>(), Values<OrderRank>(), Values<BalanceValue>(), Values<ConversionCount>(), Values<Comparison>(),
        Values<TimePart>(), Values<FactTime>(), Values<MemberKind>(), Values<Asking>(),
    }.SelectMany(kinds => kinds).ToDictionary(kind => kind is Type type ? $"{type.DeclaringType!.Name}.{type.Name}" : Name(kind));

    public static TheoryData<string> KindNames => [.. Kinds.Keys];

    public static TheoryData<string> AggregationTraits => [.. CaseTraits.OfTables.Keys, .. CaseTraits.OfAggregations.Keys];

    public static TheoryData<string> ReadingTraits => [.. CaseTraits.OfTables.Keys, .. CaseTraits.OfReadings.Keys];

    [Theory]
    [MemberData(nameof(KindNames))]
    public void Aggregations_EachKindOfTheSeam_IsAsked(string kind) =>
        Parts.Value.Count(parts => parts.Contains(Kinds[kind])).Should().BeGreaterThanOrEqualTo(Least);

    [Theory]
    [MemberData(nameof(AggregationTraits))]
    public void Aggregations_EachTrait_IsAsked(string trait) => Count(Aggregations.Value, trait, CaseTraits.OfAggregations);

    [Theory]
    [MemberData(nameof(ReadingTraits))]
    public void Readings_EachTrait_IsAsked(string trait) => Count(Readings.Value, trait, CaseTraits.OfReadings);

    private static void Count(
        IReadOnlyList<EngineCase> cases, string trait, Dictionary<string, Func<EngineCase, bool>> more) =>
        cases.Count(CaseTraits.OfTables.GetValueOrDefault(trait) ?? more[trait]).Should().BeGreaterThanOrEqualTo(Least);

    private static HashSet<object> KindsIn(EngineCase test) =>
        [.. CaseParts.Of(test).Select(part => part.GetType().IsEnum ? part : part.GetType())];

    private static IEnumerable<object> Nested(Type type) =>
        type.GetNestedTypes().Where(nested => !nested.IsAbstract && nested.IsSubclassOf(type));

    private static IEnumerable<object> Values<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Cast<object>();

    private static string Name(object value) => $"{value.GetType().Name}.{value}";
}
