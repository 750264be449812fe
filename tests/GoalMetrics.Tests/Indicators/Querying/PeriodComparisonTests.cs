using NodaTime;
using NodaTime.Text;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>
/// What a period is compared with. Each day has the number of days since 31 December 2022 as its value, so that every sum says of which
/// days it is.
/// </summary>
public sealed class PeriodComparisonTests
{
    private static readonly LocalDate First = new(2022, 12, 31);
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen").WithRetailYear(RetailCalendar.Nrf);

    private static readonly FactTable Days = FactTable.From("days", Enumerable.Range(0, 1_500))
        .At(day => (LocalDate?)First.PlusDays(day)).Value("number", day => day, Unit.Count()).Build();

    private static readonly Metric Sum = Metric.Sum("sum", Days, "number");
    private static readonly InMemorySource Source = new(Calendar, Days);

    [Fact] // 14 February 2025 is a Friday, and so is 16 February 2024, 364 days before.
    public void SameWeekdays_Day_IsThatOf364DaysBefore() =>
        Earlier(Calendar.Day(new(2025, 2, 14)), PeriodComparison.SameWeekdays).Should().Be(Of(new(2024, 2, 16)));

    [Theory] // Weeks and ranges move by 364 days as a whole: February by 2 to 29 February 2024, all 28 days of it.
    [InlineData("2026-W53", "2025-12-29", "2026-01-05")]
    [InlineData("2025-W07", "2024-02-12", "2024-02-19")]
    [InlineData("2025-02", "2024-02-03", "2024-03-02")]
    [InlineData("R2023-W53", "2023-01-29", "2023-02-05")]
    public void SameWeekdays_LongerPeriod_MovesBy52Weeks(string period, string from, string until) =>
        Earlier(ReportingPeriod.Parse(period, Calendar), PeriodComparison.SameWeekdays).Should().Be(Of(from, until));

    [Fact] // Three months before May is February; two years before 29 February is the 28th.
    public void Earlier_NumberOfPeriodsOrUnits_IsThatManyBefore()
    {
        Earlier(Calendar.Month(2025, 5), PeriodComparison.Earlier(3)).Should().Be(Of("2025-02-01", "2025-03-01"));
        Earlier(Calendar.Month(2025, 5), PeriodComparison.Earlier(2, Grain.Quarter)).Should().Be(Of("2024-11-01", "2024-12-01"));
        Earlier(Calendar.Quarter(2025, 2), PeriodComparison.Earlier(2, Grain.Year)).Should().Be(Of("2023-04-01", "2023-07-01"));
        Earlier(Calendar.Day(new(2025, 3, 1)), PeriodComparison.Earlier(13, Grain.Week)).Should().Be(Of(new(2024, 11, 30)));
        PeriodComparison.Earlier(1).Should().Be(PeriodComparison.PreviousPeriod);
        PeriodComparison.Earlier(1, Grain.Year).Should().Be(PeriodComparison.YearEarlier);
        PeriodComparison.Earlier(52, Grain.Week).Should().Be(PeriodComparison.SameWeekdays);
        PeriodComparison.Earlier(3).Should().NotBe(PeriodComparison.Earlier(4)).And.NotBe(PeriodComparison.Earlier(3, Grain.Month));
    }

    [Fact] // A comparison made anew finds what the query was compared with.
    public void Comparison_MadeAnew_IsTheSame()
    {
        var may = Calendar.Month(2025, 5);
        Func<PeriodComparison>[] comparisons =
        [
            () => PeriodComparison.Earlier(3),
            () => PeriodComparison.Earlier(2, Grain.Quarter),
            () => PeriodComparison.With(Calendar.Month(2025, 1)),
            () => PeriodComparison.WithSame(new CalendarEvent("sale", [new(2024, 5, 6), new(2025, 5, 7)])),
        ];

        foreach (var made in comparisons)
        {
            (made() == made()).Should().BeTrue();
            (made() != made()).Should().BeFalse();
            Earlier(may, made()).IsDefined.Should().BeTrue();
            Source.Query(Query.For(Sum).During(may).ComparedWith(made())).Total.Change(Sum, made()).Absolute.IsDefined.Should().BeTrue();
        }
    }

    [Fact] // ISO week 53 of 2026 and retail week 53 of 2023 have no counterpart in the year before; all other weeks keep their number.
    public void YearEarlier_Week53_IsUndefined()
    {
        var isoYear = Source.Query(Query.For(Sum).Between(new(2025, 12, 29), new(2027, 1, 4)).By(Grain.Week)
            .ComparedWith(PeriodComparison.YearEarlier, PeriodComparison.SameWeekdays));
        isoYear.Should().HaveCount(53);
        isoYear.Select(row => row.Earlier(Sum, PeriodComparison.YearEarlier).IsDefined).Should().Equal(
            [.. Enumerable.Repeat(true, 52), false]);
        isoYear[52].Change(Sum, PeriodComparison.YearEarlier).Relative.Reason.Should().Be(UndefinedReason.NoData);
        isoYear[52].Earlier(Sum, PeriodComparison.SameWeekdays).Should().Be(Of("2025-12-29", "2026-01-05"));

        var previous = Sum.Previous(Grain.Year);
        var retail = Source.Query(Query.For(previous).During(Calendar.RetailYear(2023)).By(Grain.RetailWeek));
        retail[52][previous].Reason.Should().Be(UndefinedReason.NoData);
    }

    [Fact] // The campaign of ten days in March with the one of ten days in June before: first day with first day.
    public void With_StatedRange_ComparesTheWholeAndEachPeriodByItsPlace()
    {
        var comparison = PeriodComparison.With(Calendar.Range(new(2024, 6, 3), new(2024, 6, 13)));
        var table = Source.Query(
            Query.For(Sum).Between(new(2025, 3, 10), new(2025, 3, 20)).By(Grain.Day).ComparedWith(comparison));

        table.Total.Earlier(Sum, comparison).Should().Be(Of("2024-06-03", "2024-06-13"));
        table[0].Earlier(Sum, comparison).Should().Be(Of(new(2024, 6, 3)));
        table[9].Earlier(Sum, comparison).Should().Be(Of(new(2024, 6, 12)));
    }

    [Theory] // 17 days with 17 that begin on another weekday, and three weeks across months of other lengths.
    [InlineData("2024-09-09", "2024-03-06", 17, Grain.Week)]
    [InlineData("2024-06-20", "2024-02-10", 20, Grain.Month)]
    [InlineData("2024-06-20", "2024-02-10", 20, Grain.RetailWeek)]
    public void With_RangeThatIsCutElsewhere_ComparesAsManyDaysAsFarIn(string from, string other, int days, Grain grain)
    {
        var (start, then) = (LocalDatePattern.Iso.Parse(from).Value, LocalDatePattern.Iso.Parse(other).Value);
        var comparison = PeriodComparison.With(Calendar.Range(then, then.PlusDays(days)));
        var table = Source.Query(Query.For(Sum).Between(start, start.PlusDays(days)).By(grain).ComparedWith(comparison));

        foreach (var row in table)
        {
            var first = then.PlusDays(Period.DaysBetween(start, row.Period.StartDate));
            row.Earlier(Sum, comparison).Should().Be(Of(first, first.PlusDays(row.Period.Days)));
        }

        table.Rows.Sum(row => row.Earlier(Sum, comparison).Amount).Should().Be(table.Total.Earlier(Sum, comparison).Amount);
    }

    [Fact] // The months of the second quarter with those of the first, whole with whole.
    public void With_QuarterByMonth_ComparesMonthWithMonth()
    {
        var comparison = PeriodComparison.With(Calendar.Quarter(2024, 1));
        var table = Source.Query(Query.For(Sum).During(Calendar.Quarter(2024, 2)).By(Grain.Month).ComparedWith(comparison));

        table.Select(row => row.Compared(Sum, comparison).ToString()).Should().Equal(
            "2024-04 with 2024-01", "2024-05 with 2024-02", "2024-06 with 2024-03");
    }

    [Fact] // February has three days less than March: the last three have nothing to be compared with.
    public void With_ShorterRange_LeavesTheLastPeriodsWithout()
    {
        var comparison = PeriodComparison.With(Calendar.Month(2025, 2));
        var table = Source.Query(Query.For(Sum).During(Calendar.Month(2025, 3)).By(Grain.Day).ComparedWith(comparison));

        table.Select(row => row.Earlier(Sum, comparison).IsDefined).Should().Equal(
            [.. Enumerable.Repeat(true, 28), false, false, false]);
    }

    [Fact]
    public void With_PeriodOfAnotherCalendar_IsRefused() => FluentActions
        .Invoking(() => Earlier(Calendar.Month(2025, 3), PeriodComparison.With(ReportingCalendar.Utc.Month(2025, 2))))
        .Should().Throw<ArgumentException>().WithMessage("The period 2025-02 to compare with is of the calendar *; the source has *.");

    [Fact] // The week before Easter: 30 March to 5 April 2026, and 14 to 20 April 2025. Good Friday stays Good Friday.
    public void WithSame_Easter_ComparesTheDaysAroundIt()
    {
        var comparison = PeriodComparison.WithSame(CalendarEvent.Easter);
        var table = Source.Query(
            Query.For(Sum).Between(new(2026, 3, 30), new(2026, 4, 6)).By(Grain.Day).ComparedWith(comparison));

        table.Total.Earlier(Sum, comparison).Should().Be(Of("2025-04-14", "2025-04-21"));
        table[4].Earlier(Sum, comparison).Should().Be(Of(new(2025, 4, 18)));
        table[4].Compared(Sum, comparison).ToString().Should().Be("2026-04-03 with 2025-04-18");
    }

    [Fact] // Black Friday to Cyber Monday: 28 November to 1 December 2025, and 29 November to 2 December 2024.
    public void WithSame_BlackFriday_ComparesTheWeekend() => Earlier(
        Calendar.Range(new(2025, 11, 28), new(2025, 12, 2)), PeriodComparison.WithSame(CalendarEvent.BlackFriday))
        .Should().Be(Of("2024-11-29", "2024-12-03"));

    [Fact]
    public void Compared_SeveralAtOnce_SaysWhatWasComparedWithWhat()
    {
        PeriodComparison[] all =
        [
            PeriodComparison.PreviousPeriod,
            PeriodComparison.YearEarlier,
            PeriodComparison.SameWeekdays,
            PeriodComparison.Earlier(2),
            PeriodComparison.With(Calendar.Month(2023, 7)),
        ];
        var row = Source.Query(Query.For(Sum).During(Calendar.Month(2025, 5)).ComparedWith(all)).Total;

        all.Select(each => row.Compared(Sum, each).ToString()).Should().Equal(
            "2025-05 with 2025-04",
            "2025-05 with 2024-05",
            "2025-05 with 2024-05-02/2024-06-02",
            "2025-05 with 2025-03",
            "2025-05 with 2023-07");
        all.Select(each => each.Id).Should().Equal("previousPeriod", "yearEarlier", "sameWeekdays", "2-periods-earlier", "2023-07");
    }

    [Fact] // On 12 May, eleven days of May have gone: as many of April, and of the stated month.
    public void Compared_OpenPeriod_IsLikeForLike()
    {
        var stated = PeriodComparison.With(Calendar.Month(2023, 7));
        var row = Source.Query(Query.For(Sum).During(Calendar.Month(2025, 5)).AsOf(Calendar.StartOfDay(new(2025, 5, 12)))
            .ComparedWith(PeriodComparison.PreviousPeriod, stated)).Total;

        row.Compared(Sum, PeriodComparison.PreviousPeriod).ToString().Should().Be("2025-05 to 2025-05-11 with 2025-04 to 2025-04-11");
        row.Compared(Sum, stated).ToString().Should().Be("2025-05 to 2025-05-11 with 2023-07 to 2023-07-11");
        row.Earlier(Sum, stated).Should().Be(Of("2023-07-01", "2023-07-12"));
    }

    [Fact] // The data begin on 31 December 2022.
    public void Change_EarlierSideNotCovered_IsUndefined()
    {
        var stated = PeriodComparison.With(Calendar.Range(new(2022, 12, 1), new(2023, 1, 1)));
        var row = Source.Query(Query.For(Sum).During(Calendar.Month(2025, 5)).ComparedWith(stated)).Total;

        row.Change(Sum, stated).Relative.Reason.Should().Be(UndefinedReason.InsufficientData);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Earlier_NumberBelowOne_IsRefused(int count)
    {
        FluentActions.Invoking(() => PeriodComparison.Earlier(count)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => PeriodComparison.Earlier(count, Grain.Month)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => PeriodComparison.Earlier(1, (Grain)99)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Change_NotAskedFor_NamesWhatWas() => FluentActions
        .Invoking(() => Source.Query(Query.For(Sum).ComparedWith(PeriodComparison.SameWeekdays)).Total
            .Change(Sum, PeriodComparison.Earlier(3)))
        .Should().Throw<InvalidOperationException>().WithMessage(
            "The query was not compared with 3-periods-earlier: it was with sameWeekdays. Add ComparedWith to it, with this comparison.");

    private static Quantity Earlier(ReportingPeriod period, PeriodComparison comparison) =>
        Source.Query(Query.For(Sum).During(period).ComparedWith(comparison)).Total.Earlier(Sum, comparison);

    private static Quantity Of(LocalDate day) => Of(day, day.PlusDays(1));

    private static Quantity Of(string from, string until) =>
        Of(LocalDatePattern.Iso.Parse(from).Value, LocalDatePattern.Iso.Parse(until).Value);

    private static Quantity Of(LocalDate from, LocalDate until)
    {
        var (first, last) = (Period.DaysBetween(First, from), Period.DaysBetween(First, until) - 1);
        return Quantity.Count(Enumerable.Range(first, last - first + 1).Sum());
    }
}
