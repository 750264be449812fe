using System.Globalization;

namespace GoalMetrics;

// A goal's progress in one line: each nature of goal has its own words, and undefined figures are left out.
internal static class GoalProgressText
{
    private static readonly LocalizedText
        OfTarget = new("{0} of the target", "{0} af måltallet"),
        OfLimit = new("used {0} of the limit", "brugt {0} af grænsen"),
        OfWay = new("{0} of the way", "{0} af vejen"),
        Complete = new("{0} complete", "{0} fuldført"),
        Expected = new("{0} expected", "{0} forventet"),
        Pace = new("pace {0}", "tempo {0}"),
        LandsAt = new("lands at {0}", "ender på {0}"),
        EndedAt = new("ended at {0}", "endte på {0}"),
        StandsAt = new("stands at {0}", "ligger på {0}"),
        StoodAt = new("stood at {0} in {1}", "lå på {0} i {1}"),
        Target = new("target {0}", "måltal {0}"),
        Limit = new("limit {0}", "grænse {0}"),
        Kept = new("periods kept: {0} of {1}", "perioder overholdt: {0} af {1}"),
        NotKnown = new("not known: {0}", "ukendt: {0}"),
        Latest = new("{0} in {1}", "{0} i {1}"),
        AtLeast = new("wanted: at least {0}", "ønsket: mindst {0}"),
        AtMost = new("wanted: at most {0}", "ønsket: højst {0}"),
        Within = new("wanted: {0} to {1}", "ønsket: {0} til {1}");

    public static string Of(GoalProgress progress, CultureInfo? culture)
    {
        var status = progress.Status.Title().In(culture);
        var text = string.Join(", ", Parts(progress, culture));
        var stop = text.Length == 0 || text.EndsWith('.') ? "" : ".";
        var warnings = string.Join(" ", Warnings(progress, culture));
        if (warnings.Length > 0)
        {
            text = $"{text}{stop} {warnings}".TrimStart();
        }

        if (text.Length == 0)
        {
            return status;
        }

        return $"{status}: {text}";
    }

    // What the reader of the figures must know beside them.
    private static IEnumerable<string> Warnings(GoalProgress progress, CultureInfo? culture)
    {
        if (progress.Actual.IsDefined || progress.Readings.Count > 0)
        {
            // The periods that are not known have been counted.
            return progress.Findings
                .Where(finding => finding.Severity >= FindingSeverity.Warning && finding.Kind != GoalFindings.UnknownReading)
                .Select(finding => finding.Message(culture));
        }

        return [];
    }

    private static IEnumerable<string> Parts(GoalProgress progress, CultureInfo? culture)
    {
        if (progress.Status == GoalStatus.NotStarted)
        {
            return [];
        }

        if (progress.Nature == GoalNature.Stay && progress.Readings.Count > 0)
        {
            return Readings(progress, culture);
        }

        if (progress.Actual.IsDefined)
        {
            return Figures(progress, culture);
        }

        // The last finding is the one that stopped the judgement.
        return progress.Findings.TakeLast(1).Select(finding => finding.Message(culture));
    }

    private static IEnumerable<string> Figures(GoalProgress progress, CultureInfo? culture)
    {
        var end = progress.State == PeriodState.Open ? LandsAt : EndedAt;
        (LocalizedText Words, Quantity Figure, string? Format)[] figures = progress.Nature switch
        {
            GoalNature.Milestones =>
            [
                (Complete, progress.Attainment, null), (Expected, progress.Expected, null), (Pace, progress.Pace, "N2"),
            ],
            GoalNature.Level when progress.IsKeptDown => [(StandsAt, progress.Actual, null), (Limit, progress.Target, null)],
            GoalNature.Level =>
            [
                (OfWay, progress.Attainment, null), (Expected, progress.Expected, null), (Pace, progress.Pace, "N2"),
                (StandsAt, progress.Actual, null), (Target, progress.Target, null),
            ],
            GoalNature.Flow when progress.IsKeptDown =>
            [
                (OfLimit, progress.LimitUsed, null), (Expected, progress.Expected, null), (Pace, progress.Pace, "N2"),
                (end, progress.Landing, null), (Limit, progress.Target, null),
            ],
            _ =>
            [
                (OfTarget, progress.Attainment, null), (Expected, progress.Expected, null), (Pace, progress.Pace, "N2"),
                (end, progress.Landing, null), (Target, progress.Target, null),
            ],
        };
        var hasShare = progress.Attainment.IsDefined || progress.LimitUsed.IsDefined;
        return figures
            .Where(one => one.Figure.IsDefined && (hasShare || one.Words != Expected))
            .Select(one => Line(one.Words, one.Figure.ToString(one.Format, culture)));

        string Line(LocalizedText words, string figure)
        {
            if (words == StandsAt && progress.ReadIn is { } period)
            {
                return StoodAt.Fill(culture, figure, period);
            }

            return words.Fill(culture, figure);
        }
    }

    private static IEnumerable<string> Readings(GoalProgress progress, CultureInfo? culture)
    {
        var latest = progress.Readings[^1];
        yield return Kept.Fill(culture, progress.Readings.Count(reading => reading.IsKept == true), progress.Readings.Count);
        if (progress.Readings.Count(reading => reading.IsKept is null) is > 0 and var unknown)
        {
            yield return NotKnown.Fill(culture, unknown);
        }

        if (latest.Value.IsDefined)
        {
            yield return Latest.Fill(culture, latest.Value.ToString(culture), latest.Period.ToText(culture));
        }

        var target = progress.Goal.Target!;
        var value = target.Value!.Value.ToString(culture);
        yield return target.Kind switch
        {
            TargetKind.StayAtLeast => AtLeast.Fill(culture, value),
            TargetKind.StayAtMost => AtMost.Fill(culture, value),
            _ => Within.Fill(culture, value, target.Upper!.Value.ToString(culture)),
        };
    }
}
