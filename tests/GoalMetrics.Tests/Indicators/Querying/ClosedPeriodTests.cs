using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>A period that has ended is compared with the whole of a longer one.</summary>
public sealed class ClosedPeriodTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;

    // A fact a day in January and February 2026: 31 and 28 of them.
    private static readonly FactTable Days = FactTable.From(
        "days", Enumerable.Range(0, 59).Select(day => new LocalDate(2026, 1, 1).PlusDays(day)))
        .At(day => day).Build();

    private static readonly Metric Count = Metric.Count("facts", Days);

    private static readonly Query February = Query.For(Count).During(Calendar.Month(2026, 2)).ComparedWith(PeriodComparison.PreviousPeriod);

    [Fact]
    public void Earlier_ShorterMonthThatHasEnded_IsTheWholeLongerOne() => Earlier(February.AsOf(At(2026, 3, 1))).Should().Be(31m);

    [Fact]
    public void Earlier_ShorterMonthSeenFromItsEnd_IsTheWholeLongerOne() => Earlier(February).Should().Be(31m);

    [Fact]
    public void Earlier_MonthWithADayToGo_IsTheSameDaysOfTheLongerOne() => Earlier(February.AsOf(At(2026, 2, 28))).Should().Be(27m);

    private static decimal Earlier(Query query) =>
        new InMemorySource(Calendar, Days).Query(query).Total.Earlier(Count, PeriodComparison.PreviousPeriod).Amount;

    private static Instant At(int year, int month, int day) => Calendar.StartOfDay(new(year, month, day));
}
