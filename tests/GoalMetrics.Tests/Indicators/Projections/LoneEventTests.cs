using NodaTime;

namespace GoalMetrics.Tests.Indicators.Projections;

/// <summary>
/// What happened once says nothing about the days ahead: 100 orders a weekday and 60 on weekends, with a noise of a tenth, from 17 weeks;
/// 2,480 in the four weeks ahead.
/// </summary>
public sealed class LoneEventTests
{
    private const int Days = 119;
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly LocalDate Today = First.PlusDays(Days);

    [Theory] // One sale of three times as much moved the four weeks by a fourth.
    [InlineData(118, 118)]
    [InlineData(115, 118)]
    [InlineData(60, 61)]
    public void Landing_ASaleThatWasNeverBefore_IsThatOfUsualDays(int first, int last)
    {
        var projection = Projected(day => day >= first && day <= last ? 3m : 1m);

        projection.Landing().Estimate.Should().BeApproximately(2_480d, 100d);
        projection.Findings.Should().ContainSingle().Which.Message().Should().Be(
            $"'orders' was far from what is usual from {First.PlusDays(first):R} to {First.PlusDays(last):R}, and on no other days:"
            + " the projection does not learn from them.");
    }

    [Fact] // A day that was almost closed, or not loaded whole.
    public void Landing_AFallThatWasNeverBefore_IsThatOfUsualDays()
    {
        var projection = Projected(day => day == 115 ? 0.01m : 1m);

        projection.Landing().Estimate.Should().BeApproximately(2_480d, 100d);
        projection.Findings.Select(finding => finding.Code).Should().Equal("PROJECTION-EVENT");
    }

    [Fact] // What has come stays: 300 in place of 100 on the last day, a Friday.
    public void SoFar_TheEvent_Counts()
    {
        var usual = Projected(_ => 1m, Calendar.Month(2026, 5)).SoFar;
        var sale = Projected(day => day == 116 ? 3m : 1m, Calendar.Month(2026, 5)).SoFar;

        (sale - usual).Amount.Should().Be(2m * Orders(116));
    }

    [Fact] // Twice is not once, and five days are how it is now.
    public void Landing_WhatHappenedTwiceOrLasts_IsLearntFrom()
    {
        Projected(day => day is 60 or 116 ? 3m : 1m).Findings.Should().BeEmpty();
        var lasting = Projected(day => day >= 114 ? 3m : 1m);

        lasting.Findings.Should().BeEmpty();
        lasting.Landing().Estimate.Should().BeGreaterThan(3_500d);
    }

    [Fact] // Six standard deviations are far, three are not.
    public void Landing_NoiseAlone_HasNoEvent()
    {
        Projected(_ => 1m).Findings.Should().BeEmpty();
        Projected(day => day == 116 ? 1.3m : 1m).Findings.Should().BeEmpty();
    }

    [Fact] // 300 in stock where 100 were until two days ago, and no sign that they will be sold.
    public void Landing_ABalanceThatHasMoved_StaysThere()
    {
        var table = FactTable.From("stock", Enumerable.Range(0, Days)).At(day => First.PlusDays(day))
            .Balance("pieces", day => Orders(day - (day % 7)) + (day >= Days - 2 ? 200m : 0m), Unit.Count("piece")).Build();
        var projection = new InMemorySource(Calendar, table).Project(
            Metric.Balance("stock", table, "pieces"), Grain.Day, Calendar.StartOfDay(Today), Calendar.Range(Today, Today.PlusDays(28)));

        projection.Findings.Should().BeEmpty();
        projection.Landing().Estimate.Should().BeInRange(200d, 320d);
    }

    [Fact] // Half of eight weeks is too short to know what is usual.
    public void Landing_AShortHistory_HasNoEvent() => Projected(day => day == 116 ? 3m : 1m, from: 70).Findings.Should().BeEmpty();

    private static Projection Projected(Func<int, decimal> factor, ReportingPeriod? period = null, int from = 0)
    {
        var table = FactTable.From("shop", Enumerable.Range(from, Days - from)).At(day => First.PlusDays(day))
            .Value("orders", day => decimal.Round(factor(day) * Orders(day), 2), Unit.Count("order")).Build();
        return new InMemorySource(Calendar, table).Project(
            Metric.Sum("orders", table, "orders"),
            Grain.Day,
            Calendar.StartOfDay(Today),
            period ?? Calendar.Range(Today, Today.PlusDays(28)));
    }

    // Noise of fixed seeds: twelve uniform numbers add up to a variance of 1.
    private static decimal Orders(int day)
    {
        var noise = new Random(day);
        var usual = day % 7 >= 5 ? 60d : 100d;
        var normal = Enumerable.Range(0, 12).Sum(_ => noise.NextDouble()) - 6d;
        return (decimal)Math.Round(usual * (1d + (0.1 * normal)));
    }
}
