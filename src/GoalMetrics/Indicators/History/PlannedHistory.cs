using NodaTime;

namespace GoalMetrics;

// The history of one measure as part of a plan: checked and compiled before the plan is read, made from its answer afterwards.
internal sealed class PlannedHistory
{
    private readonly HistoryQuestion _asked;
    private readonly ReadingPart _part;
    private readonly RatioForm? _ratio;
    private readonly SharedCoverage _data;
    private readonly QueryRange? _range;
    private readonly MeasureNode? _node;
    private readonly PlannedObservations? _observations;
    private readonly PlannedHistory? _hours;

    public PlannedHistory(HistoryQuestion asked, ReadingPlan plan)
    {
        _asked = asked;
        _part = plan.Total(asked.Filter);
        _ratio = RatioForm.Of(asked.Measure);
        _data = new(asked.Measure.Metrics, plan.Tables, plan.AsOf, plan.AsOf);
        if (asked.RangeIn(plan) is not var (start, end))
        {
            return;
        }

        _range = new(asked.QueryOver(start, end, plan.AsOf), plan.Tables);
        IReadOnlyList<ReadingWindow?> windows = [.. _range.WindowsOf(asked.Measure).Take(_range.Periods.Count)];
        _node = asked.Measure.Compile(windows, _part);
        _observations = PlannedObservations.Of(asked.Measure, windows, _part);
        _hours = HoursOf(asked, plan);
    }

    // Once the plan has been read, with the members that filters of any measure misspell.
    public MeasureHistory Read(IReadOnlyList<Finding> misspelt)
    {
        var (measure, plan) = (_asked.Measure, _part.Plan);
        var own = measure.Metrics.Select(metric => $"measures/{metric.Id}").ToHashSet(StringComparer.Ordinal);
        return new(measure, _asked.Grain, plan.AsOf, Points())
        {
            KnownUntil = HasData ? Instant.Min(_data.End, plan.AsOf) : null,
            BalancesUntil = BalancesUntil(),
            Filter = _asked.Filter,
            Ratio = _ratio,
            Hours = _hours?.Points() ?? [],
            Findings =
            [
                .. DataFindings.Of(measure.Metrics, plan.Tables),
                .. OfData(),
                .. DataFindings.UncountedIn(measure, plan.Tables, plan.AsOf),
                .. misspelt.Where(finding => own.Contains(finding.Path)),
            ],
        };
    }

    // Of the weeks before the day in which the data end. Null where they end with one, and where hours do not add up to days.
    private PlannedHistory? HoursOf(HistoryQuestion asked, ReadingPlan plan)
    {
        if (!asked.WithHours || asked.Grain == Grain.Hour || !HasData || !asked.Measure.IsMadeOfHours(plan.Tables))
        {
            return null;
        }

        var calendar = plan.Tables.Calendar;
        var until = Instant.Min(_data.End, plan.AsOf);
        var today = calendar.DateHolding(until);
        var first = LocalDate.Max(today - UsualRest.Back, ReportingCalendar.MinDate);
        if (calendar.StartOf(today) < until && first < today)
        {
            return new(asked with { Grain = Grain.Hour, From = first, Until = today, WithHours = false }, plan);
        }

        return null;
    }

    private bool HasData => _data.End < Instant.MaxValue && _data.Begin < _part.Plan.AsOf;

    // A balance that has a date is that of the whole day, whatever the time.
    private Instant? BalancesUntil()
    {
        var plan = _part.Plan;
        var today = plan.Tables.Calendar.PeriodAt(Grain.Day, plan.AsOf);
        var tables = _asked.Measure.Metrics.Select(metric => plan.Tables.Of(metric.Table)).ToList();
        if (HasData && today.Start < plan.AsOf && tables.TrueForAll(HasToday))
        {
            return today.End;
        }

        return null;

        bool HasToday(TableDescription table) => table.Schema.FactGrain is null && table.IsByDay() && table.LatestFact >= today.Start;
    }

    private List<Finding> OfData()
    {
        if (_range is null)
        {
            return [];
        }

        var lacking = new LackingData();
        for (var i = 0; i < _range.Periods.Count; i++)
        {
            _node!.AddLacking(i, lacking);
        }

        return _range.DataFindings(lacking);
    }

    // Periods of the last day that have not begun are none of the past.
    private List<HistoryPoint> Points()
    {
        var points = new List<HistoryPoint>();
        for (var i = 0; _range is not null && i < _range.Periods.Count && _range.Periods[i].Start < _range.AsOf; i++)
        {
            points.Add(PointAt(i));
        }

        return points;
    }

    private HistoryPoint PointAt(int window)
    {
        var (period, state, reading) = (_range!.PeriodAt(window), _range.StateAt(window), _part.Total);
        var inputs = _node!.Evidence(window, reading);
        var point = new HistoryPoint(period, state, CoverageOf(window), _node.Value(window, reading))
        {
            N = _observations?.At(window, reading),
            Times = TimesOf(window),
            Inputs = inputs,
        };
        if (_ratio is null || inputs.Count == 0)
        {
            return point;
        }

        var denominator = inputs[_ratio.DenominatorPlace].Value;
        return new(period, state, point.Coverage, point.Value)
        {
            Numerator = inputs[_ratio.NumeratorPlace].Value,
            Denominator = denominator,
            N = denominator.Unit?.Kind == UnitKind.Count ? PlannedObservations.WholeNumber(denominator) : null,
            Times = point.Times,
            Inputs = inputs,
        };
    }

    private IReadOnlyList<Interval>? TimesOf(int window)
    {
        if (_asked.Measure.LooksBack)
        {
            return null;
        }

        return _node!.Times(window);
    }

    private HistoryCoverage CoverageOf(int window)
    {
        var period = _range!.PeriodAt(window);
        var over = Instant.Min(period.End, _range.AsOf);
        var looksBack = _asked.Measure.LooksBack;
        if (!looksBack && HasData && _data.End <= period.Start)
        {
            return HistoryCoverage.None;
        }

        // A cumulative value begins with the data, whenever that is; a period that goes on beyond their end is a part of itself.
        var isWhole = _node!.Coverage(window) switch
        {
            WindowCoverage.Full => looksBack || !HasData || _data.End >= over,
            WindowCoverage.AsFarAsDataGo => HasData && _data.End >= over,
            _ => false,
        };
        if (isWhole && !period.IsPartial)
        {
            return HistoryCoverage.Full;
        }

        if (!isWhole && _node.Times(window) is { Count: 0 })
        {
            return HistoryCoverage.None;
        }

        return HistoryCoverage.Partial;
    }
}
