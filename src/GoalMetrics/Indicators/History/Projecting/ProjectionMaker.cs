using GoalMetrics.Statistics;

namespace GoalMetrics;

// Makes a projection from a history: what is learnt from, what lies ahead, and what becomes of it in every future.
internal sealed class ProjectionMaker
{
    private const int LeastValues = 4;

    private readonly MeasureHistory _history;
    private readonly ReportingPeriod _period;
    private readonly ForecastOptions _options;
    private readonly ProjectedPart[] _parts;
    private readonly int _last;

    public ProjectionMaker(MeasureHistory history, ReportingPeriod period, ForecastOptions options)
    {
        (_history, _period, _options) = (history, period, options);
        _parts = PartsOf(history);
        _last = LastLearnt();
        ProjectedPeriods.Check(history, period);
    }

    public Projection Make()
    {
        if (_history.Measure.HasOverlappingValues())
        {
            return new(_history, _period, UndefinedReason.InsufficientData, Overlapping());
        }

        var points = _history.Points;
        var learnt = points.Count(IsLearnt);
        if (learnt < LeastValues)
        {
            return new(_history, _period, UndefinedReason.InsufficientData, TooShort(learnt));
        }

        var ahead = ProjectedPeriods.After(points[_last].Period, _period);
        var known = Learnt();
        var places = new SeriesPlaces(known, ahead);
        var choice = ahead.Count == 0 ? null : Choose(known, places);
        var figures = new ProjectedFigures(_history, _parts, choice, places, [.. ahead.Select((_, step) => PointAt(step))]);
        var unit = _history.Measure.Unit ?? points.Select(point => point.Value.Unit).OfType<Unit>().Last();
        var before = points.Take(_last + 1).Where(IsInPeriod).ToList();
        List<int> inside = [.. Enumerable.Range(0, ahead.Count).Where(step => ahead[step].Start >= _period.Start)];
        var overPeriod = Array.TrueForAll(_parts, part => part.AddsUp) ? figures.Over(before, inside, unit, learnt) : null;
        List<Futures> steps = [.. ahead.Select((_, step) => figures.At(step, unit, learnt))];
        var latest = LatestValue(unit);
        var landing = _history.AddsUp ? overPeriod! : steps.LastOrDefault() ?? Known(latest, unit, learnt);
        List<ProjectedPoint> projected = [.. ahead.Select((period, step) => new ProjectedPoint(period, KnownAt(step), steps[step]))];
        return new(_history, _period, choice, projected, landing, overPeriod)
        {
            SoFar = _history.AddsUp ? SumSoFar(unit) : latest,
            Findings = _history.AddsUp ? Lacking() : [],
        };
    }

    private static Futures Known(Quantity value, Unit unit, long n)
    {
        if (value.AmountOrNull is not { } amount)
        {
            return Futures.None(value.Reason ?? UndefinedReason.NoData, unit, n);
        }

        return new((double)amount, [(double)amount], unit, n);
    }

    private static ProjectedPart[] PartsOf(MeasureHistory history) => history.Ratio is { } ratio
        ?
        [
            new(history, ratio.Numerator, point => point.Numerator),
            new(history, ratio.Denominator, point => point.Denominator),
        ]
        : [new(history, history.Measure, point => point.Value)];

    private ForecastChoice Choose(IReadOnlyList<HistoryPoint> learnt, SeriesPlaces places)
    {
        var seasons = GrainSeason.All(_history.Grain);
        var series = _parts.Select(part => part.Series(learnt, places, seasons[0])).ToArray();
        var isKnown = places.Placed([.. learnt.Select(point => IsLearnt(point) ? 1d : (double?)null)]);
        bool[] isLearnt = [.. isKnown.Select(known => known is not null)];
        return series.Length == 1
            ? ForecastChoice.Of(series[0], isLearnt, places.Horizon, seasons, _options)
            : ForecastChoice.OfRatio(series[0], series[1], isLearnt, places.Horizon, seasons, _options);
    }

    // From the first that is learnt from to the last.
    private List<HistoryPoint> Learnt() => [.. _history.Points.Take(_last + 1).SkipWhile(point => !IsLearnt(point))];

    private bool IsLearnt(HistoryPoint point) => Array.TrueForAll(_parts, part => part.Final(point) is not null);

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
        return place < _history.Points.Count ? _history.Points[place] : null;
    }

    private Quantity? KnownAt(int step) => PointAt(step) is { Value.IsDefined: true } point ? point.Value : null;

    // The latest final value that is not after the period.
    private Quantity LatestValue(Unit unit) =>
        _history.Points.LastOrDefault(point => IsLearnt(point) && point.Period.End <= _period.End)?.Value
        ?? Quantity.Undefined(UndefinedReason.NoData, _history.Measure.Id, unit);

    private Quantity SumSoFar(Unit unit)
    {
        var known = _history.Points.Where(point => IsInPeriod(point) && point.Value.IsDefined).Select(point => point.Value).ToList();
        return known.Count == 0
            ? Quantity.Undefined(UndefinedReason.NoData, _history.Measure.Id, unit)
            : known.Aggregate((sum, next) => sum + next);
    }

    // Periods inside the one that is landed in that are over, and of which the data have nothing, or not all.
    private IReadOnlyList<Finding> Lacking()
    {
        var points = _history.Points;
        var early = points[0].Period.Start > _period.Start
            ? _period.SplitBy(_history.Grain).Count(period => period.Start < points[0].Period.Start)
            : 0;
        var count = early + points.Take(_last + 1).Count(point => IsInPeriod(point) && !IsLearnt(point));
        return count == 0 ? [] : [LackingAt(count)];
    }

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

    private string Path => $"measures/{_history.Measure.Id}";
}
