using NodaTime;
using static GoalMetrics.Tests.PoissonNoise;

namespace GoalMetrics.Tests.Engines.InMemory;

/// <summary>A day without facts is missing only where chance would not have left it empty: tables of a year, with fixed seeds.</summary>
public sealed class ChanceOfNoneTests
{
    private const int Days = 365;
    private static readonly LocalDate First = new(2026, 1, 5);

    [Theory] // Of Poisson's distribution with a mean of 4 a day is empty with e⁻⁴, 1.8 %: on six or seven days of a year.
    [InlineData(3.5)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void MissingDays_FewFactsADay_AreLeftToChance(double mean) => Found(_ => mean).Should().BeLessThan(5);

    [Fact] // Few on Sundays alone, of which one in twenty is empty.
    public void MissingDays_FewFactsOnSundays_AreLeftToChance() => Found(day => day % 7 == 6 ? 3d : 40d).Should().BeLessThan(5);

    [Fact] // Some weeks bring three times as much as others: variances are far above means.
    public void MissingDays_FactsThatComeInBursts_AreLeftToChance() => Found(day => day / 7 % 2 == 0 ? 3d : 9d).Should().BeLessThan(10);

    [Theory]
    [InlineData(12)]
    [InlineData(40)]
    public void MissingDays_ADayWithoutFactsAmongManyWithMany_IsMissing(double mean)
    {
        int[] closed = [100, 200, 300];
        var noise = new Random(5);

        Missing(Table(day => closed.Contains(day) ? 0 : Math.Max(1, Drawn(mean, noise))))
            .Should().Equal(closed.Select(First.PlusDays));
    }

    [Fact] // Two a day by a plan, one for each market: nothing about it is chance.
    public void MissingDays_AsManyFactsEachDay_IsMissing() =>
        Missing(Table(day => day == 100 ? 0 : 2)).Should().Equal(First.PlusDays(100));

    // In how many of 100 tables any day is called missing.
    private static int Found(Func<int, double> meanOf)
    {
        var noise = new Random(9);
        return Enumerable.Range(0, 100).Count(_ => Missing(Table(day => Drawn(meanOf(day), noise))).Any());
    }

    private static IReadOnlyList<LocalDate> Missing(FactTable table) => new InMemorySource(ReportingCalendar.Utc, table)
        .DescribeAsync(["facts"], TestContext.Current.CancellationToken).AsTask().Result[0].MissingDays;

    private static FactTable Table(Func<int, int> facts) => FactTable
        .From("facts", Enumerable.Range(0, Days).SelectMany(day => Enumerable.Repeat(day, facts(day))))
        .At(day => First.PlusDays(day))
        .Build();
}
