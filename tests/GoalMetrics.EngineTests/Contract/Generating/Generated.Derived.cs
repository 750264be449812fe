using CsCheck;
using NodaTime;

namespace EngineTests.Contract.Generating;

// Dimensions that follow from the time and the values of facts.
internal static partial class Generated
{
    private static readonly DateTimeZone Elsewhere = DateTimeZoneProviders.Tzdb["America/New_York"];

    // In four of ten requests there are none.
    private static Gen<DerivedDimension[]> AnyDerived(ReportingCalendar calendar, TableSchema table) => Gen.Frequency(
        (2, Gen.Const(Array.Empty<DerivedDimension>())),
        (3, AnyDimension(calendar, table).Array[1, 2].Select(some => some.DistinctBy(dimension => dimension.Name).ToArray())));

    // A part of the time by clocks and days that need not be those of the calendar, or bands of a column.
    private static Gen<DerivedDimension> AnyDimension(ReportingCalendar calendar, TableSchema table)
    {
        var part = Gen.Select(
            Gen.OneOfConst([.. Enum.GetValues<TimePart>().Where(it => it != TimePart.HourOfDay || table.Time == FactTime.Instant)]),
            Gen.OneOfConst(calendar.Zone, calendar.Zone, Elsewhere),
            Gen.OneOfConst(0, 0, 4, 23),
            (it, zone, firstHour) => (DerivedDimension)new DerivedDimension.OfTime($"{it} of the fact", it, zone, firstHour));
        DerivedDimension[] bands =
        [
            .. table.Columns.Where(column => column.CurrencyDimension is null).SelectMany(column => new[]
            {
                new DerivedDimension.OfNumber($"band of {column.Name}", column.Name, [0m]),
                new DerivedDimension.OfNumber($"bands of {column.Name}", column.Name, [-1.5m, 0m, 0.0000000000000000000000000001m, 1m, 2m]),
            }),
        ];
        return bands.Length == 0 ? part : Gen.OneOf(part, Gen.OneOfConst(bands));
    }

    private static Gen<Filter> AnyDerivedIn(ReportingCalendar calendar, TableSchema table)
    {
        var members = Gen.OneOfConst<string?>("Monday", "Saturday", "Sunday", "24", "25", "10", "2", "0", "<0", ">=0", "-1.5..<0", null);
        return Gen.Select(AnyDimension(calendar, table), members.Array[0, 4], (dimension, some) => Filter.In(dimension, some));
    }
}
