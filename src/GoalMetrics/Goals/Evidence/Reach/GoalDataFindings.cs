using NodaTime;

namespace GoalMetrics;

// What is said about a goal's data before any is read.
internal sealed class GoalDataFindings(AskedGoal goal, GoalData data)
{
    private ReportingCalendar Calendar => goal.Period.Calendar;

    public List<Finding> Find()
    {
        List<Finding> findings =
        [
            .. DataFindings.Of(goal.Measure.Metrics, data.Source),
            .. DataFindings.UncountedIn(goal.Measure, data.Source, data.AsOf),
            .. data.Cut.Findings,
            .. AtBegin(),
            .. AtEnd(),
        ];
        DataFindings.AddNew(findings, data.Tables.All.SelectMany(GapsIn));
        if (data.Baseline?.Finding is { } ofBaseline)
        {
            findings.Add(ofBaseline);
        }

        return findings;
    }

    // From the first day that can be read on; where that is the first of a whole month, data begin in the one before.
    private IEnumerable<Finding> AtBegin()
    {
        var known = data.Known;
        if (!known.BeginsBetween(goal.Period.Start, data.Reach.Wanted))
        {
            return [];
        }

        var table = known.TableThatBegins!;
        if (known.Shared.IsBeginCut && known.BeginOfTables > goal.Period.Start && data.Tables.OfTotals is { } totals)
        {
            return [WholeBegin(table, totals)];
        }

        var first = LocalDate.Max(Calendar.DateOf(known.Begin), table.FirstDay(Calendar));
        return
        [
            goal.Finding(
                GoalFindings.DataBegin,
                "data",
                [new("table", table.Schema.Name), new("gap", Days(goal.Period.Start, known.Begin)), new("begin", first)]),
        ];
    }

    private Finding WholeBegin(TableDescription table, TableDescription totals) => goal.Finding(
        GoalFindings.WholeBegin,
        "data",
        [
            new("table", table.Schema.Name),
            new("first", table.FirstDay(Calendar)),
            new("gap", Days(goal.Period.Start, data.Known.BeginOfTables)),
            new("totals", totals.Schema.Name),
            new("grain", totals.Schema.FactGrain!.Value.Title()),
            new("begin", Calendar.DateHolding(data.Known.Begin)),
        ]);

    // As far as can be judged. A feed that is some hours late is nothing to mention; a day that is missing is.
    private IEnumerable<Finding> AtEnd()
    {
        var (known, reach) = (data.Known, data.Reach);
        if (!reach.EndsEarly || data.Cut.LeavesNothing || Days(known.End, reach.Wanted) is not (> 0 and var gap))
        {
            return [];
        }

        if (known.TableThatEnds is not { } table)
        {
            return [goal.Finding(GoalFindings.Immature, "data", [new("measure", goal.Measure.Id), new("gap", gap), new("end", LastDay)])];
        }

        if (known.Shared.IsEndCut && data.Tables.OfTotals is { } totals)
        {
            return [WholeEnd(table, totals)];
        }

        if (Days(known.End, table.ExpectedUntil(reach.Wanted, Calendar)) is > 0 and var late)
        {
            return [EndOf(table, late)];
        }

        return AtEndOfTotals(table);
    }

    // Beside totals whose next one cannot be there yet, another table may be late all the same.
    private IEnumerable<Finding> AtEndOfTotals(TableDescription totals)
    {
        if (data.Tables.All.Find(table => LateBy(table) > 0) is not { } late)
        {
            return [TotalToCome(totals)];
        }

        if (late.KnownUntil(data.AsOf, Calendar) <= data.Known.End)
        {
            return [EndOf(late, LateBy(late))];
        }

        return [TotalToCome(totals), .. DataFindings.Within(late, goal.Period.Start, data.Reach.Wanted, data.AsOf, Calendar)];
    }

    private int LateBy(TableDescription table) =>
        Days(table.KnownUntil(data.AsOf, Calendar), table.ExpectedUntil(data.Reach.Wanted, Calendar));

    private Finding EndOf(TableDescription table, int gap) => goal.Finding(
        GoalFindings.DataEnd, "data", [new("table", table.Schema.Name), new("gap", gap), new("end", LastDay)]);

    private Finding TotalToCome(TableDescription table) => goal.Finding(
        GoalFindings.TotalToCome,
        "data",
        [new("table", table.Schema.Name), new("grain", table.Schema.FactGrain!.Value.Title()), new("end", LastDay)]);

    private Finding WholeEnd(TableDescription table, TableDescription totals)
    {
        var end = Instant.Min(data.Known.EndOfTables, data.Reach.Wanted);
        return goal.Finding(
            GoalFindings.WholeEnd,
            "data",
            [
                new("table", table.Schema.Name),
                new("last", table.LastDay(end, Calendar)),
                new("gap", Days(end, data.Reach.Wanted)),
                new("totals", totals.Schema.Name),
                new("grain", totals.Schema.FactGrain!.Value.Title()),
                new("end", LastDay),
            ]);
    }

    // The last day that is judged.
    private LocalDate LastDay => Calendar.DateHolding(data.Reach.JudgedAt - Duration.Epsilon);

    // In the goal's period so far, and in the one that its baseline is measured over. Later days are no matter of the goal.
    private IEnumerable<Finding> GapsIn(TableDescription table)
    {
        var until = Instant.Min(data.Reach.JudgedAt, goal.Period.End);
        var ofGoal = DataFindings.GapsIn(table, goal.Period.Start, until, Calendar);
        if (goal.BaselinePeriod is not { } baseline)
        {
            return ofGoal;
        }

        return DataFindings.GapsIn(table, baseline.Start, baseline.End, Calendar).Concat(ofGoal);
    }

    private int Days(Instant from, Instant until) => Period.DaysBetween(Calendar.DateHolding(from), Calendar.DateHolding(until));
}
