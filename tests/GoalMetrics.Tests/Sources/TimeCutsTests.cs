using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Sources;

/// <summary>Time as cuts can be stated outside of the library, hints and all.</summary>
public sealed class TimeCutsTests
{
    private static readonly TimeCuts Days = TimeCuts.OfDates([new(2026, 1, 1), new(2026, 1, 2), new(2026, 1, 3)], [new(0, 1), new(1, 2)]);

    [Fact]
    public void OfDates_NoHints_HasNone() => (Days.Grain, Days.Zone).Should().Be((null, null));

    [Fact]
    public void WithHints_GrainAndZone_HasBoth()
    {
        var hinted = Days.WithHints(Grain.Day, DateTimeZone.Utc);

        (hinted.Grain, hinted.Zone).Should().Be((Grain.Day, DateTimeZone.Utc));
    }

    [Fact]
    public void WithHints_Any_KeepsCutsAndWindows()
    {
        var hinted = Days.WithHints(Grain.Day, zone: null);

        hinted.Kind.Should().Be(FactTime.Date);
        hinted.Dates.Should().Equal(Days.Dates);
        hinted.Windows.Should().Equal(Days.Windows);
    }

    [Fact]
    public void WithHints_UnknownGrain_IsRefused() => Messages.Of<ArgumentOutOfRangeException>(() => Days.WithHints((Grain)99, zone: null))
        .Should().StartWith("Expected one of Hour, Day, Week, ").And.Contain("(Parameter 'grain')");
}
