using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>Years compared by queries: a row, its total and a shifted measure say the same.</summary>
public sealed class YearsComparedTests
{
    // One fact a day, of 1, and of the day of its month.
    private static readonly FactTable Daily = FactTable.From("daily", Enumerable.Range(0, 365 * 8))
        .At(i => new LocalDate(2018, 1, 1).PlusDays(i))
        .Value("day", i => new LocalDate(2018, 1, 1).PlusDays(i).Day, Unit.Count())
        .Build();

    private static readonly LocalDate Start = new(2018, 1, 1);

    private static readonly Grain?[] Grains =
    [
        null, Grain.Week, Grain.RetailWeek, Grain.Month, Grain.Quarter, Grain.HalfYear, Grain.Year,
        Grain.FiscalQuarter, Grain.FiscalHalfYear, Grain.FiscalYear,
    ];

    private static readonly Metric Days = Metric.Count("days", Daily);
    private static readonly Metric Sum = Metric.Sum("sum", Daily, "day");

    public static TheoryData<string> Zones => ["Europe/Copenhagen", "America/Los_Angeles", "UTC"];

    [Theory, MemberData(nameof(Zones))] // D3: 1 to 28 February 2025 is compared with all of February 2024, in the row and in the total.
    public void WholeMonths_AYearEarlier_AreWholeMonths(string zone)
    {
        var calendar = ReportingCalendar.Iso(zone);
        var table = new InMemorySource(calendar, Daily).Query(Query.For(Sum, Sum.Previous(Grain.Year))
            .Between(new(2025, 2, 1), new(2025, 3, 1)).By(Grain.Month).ComparedWith(PeriodComparison.YearEarlier));

        foreach (var row in new[] { table[0], table.Total })
        {
            row.Earlier(Sum, PeriodComparison.YearEarlier).Amount.Should().Be(435m);
            row[Sum.Previous(Grain.Year)].Amount.Should().Be(435m);
            row[Sum].Amount.Should().Be(406m);
        }
    }

    [Theory, MemberData(nameof(Zones))] // D3: the month before February has 31 days, in the row and in the total.
    public void WholeMonths_ThePeriodBefore_AreWholeMonths(string zone)
    {
        var calendar = ReportingCalendar.Iso(zone);
        var table = new InMemorySource(calendar, Daily).Query(
            Query.For(Days).Between(new(2025, 2, 1), new(2025, 3, 1)).By(Grain.Month).ComparedWith(PeriodComparison.PreviousPeriod));

        table[0].Earlier(Days, PeriodComparison.PreviousPeriod).Amount.Should().Be(31m);
        table.Total.Earlier(Days, PeriodComparison.PreviousPeriod).Amount.Should().Be(31m);
    }

    [Fact] // Two months against the two before, of which ten days and all of the first are set against the 41 days so far.
    public void WholeMonths_NotOver_AreComparedAsFarAsTheyWent()
    {
        var query = Query.For(Days).Between(new(2025, 1, 1), new(2025, 3, 1)).AsOf(Instant.FromUtc(2025, 2, 11, 0, 0))
            .ComparedWith(PeriodComparison.PreviousPeriod, PeriodComparison.Earlier(6));
        var total = new InMemorySource(ReportingCalendar.Utc, Daily).Query(query).Total;

        total[Days].Amount.Should().Be(41m);
        total.Earlier(Days, PeriodComparison.PreviousPeriod).Amount.Should().Be(41m);
        total.Compared(Days, PeriodComparison.PreviousPeriod).ToString().Should().Be(
            "2025-01-01/2025-03-01 to 2025-02-10 with 2024-11-01/2025-01-01 to 2024-12-11");
        total.Earlier(Days, PeriodComparison.Earlier(6)).Amount.Should().Be(41m);
    }

    [Theory] // H4: the part of a year keeps its dates, whether it is shifted or compared.
    [InlineData("2020-01-01", "2020-09-01", 244, 243)]
    [InlineData("2020-05-01", "2021-01-01", 245, 245)]
    [InlineData("2019-01-01", "2019-03-01", 59, 59)]
    public void PartOfAYear_KeepsItsDates(string from, string until, int now, int earlier)
    {
        var pattern = NodaTime.Text.LocalDatePattern.Iso;
        var table = new InMemorySource(ReportingCalendar.Utc, Daily).Query(Query.For(Days, Days.Previous(Grain.Year))
            .Between(pattern.Parse(from).Value, pattern.Parse(until).Value).By(Grain.Year)
            .ComparedWith(PeriodComparison.PreviousPeriod, PeriodComparison.YearEarlier));

        var row = table[0];
        row[Days].Amount.Should().Be(now);
        row[Days.Previous(Grain.Year)].Amount.Should().Be(earlier);
        row.Earlier(Days, PeriodComparison.PreviousPeriod).Amount.Should().Be(earlier);
        row.Earlier(Days, PeriodComparison.YearEarlier).Amount.Should().Be(earlier);
    }

    // Any range by any grain: rows and totals are set against the same dates, whole months against whole months, weeks by their days.
    [Fact]
    public void Comparisons_OfAnyRange_AreOfTheSameDates() => Gen.Select(
        Gen.Int[0, 1_400], Gen.Int[1, 500], Gen.Bool, Gen.Int[1, 12], Gen.OneOfConst(Grains))
        .Sample((first, days, isWhole, fiscalMonth, grain) =>
        {
            var zone = isWhole ? "America/New_York" : "UTC";
            var calendar = ReportingCalendar.Iso(zone).WithFiscalYearStartingIn(fiscalMonth).WithRetailYear(RetailCalendar.Nrf);
            var (from, until) = (Start.PlusDays(730 + first), Start.PlusDays(730 + first + days));
            if (isWhole)
            {
                (from, until) = (from.With(DateAdjusters.StartOfMonth), until.PlusMonths(1).With(DateAdjusters.StartOfMonth));
            }

            var query = Query.For(Sum, Sum.Previous(Grain.Year), Sum.Shifted(-12, Grain.Month)).Between(from, until).ComparedWith(
                PeriodComparison.YearEarlier, PeriodComparison.SameWeekdays, PeriodComparison.Earlier(2, Grain.Month),
                PeriodComparison.Earlier(3, Grain.Week), PeriodComparison.PreviousPeriod);
            var table = new InMemorySource(calendar, Daily).Query(grain is { } by ? query.By(by) : query);
            foreach (var row in table.Rows.Append(table.Total))
            {
                Earlier(row, PeriodComparison.SameWeekdays).Should().Be(Between(row, date => date.PlusDays(-364)));
                Earlier(row, PeriodComparison.Earlier(3, Grain.Week)).Should().Be(Between(row, date => date.PlusDays(-21)));
                if (row.Period.Grain is { } own && MonthsIn(own) == 0)
                {
                    continue;
                }

                Earlier(row, PeriodComparison.YearEarlier).Should().Be(Between(row, date => date.PlusMonths(-12)));
                Earlier(row, PeriodComparison.Earlier(2, Grain.Month)).Should().Be(Between(row, date => date.PlusMonths(-2)));
                row[Sum.Previous(Grain.Year)].Amount.Should().Be(Between(row, date => date.PlusMonths(-12)));
                row[Sum.Shifted(-12, Grain.Month)].Amount.Should().Be(Between(row, date => date.PlusMonths(-12)));
                if (row.Period.Grain is { } whole)
                {
                    Earlier(row, PeriodComparison.PreviousPeriod).Should().Be(Between(row, date => date.PlusMonths(-MonthsIn(whole))));
                }
            }
        });

    [Fact] // D9: week 53 of 2020 has no counterpart; 364 days before it lies week 1 of 2020.
    public void Week53_AYearEarlier_IsUndefined_AndOtherWeeksAreComparedOnce()
    {
        var calendar = ReportingCalendar.Utc;
        var table = new InMemorySource(calendar, Daily).Query(Query.For(Days)
            .Between(calendar.Week(2020, 1).StartDate, calendar.Week(2020, 53).EndDate).By(Grain.Week)
            .ComparedWith(PeriodComparison.YearEarlier, PeriodComparison.SameWeekdays));

        table.Should().HaveCount(53);
        table[52].Change(Days, PeriodComparison.YearEarlier).Relative.IsDefined.Should().BeFalse();
        table.Take(52).Sum(row => row.Earlier(Days, PeriodComparison.YearEarlier).Amount).Should().Be(364m);
        table.Sum(row => row.Earlier(Days, PeriodComparison.SameWeekdays).Amount).Should().Be(371m);
    }

    private static decimal Earlier(MetricRow row, PeriodComparison comparison) => row.Earlier(Sum, comparison).Amount;

    private static int MonthsIn(Grain grain) => grain switch
    {
        Grain.Month => 1,
        Grain.Quarter or Grain.FiscalQuarter => 3,
        Grain.HalfYear or Grain.FiscalHalfYear => 6,
        Grain.Year or Grain.FiscalYear => 12,
        _ => 0,
    };

    // The days of the months, from the first date moved to the last one moved; of whole months, whole months.
    private static decimal Between(MetricRow row, Func<LocalDate, LocalDate> moved)
    {
        var (start, end) = (row.Period.StartDate, row.Period.EndDate);
        var until = start.Day == 1 && end.Day == 1 ? moved(end) : moved(end.PlusDays(-1)).PlusDays(1);
        return Enumerable.Range(0, Period.DaysBetween(moved(start), until)).Sum(day => moved(start).PlusDays(day).Day);
    }
}
