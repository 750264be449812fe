using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

/// <summary>What a query or metric must not do quietly.</summary>
public sealed class RefusalTests
{
    private static readonly TableSchema Schema = TableSchema.Named("rates", FactTime.Date).Value("rate", Unit.Ratio)
        .Value("nps", Unit.Score(-100m, 100m));

    [Fact]
    public void Sum_OfRatiosOrScores_IsRefused()
    {
        FluentActions.Invoking(() => Metric.Sum("rate", Schema, "rate")).Should().Throw<ArgumentException>()
            .WithMessage(
                "Column 'rate' of table 'rates' is in ratio, which does not add up. Load what the ratio is made of and divide the sums,"
                + " or use Metric.Average for a mean of the values. (Parameter 'column')");
        FluentActions.Invoking(() => Metric.Sum("nps", Schema, "nps")).Should().Throw<ArgumentException>();
        Metric.Average("rate", Schema, "rate").Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void Read_EveryHourOfATableOfDates_IsRefused()
    {
        var rate = Metric.Average("rate", Schema, "rate");
        const string message =
            "Table 'rates' has dates, and no times of day: 'rate' cannot be computed by hour. Ask by day, or load instants."
            + " (Parameter '{0}')";

        FluentActions.Invoking(() => PerformanceIndicator.Every(Grain.Hour, rate))
            .Should().Throw<ArgumentException>().WithMessage(message.Replace("{0}", "grain"));
        FluentActions.Invoking(() => Kpi.Of("rate", rate).Read(Grain.Hour))
            .Should().Throw<ArgumentException>().WithMessage(message.Replace("{0}", "every"));
        PerformanceIndicator.Every(Grain.Hour, Metric.Count("visits", TableSchema.Named("visits", FactTime.Instant))).ReadEvery
            .Should().Be(Grain.Hour);
    }

    [Fact]
    public void For_AMissingMeasure_IsRefused() =>
        FluentActions.Invoking(() => Query.For([null!])).Should().Throw<ArgumentException>()
            .WithMessage("Expected no nulls; found one at index 0. (Parameter 'measures')");

    [Fact]
    public void FromSeries_AMissingPoint_IsRefused() =>
        FluentActions.Invoking(() => FactTable.FromSeries("s", Unit.Ratio, [null!])).Should().Throw<ArgumentException>()
            .WithMessage("Expected no nulls; found one at index 0. (Parameter 'points')");

    [Fact]
    public void Query_ComparedInYearOne_HasNothingToCompareWith()
    {
        var table = FactTable.FromSeries("s", Unit.Count(), [new(new LocalDate(1, 1, 1), 7m)]);
        var value = Metric.Sum("value", table, "value");

        var row = new InMemorySource(ReportingCalendar.Utc, table)
            .Query(Query.For(value).By(Grain.Month).ComparedWith(PeriodComparison.PreviousPeriod, PeriodComparison.YearEarlier)).Rows[0];

        row[value].Should().Be(Quantity.Count(7));
        row.Earlier(value, PeriodComparison.PreviousPeriod).Reason.Should().Be(UndefinedReason.NoData);
        row.Earlier(value, PeriodComparison.YearEarlier).Reason.Should().Be(UndefinedReason.NoData);
    }

    [Fact]
    public void Row_APeriodTheFactsCoverInPart_SaysSo()
    {
        // Facts from 10 January to 20 February.
        var table = FactTable.FromSeries("s", Unit.Count(), [new(new LocalDate(2026, 1, 10), 7m), new(new LocalDate(2026, 2, 20), 5m)]);
        var value = Metric.Sum("value", table, "value");
        var source = new InMemorySource(ReportingCalendar.Utc, table);
        var query = Query.For(value).Between(new(2026, 1, 1), new(2026, 4, 1)).By(Grain.Month);

        source.Query(query).Rows.Select(row => row.IsFullyCovered).Should().Equal(false, false, false);
        source.Query(query).Total.IsFullyCovered.Should().BeFalse();
        source.Query(query.Between(new(2026, 1, 10), new(2026, 2, 21))).Rows.Select(row => row.IsFullyCovered).Should().Equal(true, true);
        source.Query(query.AsOf(Instant.FromUtc(2026, 2, 15, 0, 0))).Rows.Select(row => row.IsFullyCovered)
            .Should().Equal(false, true, false);
    }

    [Fact]
    public void Row_TheNullMember_IsFoundByNull()
    {
        var day = new LocalDate(2026, 1, 1);
        var table = FactTable.FromSeries(
            "s", Unit.Count(), [new SeriesPoint(day, 7m).With("market", null), new SeriesPoint(day, 5m).With("market", "DK")]);
        var value = Metric.Sum("value", table, "value");

        var answer = new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(value).By("market"));

        answer[(string?)null, value].Should().Be(Quantity.Count(7));
        answer["DK", value].Should().Be(Quantity.Count(5));
    }
}
