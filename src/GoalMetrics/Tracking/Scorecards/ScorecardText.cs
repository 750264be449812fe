using System.Globalization;

namespace GoalMetrics;

// A scorecard in lines of text: business goals, goals, and what is read of KPIs and performance indicators.
internal static class ScorecardText
{
    private static readonly LocalizedText
        Named = new("{0}: {1}", "{0}: {1}"),
        ReadIn = new("{0}, {1}: {2}", "{0}, {1}: {2}"),
        Changed = new("{0} ({1} since {2})", "{0} ({1} siden {2})"),
        Judged = new("{0} ({1} since {2}, {3})", "{0} ({1} siden {2}, {3})"),
        SoFar = new("{0} so far", "{0} indtil nu");

    private static readonly LocalizedText[] Verdicts =
    [
        new("not judged", "ikke vurderet"),
        new("better", "bedre"),
        new("worse", "dårligere"),
        new("unchanged", "uændret"),
    ];

    public static string Of(Scorecard scorecard, CultureInfo? culture)
    {
        var (kpis, indicators) = (scorecard.Kpis, scorecard.PerformanceIndicators);
        var titles = new MeasureTitles(
            [.. kpis.Select(kpi => kpi.Measure), .. indicators.Select(indicator => indicator.Measure)], culture);
        return string.Join('\n',
        [
            .. scorecard.BusinessGoals.Select(goal => Named.Fill(culture, goal.Goal.Title.In(culture), goal.ToText(culture))),
            .. scorecard.Goals.Select(goal => Named.Fill(culture, goal.Goal.Statement ?? goal.Goal.Id, goal.ToText(culture))),
            .. kpis.Select(kpi => Of(titles.Of(kpi.Measure), Shown(kpi), culture)),
            .. indicators.Select(indicator => Of(titles.Of(indicator.Measure), Shown(indicator), culture)),
            .. scorecard.Findings.Where(IsOfReadings).Select(finding => finding.Message(culture)),
        ]);
    }

    // What the reader of the figures must know beside them. Goals say their own, and what does not fit together in the strategy is no
    // matter of the figures.
    private static bool IsOfReadings(Finding finding) =>
        finding.Severity >= FindingSeverity.Warning
        && !finding.Path.StartsWith("goals/", StringComparison.Ordinal)
        && !finding.Code.StartsWith("STRATEGY-", StringComparison.Ordinal);

    // On the first day of a month nothing may be known of it yet, and the month before is what is known.
    private static MeasureReading Shown<TMeasure>(MeasureStanding<TMeasure> standing)
        where TMeasure : Measure
    {
        if (!standing.Current.Value.IsDefined && standing.LatestClosed.Value.IsDefined)
        {
            return standing.LatestClosed;
        }

        return standing.Current;
    }

    // What a period that is not over is compared with stands in the reading, not in the line.
    private static string Of(string title, MeasureReading reading, CultureInfo? culture)
    {
        var value = reading.Value.ToString(culture);
        var name = reading.Period.ToText(culture);
        var period = reading.State == PeriodState.Open ? SoFar.Fill(culture, name) : name;
        return ReadIn.Fill(culture, title, period, WithChange(value, reading, culture));
    }

    private static string WithChange(string value, MeasureReading reading, CultureInfo? culture)
    {
        var change = reading.FromPrevious;
        if (!change.Absolute.IsDefined || reading.Compared.Count == 0 || reading.Compared[0].Earlier is not { } earlier)
        {
            return value;
        }

        var (amount, since) = (Signed(change.Absolute, culture), earlier.ToText(culture));
        if (reading.Verdict == ChangeVerdict.Unknown)
        {
            return Changed.Fill(culture, value, amount, since);
        }

        return Judged.Fill(culture, value, amount, since, Verdicts[(int)reading.Verdict].In(culture));
    }

    private static string Signed(Quantity amount, CultureInfo? culture)
    {
        if (amount is { IsNegative: false, Amount: not 0m })
        {
            return $"+{amount.ToString(culture)}";
        }

        return amount.ToString(culture);
    }
}
