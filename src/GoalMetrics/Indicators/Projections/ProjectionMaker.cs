using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics;

// Makes a projection from a history: what is learnt from, what lies ahead, and what becomes of it in every future.
internal sealed class ProjectionMaker
{
    private const int LeastValues = 4;

    private readonly MeasureHistory _history;
    private readonly ReportingPeriod _period;
    private readonly ForecastOptions _options;
    private readonly ProjectedParts _parts;
    private readonly int _last;

    public ProjectionMaker(MeasureHistory history, ReportingPeriod period, ForecastOptions options)
    {
        (_history, _period, _options) = (history, period, options);
        ProjectedPeriods.Check(history, period);
        _parts = ProjectedParts.Of(history, period);
        _last = LastLearnt();
    }

    public Projection Make()
    {
        if (_history.Measure.HasOverlappingValues())
        {
            return new(_history, _period, UndefinedReason.InsufficientData, Overlapping());
        }

        var points = _history.Points;
        var kind = _parts.KindOver(_period, _history.Grain);
        var learnt = points.Count(IsLearnt);
        if (learnt < LeastValues)
        {
            return new(_history, _period, UndefinedReason.InsufficientData, TooShort(learnt)) { LandsAs = kind };
        }

        var ahead = ProjectedPeriods.After(points[_last].Period, _period);
        var known = Learnt();
        var places = new SeriesPlaces(known, ahead);
        var choice = ahead.Count == 0 ? null : Choose(known, places);
        IReadOnlyList<HistoryPoint?> begun = [.. ahead.Select((_, step) => PointAt(step))];
        var figures = new ProjectedFigures(_history, _parts, choice, places, points[_last], begun, _options.Seed);
        var unit = _history.Measure.Unit ?? points.Select(point => point.Value.Unit).OfType<Unit>().Last();
        var before = points.Take(_last + 1).Where(IsInPeriod).ToList();
        var final = before.FindLast(IsFinal) ?? before.FindLast(point => point.Value.IsDefined);
        List<int> inside = [.. Enumerable.Range(0, ahead.Count).Where(step => ahead[step].Start >= _period.Start)];
        List<Futures> steps = [.. ahead.Select((_, step) => figures.At(step, unit, learnt))];
        var last = steps.LastOrDefault() ?? Known(final, unit, learnt);
        List<ProjectedPoint> projected = [.. ahead.Select((period, step) => new ProjectedPoint(period, KnownAt(step), steps[step]))];
        return new(_history, _period, inside.Exists(figures.IsForecast) ? choice : null, projected)
        {
            LandsAs = kind,
            Whole = WholeOf(kind, last, () => figures.Over(before, inside, unit, learnt)),
            Last = last,
            LastPeriod = ahead.LastOrDefault() ?? final?.Period,
            SoFar = SoFar(kind, unit),
            Findings = [.. Ended(ahead), .. Lacking(kind), .. NotFollowing(kind), .. Events()],
        };
    }

    private static Futures? WholeOf(LandingKind kind, Futures last, Func<Futures> over) => kind switch
    {
        LandingKind.None => null,
        LandingKind.OwnValue => last,
        _ => over(),
    };

    private static Futures Known(HistoryPoint? point, Unit unit, long n)
    {
        if (point?.Value.AmountOrNull is not { } amount)
        {
            return Futures.None(point?.Value.Reason ?? UndefinedReason.NoData, unit, n);
        }

        return new((double)amount, [(double)amount], unit, n);
    }

    private ForecastChoice Choose(List<HistoryPoint> learnt, SeriesPlaces places)
    {
        var seasons = GrainSeason.All(_history.Grain);
        var longest = seasons.LastOrDefault(season => 2 * season <= learnt.Count, seasons[0]);
        var series = _parts.All.Select(part => part.Series(learnt, places, longest)).ToArray();
        var isKnown = places.Placed([.. learnt.Select(point => IsLearnt(point) ? 1d : (double?)null)]);
        bool[] isLearnt = [.. isKnown.Select(known => known is not null)];
        if (series.Length == 1)
        {
            return ForecastChoice.Of(series[0], isLearnt, places.Horizon, seasons, _options);
        }

        return ForecastChoice.OfRatio(series[0], series[1], isLearnt, places.Horizon, seasons, _options);
    }

    // From the first that is learnt from to the last.
    private List<HistoryPoint> Learnt() => [.. _history.Points.Take(_last + 1).SkipWhile(point => !IsLearnt(point))];

    private bool IsLearnt(HistoryPoint point) => Array.TrueForAll(_parts.All, part => part.Learnt(point) is not null);

    private bool IsFinal(HistoryPoint point) => Array.TrueForAll(_parts.All, part => part.Final(point) is not null);

    private bool IsInPeriod(HistoryPoint point) => point.Period.Start >= _period.Start && point.Period.End <= _period.End;

    private int LastLearnt()
    {
        var last = _history.Points.Count - 1;
        while (last >= 0 && !IsLearnt(_history.Points[last]))
        {
            last--;
        }

        return last;
    }

    // What the history has of a period ahead; null where it has not begun.
    private HistoryPoint? PointAt(int step)
    {
        var place = _last + 1 + step;
        if (place < _history.Points.Count)
        {
            return _history.Points[place];
        }

        return null;
    }

    private Quantity? KnownAt(int step)
    {
        if (PointAt(step) is { Value.IsDefined: true } point)
        {
            return point.Value;
        }

        return null;
    }

    // What has come together in the period until now, its own value so far, or the latest one that is not after it.
    private Quantity SoFar(LandingKind kind, Unit unit) => kind switch
    {
        LandingKind.OwnValue => _history.Points.LastOrDefault(IsInPeriod)?.Value ?? Nothing(unit),
        LandingKind.AtEnd => Latest(point => point.Value.IsDefined) ?? Nothing(unit),
        LandingKind.None => Latest(IsFinal) ?? Nothing(unit),
        _ => Together(unit),
    };

    private Quantity? Latest(Func<HistoryPoint, bool> isMeant) =>
        _history.Points.LastOrDefault(point => isMeant(point) && point.Period.End <= _period.End)?.Value;

    private Quantity Together(Unit unit)
    {
        Quantity?[] amounts = [.. _parts.All.Select(part => part.Over(_history.Points.Where(IsInPeriod)))];
        var value = amounts switch
        {
            [{ } amount] => amount,
            [{ } above, { } below] when below.AmountOrNull is not 0m => above / below,
            _ => Nothing(unit),
        };
        if (value.IsDefined)
        {
            return new(value.Amount, unit);
        }

        return Quantity.Undefined(value.Reason!.Value, _history.Measure.Id, unit);
    }

    private Quantity Nothing(Unit unit) => Quantity.Undefined(UndefinedReason.NoData, _history.Measure.Id, unit);

    // Periods inside the one that is landed in of which the data have nothing, or not all, though they go on afterwards.
    private IReadOnlyList<Finding> Lacking(LandingKind kind)
    {
        if (kind is not (LandingKind.Total or LandingKind.Ratio or LandingKind.OwnValue))
        {
            return [];
        }

        var points = _history.Points;
        var early = 0;
        if (points[0].Period.Start > _period.Start)
        {
            early = _period.SplitBy(_history.Grain).Count(period => period.Start < points[0].Period.Start);
        }

        var late = points.Skip(_last + 1).Count(point => IsInPeriod(point) && point.HasGap(KnownUntil));
        var count = early + late + points.Take(_last + 1).Count(point => IsInPeriod(point) && !IsFinal(point));
        if (count == 0)
        {
            return [];
        }

        return [LackingAt(count)];
    }

    // Where the data ended so long ago that periods which are over have to be forecast.
    private IEnumerable<Finding> Ended(List<ReportingPeriod> ahead)
    {
        if (ahead.Exists(period => period.End <= _history.AsOf && period.End > KnownUntil))
        {
            return _history.Findings.Where(finding => finding.Code == DataFindings.DataEnd.Code);
        }

        return [];
    }

    private IReadOnlyList<Finding> NotFollowing(LandingKind kind)
    {
        if (kind == LandingKind.None)
        {
            return [ProjectionFindings.NotFollowing.At(Path, [.. Named(), new("period", _period)])];
        }

        return [];
    }

    private IEnumerable<Finding> Events() => _parts.All.SelectMany(part => part.Events).Distinct().Select(dates =>
        ProjectionFindings.Event.At(
            Path, [new("measure", _history.Measure.Id), new("first", dates.Start), new("last", dates.End)]));

    private Finding LackingAt(int count) => ProjectionFindings.Lacking.At(
        Path,
        [
            new("measure", _history.Measure.Id),
            new("period", _period),
            new("count", count),
            new("grains", _history.Grain.Plural()),
        ]);

    private Finding TooShort(int count) =>
        ProjectionFindings.TooShort.At(Path, [.. Named(), new("count", count), new("least", LeastValues)]);

    private Finding Overlapping() => ProjectionFindings.Overlapping.At(Path, [new("measure", _history.Measure.Id)]);

    private FindingArgument[] Named() => [new("measure", _history.Measure.Id), new("grain", _history.Grain.Title())];

    private Instant KnownUntil => _history.KnownUntil ?? _history.AsOf;

    private string Path => $"measures/{_history.Measure.Id}";
}
