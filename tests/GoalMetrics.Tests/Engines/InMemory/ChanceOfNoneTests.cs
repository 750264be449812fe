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

    [Theory] // An order has one to three lines, or five: days are empty as often as without lines, though they have more rows.
    [InlineData(3.5, 3)]
    [InlineData(4, 5)]
    public void MissingDays_FewOrdersOfSeveralLines_AreLeftToChance(double orders, int mostLines) =>
        Found((_, noise) => Lines(orders, mostLines, noise)).Should().BeLessThan(5);

    [Theory] // Times by the day or the hour say of no two orders that they came together.
    [InlineData(24)]
    [InlineData(4)]
    public void MissingDays_FewOrdersByCoarseTimes_AreLeftToChance(int hours)
    {
        var noise = new Random(9);
        var found = Enumerable.Range(0, 100).Count(_ => Missing(FactTable
            .From("facts", Enumerable.Range(0, Days).SelectMany(day => Enumerable.Repeat(day, Drawn(4d, noise))))
            .At(day => First.PlusDays(day).AtMidnight().InUtc().ToInstant() + Duration.FromHours(hours * noise.Next(24 / hours)))
            .Build()).Any());

        found.Should().BeLessThan(5);
    }

    [Fact] // One order in two days at first, twenty a day in the end.
    public void MissingDays_FewFactsAtFirst_AreLeftToChance() => Found(day => 0.5 + (19.5 * day / Days)).Should().BeLessThan(10);

    [Fact]
    public void MissingDays_FewFactsInWinter_AreLeftToChance() =>
        Found(day => 7d + (5d * Math.Sin(2d * Math.PI * day / Days))).Should().BeLessThan(5);

    [Fact] // Ten times as many before Christmas: the days just before that are like those before them.
    public void MissingDays_FewFactsBeforeAHighSeason_AreLeftToChance() => Found(day => day > 320 ? 60d : 4d).Should().BeLessThan(5);

    [Fact] // A shop that grows has days without orders at first; one in its tenth month is missing.
    public void MissingDays_ADayWithoutFactsAmongMany_IsMissingThoughOthersHaveFew()
    {
        var noise = new Random(5);
        int[] facts = [.. Enumerable.Range(0, Days).Select(day => Drawn((day + 1) / 5d, noise))];
        facts[300] = 0;

        facts.Take(60).Should().Contain(0);
        Missing(Table(day => facts[day])).Should().Equal(First.PlusDays(300));
    }

    [Theory] // Twenty orders a day of up to seven lines: lines of one instant are one event, those of one date may be orders.
    [InlineData(12)]
    [InlineData(20)]
    public void MissingDays_ADayWithoutOrdersOfSeveralLines_IsMissing(double orders)
    {
        int[] closed = [100, 200, 300];
        var noise = new Random(5);
        var lines = Enumerable.Range(0, Days).Where(day => !closed.Contains(day)).SelectMany(day => OrderLines(day, orders, noise));
        var table = FactTable.From("facts", lines).At(time => time).Build();

        Missing(table).Should().Equal(closed.Select(First.PlusDays));
    }

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

    private static int Found(Func<int, double> meanOf) => Found((day, noise) => Drawn(meanOf(day), noise));

    // In how many of 100 tables any day is called missing.
    private static int Found(Func<int, Random, int> factsOf)
    {
        var noise = new Random(9);
        return Enumerable.Range(0, 100).Count(_ => Missing(Table(day => factsOf(day, noise))).Any());
    }

    private static int Lines(double orders, int most, Random noise) =>
        Enumerable.Range(0, Drawn(orders, noise)).Sum(_ => noise.Next(1, most + 1));

    // All lines of an order are of the same second.
    private static IEnumerable<Instant> OrderLines(int day, double orders, Random noise) =>
        Enumerable.Range(0, Drawn(orders, noise))
            .Select(_ => First.PlusDays(day).AtMidnight().InUtc().ToInstant().Plus(Duration.FromSeconds(noise.Next(86_400))))
            .SelectMany(time => Enumerable.Repeat(time, noise.Next(1, 8)));

    private static IReadOnlyList<LocalDate> Missing(FactTable table) => new InMemorySource(ReportingCalendar.Utc, table)
        .DescribeAsync(["facts"], TestContext.Current.CancellationToken).AsTask().Result[0].MissingDays;

    private static FactTable Table(Func<int, int> facts) => FactTable
        .From("facts", Enumerable.Range(0, Days).SelectMany(day => Enumerable.Repeat(day, facts(day))))
        .At(day => First.PlusDays(day))
        .Build();
}
