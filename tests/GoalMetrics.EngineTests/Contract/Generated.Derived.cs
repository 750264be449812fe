using CsCheck;

namespace EngineTests.Contract;

// Dimensions that follow from the time and the values of facts.
internal static partial class Generated
{
    // Whether an engine has to derive dimensions for a request.
    public static bool DerivesDimensions(AggregateRequest request) => request.Derived.Count > 0;

    // In four of ten requests there are none.
    private static Gen<DerivedDimension[]> AnyDerived(ReportingCalendar calendar, TableSchema table) =>
        Gen.OneOfConst(0, 0, 4, 23).SelectMany(firstHour => AnyDerived(calendar, table, firstHour));

    private static Gen<DerivedDimension[]> AnyDerived(ReportingCalendar calendar, TableSchema table, int firstHour)
    {
        List<DerivedDimension> all =
        [
            .. Enum.GetValues<TimePart>()
                .Where(part => part != TimePart.HourOfDay || table.Time == FactTime.Instant)
                .Select(part => new DerivedDimension.OfTime($"{part} of the fact", part, calendar.Zone, firstHour)),
            .. table.Columns.Where(column => column.CurrencyDimension is null).SelectMany(column => new[]
            {
                new DerivedDimension.OfNumber($"band of {column.Name}", column.Name, [0m]),
                new DerivedDimension.OfNumber($"bands of {column.Name}", column.Name, [-1.5m, 0m, 0.0000000000000000000000000001m, 1m, 2m]),
            }),
        ];
        return Gen.Frequency(
            (2, Gen.Const(Array.Empty<DerivedDimension>())),
            (3, Gen.OneOfConst([.. all]).Array[1, 2].Select(some => some.DistinctBy(dimension => dimension.Name).ToArray())));
    }

    // Filters by derived dimensions too; the engine is only asked for one where there are derived dimensions.
    private static Gen<Filter>? AnyFilterOf(TableSchema table, DerivedDimension[] derived)
    {
        if (derived.Length == 0)
        {
            return AnyFilter(table);
        }

        var members = Gen.OneOfConst<string?>("Monday", "Saturday", "Sunday", "24", "25", "10", "2", "0", "<0", ">=0", "-1.5..<0", null);
        var isIn = Gen.Select(Gen.OneOfConst(derived), members.Array[0, 4], (dimension, some) => Filter.In(dimension, some));
        return AnyFilter(table) is { } other
            ? Gen.OneOf(isIn, other, isIn.Select(filter => !filter), Gen.Select(isIn, other, (left, right) => left & right))
            : isIn;
    }
}
