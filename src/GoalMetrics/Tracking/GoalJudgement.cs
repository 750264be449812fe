using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

// One judgement of one goal. The numbers of each nature of goal stand in their own method.
internal sealed class GoalJudgement(SmartGoal goal, MetricReader reader, StatusPolicy policy, GoalStatus? previous)
{
    private readonly ReportingPeriod _period = goal.Period!;
    private readonly Target _target = goal.Target!;
    private readonly List<Finding> _findings = [];
    private Instant _judgedAt = reader.AsOf;
    private Duration _settling;

    private bool IsClosed => _period.State(_judgedAt, _settling) == PeriodState.Closed;

    public async ValueTask<GoalProgress> RunAsync(CancellationToken cancellationToken)
    {
        if (_target.Kind == TargetKind.Complete)
        {
            return Milestones();
        }

        var measure = goal.Measure!;
        await FindEndOfDataAsync(measure, cancellationToken).ConfigureAwait(false);
        var baseline = await BaselineAsync(measure, cancellationToken).ConfigureAwait(false);
        var target = _target.ValueFrom(baseline);
        if (_target.IsStay)
        {
            return await StayAsync(measure, baseline, cancellationToken).ConfigureAwait(false);
        }

        if (baseline.IsDefined && target.IsDefined && baseline.CompareTo(target) == 0)
        {
            Find(TrackingFindings.TargetIsBaseline, "target", ("target", target));
            return Progress(NatureOf(measure), GoalStatus.Unknown, baseline, target);
        }

        var rises = Rises(measure, baseline, target);
        if (baseline.IsDefined && target.IsDefined && measure.Direction != Direction.Neutral && rises != (measure.Direction == Direction.HigherIsBetter))
        {
            Find(TrackingFindings.WrongWay, "target", ("baseline", baseline), ("target", target));
        }

        return measure.Additivity == Additivity.Additive
            ? await FlowAsync(measure, baseline, target, rises, cancellationToken).ConfigureAwait(false)
            : await LevelAsync(measure, baseline, target, rises, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<GoalProgress> FlowAsync(Measure measure, Quantity baseline, Quantity target, bool rises, CancellationToken cancellationToken)
    {
        if (_judgedAt <= _period.Start)
        {
            return BeforeStart(GoalNature.Flow, baseline, target);
        }

        var (actual, evidence) = await ReadAsync(measure, new(_period.Start, Clip(_judgedAt)), cancellationToken).ConfigureAwait(false);
        if (target is { IsDefined: false } or { Amount: <= 0m })
        {
            Find(TrackingFindings.NoTarget, "target", ("reason", target));
            return Progress(GoalNature.Flow, GoalStatus.Unknown, baseline, target, actual, evidence);
        }

        var attainment = actual.RatioTo(target);
        var expected = Expected();
        var pace = rises ? attainment.DividedBy(expected) : expected.DividedBy(attainment);
        var left = target - actual;
        var isThere = left.IsDefined && left.Amount <= 0m;
        var status = !actual.IsDefined ? GoalStatus.Unknown
            : rises ? isThere ? GoalStatus.Achieved : IsClosed ? GoalStatus.Missed : policy.Judge(pace, previous)
            : left.Amount < 0m ? GoalStatus.Missed
            : IsClosed ? GoalStatus.Achieved
            : attainment.Amount <= 0m ? GoalStatus.OnTrack
            : policy.Judge(pace, previous);
        return Progress(
            GoalNature.Flow, status, baseline, target, actual, evidence, attainment, expected, pace,
            landing: actual.DividedBy(expected),
            runRate: PerDay(actual, _period.ElapsedDays(_judgedAt)),
            requiredRate: PerDay(isThere ? left * 0m : left, RemainingDays));
    }

    private async ValueTask<GoalProgress> LevelAsync(Measure measure, Quantity baseline, Quantity target, bool rises, CancellationToken cancellationToken)
    {
        if (_judgedAt <= _period.Start)
        {
            return BeforeStart(GoalNature.Level, baseline, target);
        }

        var readIn = goal.ReadEvery is { } grain ? LatestClosed(grain) : null;
        if (goal.ReadEvery is { } every && readIn is null)
        {
            Find(TrackingFindings.NothingClosed, "read-every", ("grain", every));
            return Progress(GoalNature.Level, GoalStatus.Unknown, baseline, target, expected: Expected());
        }

        var window = readIn is null ? new Interval(_period.Start, Clip(_judgedAt)) : new Interval(readIn.Start, readIn.End);
        var (actual, evidence) = await ReadAsync(measure, window, cancellationToken).ConfigureAwait(false);
        if (!baseline.IsDefined)
        {
            Find(TrackingFindings.NoBaseline, "target/baseline", ("reason", baseline));
        }

        var attainment = (actual - baseline).DividedBy(target - baseline, "target - baseline");
        var expected = Expected();
        var pace = attainment.DividedBy(expected);
        var isThere = actual.IsDefined && target.IsDefined && (rises ? actual >= target : actual <= target);
        var status = !actual.IsDefined || !target.IsDefined ? GoalStatus.Unknown
            : IsClosed ? isThere ? GoalStatus.Achieved : GoalStatus.Missed
            : isThere ? GoalStatus.OnTrack
            : policy.Judge(pace, previous);
        return Progress(
            GoalNature.Level, status, baseline, target, actual, evidence, attainment, expected, pace,
            landing: actual,
            requiredRate: PerDay(isThere ? (target - actual) * 0m : target - actual, RemainingDays),
            readIn: readIn);
    }

    private async ValueTask<GoalProgress> StayAsync(Measure measure, Quantity baseline, CancellationToken cancellationToken)
    {
        var target = _target.Value!.Value;
        if (_judgedAt <= _period.Start)
        {
            return BeforeStart(GoalNature.Stay, baseline, target);
        }

        var grain = goal.ReadEvery ?? Grain.Month;
        var closed = _period.SplitBy(grain).Where(part => part.State(_judgedAt, _settling) == PeriodState.Closed).ToList();
        if (closed.Count == 0)
        {
            Find(TrackingFindings.NothingClosed, "read-every", ("grain", grain));
            return Progress(GoalNature.Stay, GoalStatus.Unknown, baseline, target, expected: Expected());
        }

        var cells = await reader.ReadAsync(measure.Metrics, closed.Select(part => new Interval(part.Start, part.End)), [], null, cancellationToken).ConfigureAwait(false);
        ImmutableArray<StayReading> readings = [.. closed.Select(part =>
        {
            var value = measure.Evaluate(cells.At(new(part.Start, part.End), []));
            return new StayReading(part, value, value.IsDefined ? IsKept(value) : null);
        })];
        foreach (var reading in readings.Where(reading => reading.IsKept is null))
        {
            Find(TrackingFindings.NoValue, "measure", ("measure", measure.Id), ("reason", reading.Value), ("period", reading.Period));
        }

        var known = readings.Count(reading => reading.IsKept is not null);
        var attainment = Quantity.Count(readings.Count(reading => reading.IsKept == true)).DividedBy(Quantity.Count(known), measure.Id);
        var status = known == 0 ? GoalStatus.Unknown
            : attainment.Amount < 1m ? GoalStatus.Missed
            : IsClosed ? GoalStatus.Achieved
            : GoalStatus.OnTrack;
        var last = readings[^1];
        return Progress(
            GoalNature.Stay, status, baseline, target, last.Value, default, attainment,
            expected: Quantity.Ratio(1m), pace: attainment, landing: last.Value, readIn: last.Period, readings: readings);
    }

    private GoalProgress Milestones()
    {
        var all = _target.Milestones;
        var done = all.Where(milestone => milestone.CompletedOn is { } day && _period.Calendar.Day(day).Start < _judgedAt).Sum(milestone => milestone.Weight);
        var attainment = Quantity.Ratio(done / all.Sum(milestone => milestone.Weight));
        var target = Quantity.Ratio(1m);
        if (_judgedAt <= _period.Start && attainment.Amount < 1m)
        {
            return BeforeStart(GoalNature.Milestones, default, target);
        }

        var expected = Expected();
        var pace = attainment.DividedBy(expected);
        var status = attainment.Amount >= 1m ? GoalStatus.Achieved : IsClosed ? GoalStatus.Missed : policy.Judge(pace, previous);
        return Progress(
            GoalNature.Milestones, status, default, target, attainment, default, attainment, expected, pace, landing: attainment.DividedBy(expected));
    }

    // A level has no way of its own to tell whether it should rise without a baseline; then its direction does.
    private bool Rises(Measure measure, Quantity baseline, Quantity target) => _target.Kind switch
    {
        TargetKind.IncreaseBy => true,
        TargetKind.DecreaseBy => false,
        _ when baseline.IsDefined && target.IsDefined => target > baseline,
        _ => measure.Direction != Direction.LowerIsBetter,
    };

    private bool IsKept(Quantity value) => _target.Kind switch
    {
        TargetKind.StayAtLeast => value >= _target.Value!.Value,
        TargetKind.StayAtMost => value <= _target.Value!.Value,
        _ => value >= _target.Value!.Value && value <= _target.Upper!.Value,
    };

    private async ValueTask FindEndOfDataAsync(Measure measure, CancellationToken cancellationToken)
    {
        var end = Instant.MaxValue;
        foreach (var metric in measure.Metrics)
        {
            var table = await reader.DescribeAsync(metric.Table, cancellationToken).ConfigureAwait(false);
            _settling = Duration.Max(_settling, table.Settling);
            end = Instant.Min(end, table.Coverage?.End ?? Instant.MinValue);
        }

        if (end < Instant.Min(_judgedAt, _period.End) && _judgedAt > _period.Start && end > _period.Start)
        {
            var calendar = _period.Calendar;
            var gap = NodaTime.Period.DaysBetween(calendar.DateOf(end), calendar.DateOf(Instant.Min(_judgedAt, _period.End)));
            Find(
                TrackingFindings.DataEnds,
                "data",
                ("gap", Math.Max(gap, 1)),
                ("asOf", calendar.DateOf(_judgedAt)),
                ("end", calendar.DateOf(end)));
            _judgedAt = end;
        }
    }

    private async ValueTask<Quantity> BaselineAsync(Measure measure, CancellationToken cancellationToken)
    {
        if (_target.Baseline is not { } baseline)
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
            var coverage = (await reader.DescribeAsync(metric.Table, cancellationToken).ConfigureAwait(false)).Coverage;
            if (coverage is { } covered && (covered.Start > period.Start || covered.End < period.End || reader.AsOf < period.End))
            {
                Find(TrackingFindings.PartialBaseline, "target/baseline", ("period", period));
                break;
            }
        }

        return await reader.ReadAsync(measure, new(period.Start, period.End), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(Quantity Actual, ImmutableArray<(Measure, Quantity)> Evidence)> ReadAsync(
        Measure measure, Interval window, CancellationToken cancellationToken)
    {
        var cells = await reader.ReadAsync(measure.Metrics, [window], [], null, cancellationToken).ConfigureAwait(false);
        var values = cells.At(window, []);
        var actual = measure.Evaluate(values);
        if (!actual.IsDefined)
        {
            Find(TrackingFindings.NoValue, "measure", ("measure", measure.Id), ("reason", actual), ("period", _period));
        }

        return (actual, [.. measure.Inputs.Select(input => (input, input.Evaluate(values)))]);
    }

    private ReportingPeriod? LatestClosed(Grain grain) =>
        _period.SplitBy(grain).LastOrDefault(part => part.State(_judgedAt, _settling) == PeriodState.Closed);

    private GoalProgress BeforeStart(GoalNature nature, Quantity baseline, Quantity target) =>
        Progress(nature, GoalStatus.NotStarted, baseline, target, expected: Quantity.Ratio(0m));

    private Quantity Expected() => Quantity.Ratio(goal.Path.ShareAt(_period, _judgedAt));

    private Instant Clip(Instant moment) => Instant.Min(moment, _period.End);

    private decimal RemainingDays => _period.Days - _period.ElapsedDays(_judgedAt);

    private static GoalNature NatureOf(Measure measure) => measure.Additivity == Additivity.Additive ? GoalNature.Flow : GoalNature.Level;

    private static Quantity PerDay(Quantity amount, decimal days) => amount.DividedBy(Quantity.Duration(days, DurationUnit.Day), "days");

    private void Find(FindingKind kind, string part, params (string, object?)[] arguments) =>
        _findings.Add(kind.At($"goals/{goal.Id}/{part}", arguments));

    private GoalProgress Progress(
        GoalNature nature,
        GoalStatus status,
        Quantity baseline,
        Quantity target,
        Quantity actual = default,
        ImmutableArray<(Measure, Quantity)> evidence = default,
        Quantity attainment = default,
        Quantity expected = default,
        Quantity pace = default,
        Quantity landing = default,
        Quantity runRate = default,
        Quantity requiredRate = default,
        ReportingPeriod? readIn = null,
        ImmutableArray<StayReading> readings = default) => new(goal, reader.AsOf)
        {
            JudgedAt = _judgedAt,
            Nature = nature,
            State = _period.State(_judgedAt, _settling),
            Status = status,
            Baseline = baseline,
            Target = target,
            Actual = actual,
            Attainment = attainment,
            Expected = expected,
            Pace = pace,
            Landing = landing,
            RunRate = runRate,
            RequiredRate = requiredRate,
            ElapsedDays = _period.ElapsedDays(_judgedAt),
            RemainingDays = RemainingDays,
            ReadIn = readIn,
            Readings = readings.IsDefault ? [] : readings,
            Evidence = evidence.IsDefault ? [] : evidence,
            Findings = [.. _findings],
        };
}
