using System.Globalization;
using GoalMetrics;
using Spectre.Console;

namespace Webshop;

/// <summary>Prints to a terminal: aligned columns, and colour where the terminal has it.</summary>
internal sealed class Page
{
    private readonly IAnsiConsole _console;

    public Page(IAnsiConsole console, CultureInfo culture)
    {
        _console = console;
        Culture = culture;

        // Redirected output has no width of its own, and tables must not be folded there.
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = 140;
        }
    }

    public CultureInfo Culture { get; }

    public void Title(string title)
    {
        _console.WriteLine();
        _console.Write(new Text(title, new Style(decoration: Decoration.Bold)));
        _console.WriteLine();
        _console.WriteLine(new string('─', title.Length));
    }

    public void Text(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            _console.WriteLine(line.TrimEnd());
        }
    }

    public void BusinessGoals(IEnumerable<BusinessGoalProgress> goals)
    {
        var table = Table("Business goal", "Attainment", "Worst status", "SMART goals");
        foreach (var goal in goals)
        {
            table.AddRow(
                new Text(goal.Goal.Title.In(Culture)),
                Figure(goal.Goals.Count == 0 ? "–" : goal.Attainment.ToString(Culture)),
                goal.Goals.Count == 0 ? new Text("–") : Status(goal.WorstStatus),
                Figure(goal.Goals.Count.ToString(Culture)));
        }

        _console.Write(table);
    }

    public void Goal(GoalProgress progress)
    {
        Title($"Goal: {progress.Goal.Statement}");
        var grid = new Grid().AddColumn().AddColumn(new GridColumn().RightAligned()).AddColumn();
        Row("Status", progress.Status.Title().In(Culture), "", StyleOf(progress.Status));
        Row($"Baseline ({progress.Goal.Target?.Baseline})", progress.Baseline.ToString(Culture), "");
        Row("Target", progress.Target.ToString("R", Culture), "");
        Row("Accumulated", progress.Actual.ToString(Culture), $"{progress.Attainment.ToString(Culture)} of the target");
        Row(
            "Expected by now",
            progress.Expected.ToString(Culture),
            $"{progress.ElapsedDays.ToString("0.##", Culture)} of {progress.Goal.Period?.Days.ToString(Culture)} days");
        Row("Pace", progress.Pace.ToString("N3", Culture), "1 is on time");
        Row("Lands at", progress.Landing.ToString(Culture), "if it goes on like this");
        Row("A day has brought", progress.RunRate.ToString(Culture), "");
        Row(
            "A day must bring",
            progress.RequiredRate.ToString(Culture),
            $"for the {progress.RemainingDays.ToString("0.##", Culture)} days left");
        _console.Write(grid);

        void Row(string label, string figure, string note, Style? style = null) =>
            grid.AddRow(new Text(label), new Text(figure, style), new Text(note));
    }

    public void Kpis(IEnumerable<MeasureStanding<Kpi>> kpis)
    {
        Title("KPIs: this month so far against the same days of the month before");
        var table = Table("KPI", "Period", "Value", "Before", "Change", "", "Last closed", "Value");
        foreach (var kpi in kpis)
        {
            Add(kpi.Measure.Title.In(Culture), kpi.Current, kpi.LatestClosed);
            foreach (var member in kpi.Breakdown)
            {
                Add($"  {string.Join(", ", member.Members)}", member.Reading, null);
            }
        }

        _console.Write(table);

        void Add(string title, MeasureReading now, MeasureReading? closed) => table.AddRow(
            new Text(title),
            new Text(now.Period.ToString()),
            Figure(Show(now.Value)),
            Figure(Show(now.Previous)),
            Change(now),
            Verdict(now.Verdict),
            new Text(closed?.Period.ToString() ?? ""),
            Figure(closed is null ? "" : Show(closed.Value)));
    }

    public void Indicators(IEnumerable<MeasureStanding<PerformanceIndicator>> indicators)
    {
        Title("Performance indicators: the latest day against the day before");
        var table = Table("Indicator", "Day", "Value", "Before", "Change", "", "A year earlier");
        foreach (var indicator in indicators)
        {
            var latest = indicator.LatestClosed;
            table.AddRow(
                new Text(indicator.Measure.Title.In(Culture)),
                new Text(latest.Period.ToString()),
                Figure(Show(latest.Value)),
                Figure(Show(latest.Previous)),
                Change(latest),
                Verdict(latest.Verdict),
                Figure(Show(latest.FromYearEarlier.From)));
        }

        _console.Write(table);
    }

    public void History(string title, MetricTable answer)
    {
        Title(title);
        var measures = answer.Measures;
        var table =
            Table([.. measures.Select(measure => measure.Title.In(Culture)).Prepend("State").Prepend("Period"), "Order value before"]);
        foreach (var row in answer.Rows)
        {
            table.AddRow([
                new Text(row.Period.ToString()),
                new Text(row.State == PeriodState.Open ? "so far" : row.State.ToString()),
                .. measures.Select(measure => Figure(Show(row[measure]))),
                Figure(Show(row.Earlier(measures[0], PeriodComparison.PreviousPeriod)))]);
        }

        _console.Write(table);
    }

    public void Findings(IEnumerable<Finding> findings)
    {
        Title("Findings");
        foreach (var finding in findings.DefaultIfEmpty())
        {
            Text(finding is null ? "None." : $"{finding.Severity}: {finding.Message(Culture)} {finding.Suggestion(Culture)}");
        }
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column).NoWrap());
        }

        return table;
    }

    private static Text Figure(string text) => new Text(text).RightJustified();

    private static Style StyleOf(GoalStatus status) => new(status switch
    {
        GoalStatus.OnTrack or GoalStatus.Achieved => Color.Green,
        GoalStatus.AtRisk => Color.Yellow,
        GoalStatus.OffTrack or GoalStatus.Missed => Color.Red,
        _ => Color.Default,
    });

    private static Text Verdict(ChangeVerdict verdict) => verdict switch
    {
        ChangeVerdict.Better => new Text("better", new Style(Color.Green)),
        ChangeVerdict.Worse => new Text("worse", new Style(Color.Red)),
        _ => new Text(""),
    };

    private Text Status(GoalStatus status) => new(status.Title().In(Culture), StyleOf(status));

    // A table has no room for reasons; the findings have. Shares line up with two decimals.
    private string Show(Quantity quantity)
    {
        if (!quantity.IsDefined)
        {
            return "–";
        }

        var format = quantity.Unit == Unit.Ratio ? "G2" : "G";
        return quantity.ToString(format, Culture);
    }

    // Ratios change by percentage points, everything else by a share.
    private Text Change(MeasureReading reading) => Figure(
        reading.Value.Unit == Unit.Ratio ? reading.FromPrevious.Absolute.ToString("G2", Culture) : Show(reading.FromPrevious.Relative));
}
