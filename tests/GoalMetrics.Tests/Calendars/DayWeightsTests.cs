using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Calendars;

public class DayWeightsTests
{
    // December 2026 begins on a Tuesday: 23 weekdays, of which the 24th, 25th and 31st are off.
    private static readonly ReportingCalendar Working = ReportingCalendar.Iso("Europe/Copenhagen").WithDayWeights(DayWeights.WorkingDays)
        .WithHolidays([new(2026, 12, 24), new(2026, 12, 25), new(2026, 12, 26), new(2026, 12, 31)]);

    [Fact]
    public void WeightedDays_AreTheWorkingDays()
    {
        Working.Month(2026, 12).WeightedDays.Should().Be(20m);
        Working.Month(2026, 11).WeightedDays.Should().Be(21m);
        ReportingCalendar.Utc.Year(2026).WeightedDays.Should().Be(365m);
        Working.WeightOf(new(2026, 12, 24)).Should().Be(0m);
        Working.WithDayWeights(DayWeights.WorkingDays.WithHolidays(0.5m)).WeightOf(new(2026, 12, 24)).Should().Be(0.5m);
        Working.WithDayWeights(DayWeights.WorkingDays.With(new(2026, 12, 24), 3m)).Month(2026, 12).WeightedDays.Should().Be(23m);
    }

    [Fact] // By noon of Friday 4 December, three and a half of 20 working days are over.
    public void ElapsedWeightedShare_CountsTheDayByItsElapsedPart()
    {
        var december = Working.Month(2026, 12);
        december.ElapsedWeightedDays(Working.At(new(2026, 12, 4, 12, 0))).Should().Be(3.5m);
        december.ElapsedWeightedShare(Working.At(new(2026, 12, 4, 12, 0))).Should().Be(0.175m);
        december.ElapsedWeightedShare(Working.At(new(2026, 12, 6, 12, 0))).Should().Be(0.2m);
        december.ElapsedWeightedShare(december.End).Should().Be(1m);
        december.ElapsedWeightedShare(december.Start).Should().Be(0m);
        Working.Day(new(2026, 12, 6)).ElapsedWeightedShare(Working.At(new(2026, 12, 6, 12, 0))).Should().Be(0.5m);
        WeightedDaysPath.Instance.ShareAt(december, Working.At(new(2026, 12, 4, 12, 0))).Should().Be(0.175m);
    }

    [Fact]
    public void WeightedDays_AnyRange_IsTheSumOverItsDates() =>
        Gen.Select(Gen.Int[0, 800], Gen.Int[1, 60], Gen.Int[0, 9].Array[0, 6]).Sample((first, days, holidays) =>
        {
            var start = new LocalDate(2026, 1, 1).PlusDays(first);
            var calendar = ReportingCalendar.Utc.WithDayWeights(DayWeights.Of(1m, 2m, 3m, 4m, 5m, 0.5m, 0m).With(start.PlusDays(3), 9m))
                .WithHolidays(holidays.Select(day => start.PlusDays(day)));
            return calendar.Range(start, start.PlusDays(days)).WeightedDays == Enumerable.Range(0, days)
                .Sum(day => calendar.WeightOf(start.PlusDays(day)));
        });

    [Fact]
    public void Of_NegativeWeekday_ThrowsAndNamesIt() =>
        FluentActions.Invoking(() => DayWeights.Of(1m, 1m, -1m, 1m, 1m, 0m, 0m)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Expected a weight of 0 or more; found -1. (Parameter 'wednesday')");

    [Fact]
    public void With_NegativeWeight_Throws() =>
        FluentActions.Invoking(() => DayWeights.Even.With(new(2026, 1, 1), -2m)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Expected a weight of 0 or more; found -2. (Parameter 'weight')");

    [Fact]
    public void WithHolidays_NegativeWeight_Throws() =>
        FluentActions.Invoking(() => DayWeights.Even.WithHolidays(-0.5m)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Expected a weight of 0 or more; found -0.5. (Parameter 'weight')");

    [Fact]
    public void Calendar_OtherWeights_IsAnotherCalendar() =>
        Working.Should().NotBe(ReportingCalendar.Iso("Europe/Copenhagen")).And.Be(Working.WithHolidays([]));

    [Fact]
    public void Calendar_WeightsAndHolidays_ShowsThem()
    {
        Working.ToString().Should().Be(
            "Europe/Copenhagen, weeks from Monday (week 1 has at least 4 days), fiscal years from January, days weighing 1 1 1 1 1 0 0,"
            + " 4 holidays");
    }
}
