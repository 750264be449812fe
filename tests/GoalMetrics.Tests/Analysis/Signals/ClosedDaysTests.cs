using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics.Tests.Analysis.Signals;

/// <summary>Days on which a business is closed, by its weekdays or by its calendar, neither narrow the limits nor are signals.</summary>
public sealed class ClosedDaysTests
{
    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly SignalOptions LimitsOnly = new() { Rules = [ChartRule.BeyondLimit] };

    // 40 series of 182 days, 1,000 with a normal noise of 100 on open days. Limits that are known have 0.27 % beyond them.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Limits_WeekdaysThatAreAlwaysClosed_AreThoseOfOpenDays(int closed)
    {
        const int series = 40, days = 182;
        var noise = new Random(7);
        int beyond = 0, open = 0;
        var width = 0d;
        for (var each = 0; each < series; each++)
        {
            var signals = Read(days, day => day % 7 >= 7 - closed ? 0m : 1_000m + (decimal)(100d * Normal(noise)));
            beyond += signals.Signals.Count;
            open += signals.Points.Count(point => point.IsJudged);
            width += (double)(signals.Limits[0].UpperLimit.Amount - signals.Limits[0].LowerLimit.Amount) / 600d / series;
        }

        open.Should().Be(series * days / 7 * (7 - closed));
        ((double)beyond / open).Should().BeLessThan(0.006);
        width.Should().BeInRange(0.93, 1.03);
    }

    [Fact] // 900 on a Sunday, on which there never is anything.
    public void Signals_SalesOnAClosedWeekday_AreASignal()
    {
        var noise = new Random(3);
        var signals = Read(182, day => day % 7 == 6 ? SundaySales(day) : noise.Next(900, 1_101));

        signals.Signals.Should().ContainSingle().Which.Should().Match<Signal>(signal =>
            signal.First.StartDate == First.PlusDays(83) && signal.Verdict == ChangeVerdict.Better && signal.Value.Amount == 900m);
        signals.Points[83].Centre.Amount.Should().BeInRange(-50m, 50m);
        signals.Points[90].IsJudged.Should().BeFalse();

        static decimal SundaySales(int day) => day == 83 ? 900m : 0m;
    }

    [Fact] // 100 to 120 new ones on weekdays, none at weekends: the change of a weekday is judged by those of weekdays.
    public void Limits_ABalanceThatRestsAtWeekends_AreThoseOfWeekdays()
    {
        var noise = new Random(5);
        var total = 0m;
        var days = new List<(LocalDate Day, decimal Total)>();
        for (var day = 0; day < 140; day++)
        {
            total += day % 7 >= 5 ? 0m : noise.Next(100, 121);
            days.Add((First.PlusDays(day), total));
        }

        var table = FactTable.From("members", days).At(row => row.Day).Balance("members", row => row.Total, Unit.Count("member")).Build();
        var members = Metric.Balance("members", table, "members");

        var signals = SignalReport.Of(members, new InMemorySource(ReportingCalendar.Utc, table), At(140), LimitsOnly)[members];

        signals.Signals.Should().BeEmpty();
        signals.Points.Count(point => point.IsJudged).Should().Be(99);
        signals.Limits[0].Sigma.Amount.Should().BeInRange(5m, 7.5m);
    }

    [Fact] // Frozen on the first 42 days, on 36 of which the shop is open: that the noise is ten times as large later changes nothing.
    public void Limits_FrozenOverClosedWeekdays_AreThoseOfTheSameDays()
    {
        var noise = new Random(3);
        var frozen = Read(120, day => day % 7 == 6 ? 0m : 1_000m + (noise.Next(-50, 51) * Times(day)), new() { Baseline = 42 });

        frozen.Limits[0].Sigma.Amount.Should().BeLessThan(45m);

        static decimal Times(int day) => day < 42 ? 1m : 10m;
    }

    [Fact] // The daily target of a shop is not reached on Sundays.
    public void Reaches_ClosedWeekdays_CountAsNothing()
    {
        var noise = new Random(3);
        var signals = Read(182, day => day % 7 == 6 ? 0m : noise.Next(900, 1_101));

        signals.Reaches(Quantity.Count(500)).Should().Be(TargetReach.Sometimes);
        signals.Reaches(Quantity.Count(2_000)).Should().Be(TargetReach.Never);
    }

    [Fact] // Open Monday to Friday, 7 holidays without sales: nothing was expected on them.
    public void Signals_DeclaredHolidaysWithoutSales_AreNone()
    {
        var signals = Holidays(_ => 0m);

        signals.Signals.Should().BeEmpty();
        signals.Points.Count(point => point.IsJudged).Should().Be(130 - 7);
        signals.Points[Off[0]].Value.Amount.Should().Be(0m);
    }

    [Fact] // A few sales on a holiday are no bad day; as many as usual are a day like others; twice as many are a signal.
    public void Signals_SalesOnADeclaredHoliday_AreNotHidden()
    {
        decimal[] sales = [150m, 1_010m, 2_000m, 0m, 0m, 0m, 0m];
        var signals = Holidays(day => sales[Array.IndexOf(Off, day)]);

        signals.Points[Off[0]].IsJudged.Should().BeFalse();
        signals.Points[Off[0]].Value.Amount.Should().Be(150m);
        signals.Points[Off[1]].IsJudged.Should().BeTrue();
        signals.Signals.Should().ContainSingle().Which.First.StartDate.Should().Be(First.PlusDays(Off[2]));
    }

    [Fact] // Undeclared, a day without sales is a signal as it was.
    public void Signals_ADayWithoutSales_IsASignalUnlessItIsDeclared()
    {
        var noise = new Random(11);
        var signals = Read(182, day => day == Off[0] || day % 7 >= 5 ? 0m : noise.Next(900, 1_101));

        signals.Signals.Should().ContainSingle().Which.Verdict.Should().Be(ChangeVerdict.Worse);
    }

    // Wednesdays, Thursdays and Fridays.
    private static readonly int[] Off = [9, 31, 53, 72, 95, 100, 137];

    private static MeasureSignals Holidays(Func<int, decimal> onHoliday)
    {
        var noise = new Random(11);
        var calendar = ReportingCalendar.Utc.WithHolidays(Off.Select(day => First.PlusDays(day))).WithDayWeights(DayWeights.WorkingDays);
        return Read(182, day => Off.Contains(day) ? onHoliday(day) : Usual(day), calendar: calendar);

        decimal Usual(int day) => day % 7 >= 5 ? 0m : noise.Next(900, 1_101);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2d * Math.Log(1d - random.NextDouble())) * Math.Cos(2d * Math.PI * random.NextDouble());

    private static Instant At(int days) => ReportingCalendar.Utc.StartOfDay(First.PlusDays(days));

    private static MeasureSignals Read(
        int count, Func<int, decimal> valueOf, SignalOptions? options = null, ReportingCalendar? calendar = null)
    {
        var days = Enumerable.Range(0, count).Select(day => (Day: First.PlusDays(day), Value: valueOf(day))).ToList();
        var table = FactTable.From("facts", days)
            .At(row => row.Day)
            .Value("sales", row => row.Value, Unit.Count())
            .Covering(First, First.PlusDays(count))
            .Build();
        var sales = Metric.Sum("sales", table, "sales").BetterWhen(Direction.HigherIsBetter);
        var source = new InMemorySource(calendar ?? ReportingCalendar.Utc, table);
        return SignalReport.Of(sales, source, At(count), options ?? LimitsOnly)[sales];
    }
}
