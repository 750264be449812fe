using GoalMetrics.Sources;

namespace GoalMetrics;

// Which parts of a period the filters and groupings of a question are about: on Mondays, the days that are one. A balance is then read at
// the end of such days, whenever it was recorded; what adds up has facts on no others anyway.
internal sealed class PartChoice
{
    private readonly SubPeriodMeasure _measure;
    private readonly ReadingPart _part;

    // The filters of its metrics, each once; a part is asked for where any of them lets facts through. What is read over other time than
    // the part itself, such as the seven days before, has values in every part.
    private readonly Filter?[] _filters;

    // The groupings of which every part has one member, as each day has one weekday.
    private readonly string[] _groupings;

    public PartChoice(SubPeriodMeasure measure, ReadingPart part)
    {
        _measure = measure;
        _part = part;
        _filters = IsWindowed(measure.Measure) ? [] : [.. measure.Metrics.Select(metric => metric.Filter).Distinct()];
        _groupings = [.. part.Derived.Where(IsOfParts).Select(dimension => dimension.Name).Where(part.IsBy)];
        IsOfBalances = measure.Metrics.Any(metric => metric.IsBalance)
            && (_groupings.Length > 0 || AsksByParts(part.Filter) || AsksByParts(OwnFilter));
    }

    // Whether balances are read at the end of some parts rather than of all.
    public bool IsOfBalances { get; }

    // The filter of a measure that is a balance and nothing else.
    private Filter? OwnFilter
    {
        get
        {
            if (_measure.Measure.AsMetric is { IsBalance: true } balance)
            {
                return balance.Filter;
            }

            return null;
        }
    }

    public bool IsAsked(ReadingWindow window) => InPart(_part.Filter, window).All != false
        && (_filters.Length == 0 || _filters.Any(filter => InPart(filter, window).All != false));

    // The values of all facts of the parts, which were chosen already.
    public PartValues Read(IReadOnlyList<ReadingWindow> parts)
    {
        var across = _groupings.Aggregate(_part, (part, grouping) => part.Across(grouping));
        across = across.Filtered(filter => RestOf(filter, parts));
        var measure = _measure.Measure;
        if (AsksByParts(OwnFilter))
        {
            measure = measure.AsMetric!.Filtered(RestOf(OwnFilter, parts));
        }

        return new(measure.Compile(parts, across), new(across, _groupings));
    }

    private static bool IsWindowed(Measure measure) => measure switch
    {
        WindowedMeasure => true,
        NamedMeasure named => IsWindowed(named.Measure),
        _ => measure.Inputs.Any(IsWindowed),
    };

    private PartCondition InPart(Filter? filter, ReadingWindow window) => PartCondition.Of(filter, window.Period, _measure.Grain);

    // What a filter asks of facts beside their time: the same in all parts that are read.
    private Filter? RestOf(Filter? filter, IReadOnlyList<ReadingWindow> parts)
    {
        if (!AsksByParts(filter))
        {
            return filter;
        }

        var rests = parts.Select(part => InPart(filter, part)).Where(condition => condition.All != false).Distinct().ToList();
        if (rests.Count > 1)
        {
            throw new ArgumentException(
                $"'{_measure.Id}' reads balances by {_measure.Grain.Title()}, and the filter '{filter}' asks for other facts in some of"
                + " them than in others. Ask once for each.");
        }

        return rests.FirstOrDefault().Rest;
    }

    private bool AsksByParts(Filter? filter) => DerivedDimensions.In(filter).Any(IsOfParts);

    private bool IsOfParts(DerivedDimension dimension) =>
        dimension is DerivedDimension.OfTime time && DerivedDimensions.IsWithin(time.Part, _measure.Grain);
}
