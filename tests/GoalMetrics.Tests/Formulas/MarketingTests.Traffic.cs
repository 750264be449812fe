namespace GoalMetrics.Tests.Formulas;

public sealed partial class MarketingTests
{
    [Fact]
    public void ShareOfTraffic_ByHand_IsTheSourceOverAll()
    {
        // By the definition, sessions from the source / all sessions: 30 of 120 is a quarter.
        Marketing.ShareOfTraffic(sessionsFromSource: 30, allSessions: 120).Should().Be(Quantity.Ratio(0.25m));

        // Reference shoppers-cr: 10,551 of 12,330 sessions by returning visitors; quotient by GNU bc.
        Marketing.ShareOfTraffic(sessionsFromSource: 10_551, allSessions: 12_330).ShouldRoundTo(0.85571776155717761557m, Unit.Ratio);
    }

    [Fact]
    public void ShareOfTraffic_NoSessions_IsUndefined() =>
        Marketing.ShareOfTraffic(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "allSessions");

    [Fact]
    public void BounceRate_NoSessions_IsUndefined() =>
        Marketing.BounceRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "sessions");

    [Fact]
    public void EngagementRate_NoSessions_IsUndefined() =>
        Marketing.EngagementRate(0, 0).ShouldBeUndefined(UndefinedReason.ZeroDenominator, "sessions");

    [Fact]
    public void PagesPerSession_RealShop_IsThePublishedFigure()
    {
        // Reference ga-store-2017q1, "pages_per_visit": January and February.
        var perSession = Unit.Count("page").Per("session");
        Marketing.PagesPerSession(pageViews: 257_708, sessions: 64_694).ShouldRoundTo(3.983491513896188m, perSession);
        Marketing.PagesPerSession(pageViews: 233_373, sessions: 62_192).ShouldRoundTo(3.752460123488552m, perSession);
    }

    [Fact]
    public void PagesPerSession_NoSessions_IsUndefinedInItsUnit()
    {
        var pages = Marketing.PagesPerSession(5, 0);
        pages.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "sessions");
        pages.Unit.Should().Be(Unit.Count("page").Per("session"));
    }

    [Fact]
    public void AverageSessionDuration_ByHand_IsATime()
    {
        // By hand: 3,000 / 1,200 minutes.
        var average = Marketing.AverageSessionDuration(Quantity.Duration(3_000, DurationUnit.Minute), sessions: 1_200);
        average.Should().Be(Quantity.Duration(2.5m, DurationUnit.Minute));
        Marketing.AverageSessionDuration(Quantity.Duration(90, DurationUnit.Second), Quantity.Count(4, "visit"))
            .Should().Be(Quantity.Duration(22.5m, DurationUnit.Second));
    }

    [Fact]
    public void AverageSessionDuration_NoSessions_IsUndefinedInItsUnit()
    {
        var average = Marketing.AverageSessionDuration(Quantity.Duration(0, DurationUnit.Second), 0);
        average.ShouldBeUndefined(UndefinedReason.ZeroDenominator, "sessions");
        average.Unit.Should().Be(Unit.Duration(DurationUnit.Second));
    }

    [Fact]
    public void AverageSessionDuration_NegativeTotal_IsOutOfDomain()
    {
        var average = Marketing.AverageSessionDuration(Quantity.Duration(-1, DurationUnit.Second), 5);
        average.ShouldBeUndefined(UndefinedReason.OutOfDomain, "totalDuration");
        average.Unit.Should().Be(Unit.Duration(DurationUnit.Second));
    }
}
