using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics;

internal static class NumberAssertions
{
    /// <summary>Within this share of the figure, or of 1e-300 where that is more.</summary>
    public static void ShouldBeNear(this double actual, double figure, double relative = 1e-12) =>
        actual.Should().BeInRange(figure - Slack(figure, relative), figure + Slack(figure, relative));

    public static void ShouldBeNear(this Statistic actual, double figure, double relative = 1e-12) =>
        actual.Value.ShouldBeNear(figure, relative);

    /// <summary>The figure, printed with this many decimals by its source.</summary>
    public static void ShouldRoundTo(this double actual, double figure, int decimals) =>
        Math.Round(actual, decimals).Should().BeApproximately(figure, 1e-12);

    public static void ShouldBeNear(this Interval actual, double lower, double upper, double relative = 1e-12)
    {
        actual.Lower.ShouldBeNear(lower, relative);
        actual.Upper.ShouldBeNear(upper, relative);
    }

    public static void ShouldBeUndefined(this Statistic actual, UndefinedReason reason, string? cause = null) =>
        (actual.IsDefined, actual.Reason, actual.Cause).Should().Be((false, reason, cause));

    public static void ShouldBeUndefined(this Interval actual, UndefinedReason reason, string? cause = null) =>
        (actual.IsDefined, actual.Reason, actual.Cause).Should().Be((false, reason, cause));

    private static double Slack(double figure, double relative) => relative * Math.Max(Math.Abs(figure), 1e-300);
}
