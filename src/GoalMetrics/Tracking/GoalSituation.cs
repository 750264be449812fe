using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// What every judgement of a goal starts from: until when the data reach, the baseline, the target's value, and what was found.
internal sealed class GoalSituation(SmartGoal goal, MetricReader reader)
{
    private readonly List<Finding> _findings = [];
    private Duration _settling;
    private LocalDate _beginning = goal.Period!.StartDate;

    public SmartGoal Goal => goal;

    public ReportingPeriod Period { get; } = goal.Period!;

    public Target GoalTarget { get; } = goal.Target!;

    public Instant AsOf => reader.AsOf;

    public Instant JudgedAt { get; private set; } = reader.AsOf;

    public Quantity Baseline { get; private set; }

    public Quantity Target { get; private set; } = Quantity.Ratio(1m);

    public Quantity Expected
    {
        get
        {
            var share = goal.Path.ShareAt(Period, JudgedAt);
            return share is >= 0m and <= 1m
                ? Quantity.Ratio(share)
                : throw new InvalidOperationException(
                    FormattableString.Invariant($"Goal '{goal.Id}': its path {goal.Path.GetType().Name} expects a share of {share} at {JudgedAt}. Expected one from 0 to 1."));
        }
    }

    public bool HasStarted => JudgedAt > Period.Start;

    public PeriodState State => Period.State(JudgedAt, _settling);

    public bool IsClosed => State == PeriodState.Closed;

    public decimal ElapsedDays => Period.ElapsedDays(JudgedAt);

    public decimal RemainingDays => Period.Days - ElapsedDays;

    // The goal's period up to the day that is judged, as if it ended there: what rolls does so up to now.
    public MeasureScope ToDate => new(
        JudgedAt >= Period.End || !HasStarted ? Period : Period.Calendar.Range(Period.StartDate, Period.Calendar.DateOf(JudgedAt - Duration.Epsilon).PlusDays(1)),
        Terms with { AsOf = JudgedAt });

    private ScopeTerms Terms => new(AsOf, _beginning, ComparesWhole: false, reader.Tables) { IsOfTotal = true };

    public ImmutableArray<Finding> Findings => [.. _findings];

    // The baseline was measured, and turns out to lie on the better side of the target.
    public bool LeadsWrongWay { get; private set; }

    // Whether the measure must rise to the target. Only where no direction is stated does the baseline tell.
    public bool Rises => GoalTarget.Kind switch
    {
        TargetKind.IncreaseBy => true,
        TargetKind.DecreaseBy => false,
        _ when goal.Measure!.Direction != Direction.Neutral => goal.Measure.Direction == Direction.HigherIsBetter,
        _ => !(Target < Baseline),
    };

    public async ValueTask MeasureAsync(Measure measure, CancellationToken cancellationToken)
    {
        await FindEndOfDataAsync(measure, cancellationToken).ConfigureAwait(false);
        Baseline = await BaselineAsync(measure, cancellationToken).ConfigureAwait(false);
        Target = GoalTarget.ValueFrom(Baseline);
        LeadsWrongWay = !GoalTarget.IsStay && (Rises ? Target < Baseline : Target > Baseline);
        if (LeadsWrongWay)
        {
            Find(TrackingFindings.WrongWay, "target", [new("baseline", Baseline), new("target", Target)]);
        }
    }

    public async ValueTask<(Quantity Value, ImmutableArray<(Measure, Quantity)> Evidence)> ReadAsync(
        Measure measure, MeasureScope scope, CancellationToken cancellationToken)
    {
        var values = await ValuesAsync(measure, [scope], cancellationToken).ConfigureAwait(false);
        var value = measure.Evaluate(scope, values);
        if (!value.IsDefined)
        {
            Find(TrackingFindings.NoValue, "measure", [new("measure", measure.Id), new("reason", value), new("period", Period)]);
        }

        return (value, [.. measure.Evidence(scope, values)]);
    }

    public MeasureScope ScopeOf(ReportingPeriod period) => new(period, Terms);

    public async ValueTask<MetricValues> ValuesAsync(Measure measure, IEnumerable<MeasureScope> scopes, CancellationToken cancellationToken)
    {
        var plan = new MetricPlan();
        foreach (var scope in scopes)
        {
            measure.Plan(scope, plan);
        }

        return (await reader.ReadAsync(plan, [], null, cancellationToken).ConfigureAwait(false)).For([]);
    }

    public IEnumerable<ReportingPeriod> ClosedParts(Grain grain) =>
        Period.SplitBy(grain).Where(part => part.End <= JudgedAt && part.State(AsOf, _settling) == PeriodState.Closed);

    public void Find(FindingKind kind, string part, IEnumerable<FindingArgument>? arguments = null) =>
        _findings.Add(kind.At($"goals/{goal.Id}/{part}", arguments));

    private async ValueTask FindEndOfDataAsync(Measure measure, CancellationToken cancellationToken)
    {
        var (begin, end) = (Instant.MinValue, Instant.MaxValue);
        foreach (var metric in measure.Metrics)
        {
            var table = await reader.DescribeAsync(metric, cancellationToken).ConfigureAwait(false);
            _settling = Duration.Max(_settling, Duration.Max(table.Settling, metric.Settling));
            begin = Instant.Max(begin, table.Coverage?.Start ?? Instant.MinValue);
            _beginning = table.Coverage is { } coverage ? LocalDate.Min(_beginning, Period.Calendar.DateOf(coverage.Start)) : _beginning;
            end = Instant.Min(end, table.Coverage?.End ?? Instant.MinValue);
        }

        var wanted = Instant.Min(JudgedAt, Period.End);
        if (Period.Start < begin && begin < wanted)
        {
            Find(TrackingFindings.DataBegin, "data", [new("gap", Days(Period.Start, begin)), new("begin", Period.Calendar.DateOf(begin))]);
        }

        if (Period.Start < end && end < wanted)
        {
            Find(TrackingFindings.DataEnd, "data", [new("gap", Days(end, wanted)), new("end", Period.Calendar.DateOf(end))]);
            JudgedAt = end;
        }

        decimal Days(Instant from, Instant until) => Math.Round(Period.ElapsedDays(until) - Period.ElapsedDays(from), 2);
    }

    private async ValueTask<Quantity> BaselineAsync(Measure measure, CancellationToken cancellationToken)
    {
        if (GoalTarget.Baseline is not { } baseline)
        {
            return Quantity.Undefined(UndefinedReason.NoData, "baseline", measure.Unit);
        }

        if (baseline.Stated is { } stated)
        {
            return stated;
        }

        var period = baseline.Period!;
        foreach (var metric in measure.Metrics)
        {
            var coverage = (await reader.DescribeAsync(metric, cancellationToken).ConfigureAwait(false)).Coverage;
            if (coverage is { } covered && (covered.Start > period.Start || covered.End < period.End || AsOf < period.End))
            {
                Find(TrackingFindings.PartialBaseline, "target/baseline", [new("period", period)]);
                break;
            }
        }

        var during = ScopeOf(period);
        return measure.Evaluate(during, await ValuesAsync(measure, [during], cancellationToken).ConfigureAwait(false));
    }
}
