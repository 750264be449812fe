using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics;

// Turns the history of a measure into what is to be said about it.
internal sealed class SignalReader(MeasureHistory history, SignalOptions options, IReadOnlyList<Kpi> drives)
{
    private readonly Unit? _unit =
        history.Measure.Unit ?? history.Settled.Select(point => point.Value.Unit).FirstOrDefault(unit => unit is not null);

    private readonly List<Finding> _findings = [.. history.Findings];
    private SignalChart? _chart;

    private Measure Measure => history.Measure;

    public MeasureSignals Read(
        IReadOnlyList<LocalDate> missingDays, IReadOnlyList<OutstandingFacts> outstanding, IReadOnlyList<SmartGoal> goals)
    {
        _chart = ChartOf();
        List<Signal> ofChart = [.. ChartSignals()];
        AddTrend(ofChart);
        var signals = ofChart.Concat(DataSignals.Of(history, missingDays, outstanding, drives));
        return new(Measure, history.Grain)
        {
            History = history,
            Method = _chart?.Method ?? SignalMethod.None,
            Pattern = _chart?.Series.Season.Pattern ?? SeasonalPattern.None,
            Limits = [.. Limits()],
            Points = Points().AsReadOnly(),
            Signals = [.. signals.OrderByDescending(signal => signal.Last.Start).ThenBy(signal => signal.First.Start)],
            Drives = drives,
            Reach = Reach(),
            Findings = _findings.AsReadOnly(),
            Goals = goals,
        };
    }

    private SignalChart? ChartOf()
    {
        var path = $"measures/{Measure.Id}";
        if (Measure.HasOverlappingValues())
        {
            _findings.Add(SignalFindings.Overlapping.At(path, [new("measure", Measure.Id)]));
            return null;
        }

        var chart = _unit is null ? null : SignalChart.Of(history, options);
        var count = chart?.FewestOfAStretch ?? history.Values.Count(value => value is not null);
        if (count < SignalChart.DependableFrom)
        {
            _findings.Add(SignalFindings.Few.At(path, [new("measure", Measure.Id), new("count", count)]));
        }

        if (chart?.IsJudged.Count(isJudged => !isJudged) is > 0 and var left && count >= SignalChart.FewestValues)
        {
            _findings.Add(SignalFindings.SmallNumbers.At(
                path, [new("measure", Measure.Id), new("count", left), new("all", chart.IsJudged.Length)]));
        }

        if (chart?.Limits.Any(limits => limits is not null) == true)
        {
            return chart;
        }

        return null;
    }

    private IEnumerable<SignalLimits> Limits()
    {
        for (var stretch = 0; stretch < (_chart?.Starts.Length ?? 0); stretch++)
        {
            if (_chart!.Limits[stretch] is var (centre, sigma))
            {
                var (first, last) = (PeriodOf(_chart.Starts[stretch]), PeriodOf(_chart.EndOf(stretch) - 1));
                yield return new(first, last)
                {
                    Centre = Shown(centre),
                    Sigma = Shown(sigma),
                    LowerLimit = Shown(Possible(centre - (3d * sigma))),
                    UpperLimit = Shown(Possible(centre + (3d * sigma))),
                    Why = stretch == 0 ? null : WhyFrom(first),
                };
            }
        }
    }

    // Changes of a balance have a level whatever the balance does; and where nothing is signalled, nothing is to be explained.
    private void AddTrend(List<Signal> found)
    {
        if (_chart is null || _chart.Method == SignalMethod.XmrOfChanges || found.Count == 0)
        {
            return;
        }

        var values = _chart.Series.Values[_chart.Starts[^1]..];
        if (values.Length >= SignalChart.DependableFrom && SignalTrend.Of(values) is { } trend)
        {
            _findings.Add(SignalFindings.Trending.At(
                $"measures/{Measure.Id}",
                [
                    new("measure", Measure.Id),
                    new("from", Shown(trend.From)),
                    new("to", Shown(trend.To)),
                    new("count", values.Length),
                ]));
        }
    }

    private string? WhyFrom(ReportingPeriod first) => options.Shifts
        .Where(shift => shift.Concerns(Measure) && shift.From < first.EndDate)
        .MaxBy(shift => shift.From)?.Why;

    private List<SignalPoint> Points()
    {
        var undefined = Quantity.Undefined(UndefinedReason.InsufficientData, Measure.Id, _unit);
        List<SignalPoint> points = [.. history.Points.Select(point => new SignalPoint(point, undefined))];
        for (var i = 0; i < (_chart?.Centres.Length ?? 0); i++)
        {
            var (place, offset) = (_chart!.Series.Places[i], _chart.Series.Offsets[i]);
            if (_chart.Limits[_chart.StretchOf(i)] is null)
            {
                continue;
            }

            var (centre, sigma) = (_chart.Centres[i] + offset, _chart.Sigmas[i]);
            points[place] = new(history.Points[place], undefined)
            {
                Centre = Shown(centre),
                LowerLimit = Shown(Possible(centre - (3d * sigma))),
                UpperLimit = Shown(Possible(centre + (3d * sigma))),
                IsJudged = _chart.IsJudged[i],
            };
        }

        return points;
    }

    private IEnumerable<Signal> ChartSignals()
    {
        if (_chart is null)
        {
            return [];
        }

        return _chart.Signals.Where(found => options.Has(found.Rule)).Select(SignalOf);
    }

    private Signal SignalOf(ChartSignal found)
    {
        var series = _chart!.Series;
        double value = 0d, expected = 0d, weights = 0d, farthest = 0d;
        for (var i = found.First; i <= found.Last; i++)
        {
            if (!_chart.IsJudged[i])
            {
                continue;
            }

            var weight = _chart.Weights[i];
            weights += weight;
            value += weight * (series.Values[i] + series.Offsets[i]);
            expected += weight * (_chart.Centres[i] + series.Offsets[i]);
            farthest = Math.Max(farthest, Math.Abs(series.Values[i] - _chart.Centres[i]) / _chart.Sigmas[i]);
        }

        var (mean, usual) = (Shown(value / weights), Shown(expected / weights));
        var change = Change.Between(usual, mean);
        if (found.Rule == ChartRule.SixInATrend)
        {
            change = Change.Between(Shown(series.Values[found.First]), Shown(series.Values[found.Last]));
        }

        return new(Measure, (SignalKind)found.Rule, PeriodOf(found.First), PeriodOf(found.Last))
        {
            Side = found.Side,
            Value = mean,
            Expected = usual,
            Difference = change.Absolute,
            Sigmas = double.IsFinite(farthest) ? farthest : null,
            Verdict = VerdictOf(found.Side),
            Drives = drives,
        };
    }

    private ChangeVerdict VerdictOf(ChartSide side)
    {
        if (Measure.Direction == Direction.Neutral)
        {
            return ChangeVerdict.Unknown;
        }

        if ((side == ChartSide.Above) == (Measure.Direction == Direction.HigherIsBetter))
        {
            return ChangeVerdict.Better;
        }

        return ChangeVerdict.Worse;
    }

    // What a period does at worst and at best now, over the latest cycle of a season, and resting on as few as it sometimes does. Where
    // nothing happens there is nothing.
    private (double Lower, double Upper)? Reach()
    {
        if (_chart is null || _chart.Method == SignalMethod.XmrOfChanges || _chart.Limits[^1] is not var (centre, _))
        {
            return null;
        }

        var start = _chart.Starts[^1];
        List<int> judged = [.. Enumerable.Range(start, _chart.Centres.Length - start).Where(i => _chart.IsJudged[i])];
        if (judged.Count == 0)
        {
            return null;
        }

        var sigma = judged.Max(i => _chart.Sigmas[i]);
        double[] offsets = [.. judged.TakeLast(_chart.Series.Season.Length).Select(i => _chart.Series.Offsets[i])];
        var (lower, upper) = (Possible(centre + offsets.Min() - (3d * sigma)), Possible(centre + offsets.Max() + (3d * sigma)));
        if (_chart.Series.Season.HasClosed)
        {
            return (Math.Min(0d, lower), Math.Max(0d, upper));
        }

        return (lower, upper);
    }

    // A share is none below 0 or above 1.
    private double Possible(double limit)
    {
        if (_chart!.Method == SignalMethod.LaneyP)
        {
            return Math.Clamp(limit, 0d, 1d);
        }

        return limit;
    }

    private Quantity Shown(double number) => Statistic.Computed(number).ToQuantity(_unit!);

    private ReportingPeriod PeriodOf(int index) => history.Points[_chart!.Series.Places[index]].Period;
}
