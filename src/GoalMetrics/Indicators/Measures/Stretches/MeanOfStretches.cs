namespace GoalMetrics;

// A mean over several stretches of time: the sum of the values in all of them, over their number.
internal sealed class MeanOfStretches
{
    private readonly Metric _metric;
    private readonly MeasureNode _count;

    // Which of those that are counted have no value; null where only values are counted.
    private readonly MeasureNode? _unknown;

    // Null where only means are kept: the sum of a stretch is its mean times the number of its values.
    private readonly MeasureNode? _sum;
    private readonly MeasureNode _mean;

    public MeanOfStretches(Metric metric, MeasureNode mean, IReadOnlyList<ReadingWindow?> stretches, ReadingPart part)
    {
        (_metric, _mean) = (metric, mean);
        var keepsMeans = part.Table(metric.Table).Description.KeptGrain is not null && !metric.IsConvertedMean;
        if (keepsMeans)
        {
            _count = part.Node(metric.FactsOfMean, stretches);
            _unknown = part.Node(metric.UnknownOfMean, stretches);
        }
        else
        {
            _count = part.Node(metric.CountOfMean, stretches);
            _sum = part.Node(metric.SumOfMean, stretches);
        }
    }

    // Of the stretches from the first to the one before the end. Those without values have no part in it.
    public Quantity Value(int first, int end, Reading reading)
    {
        Quantity? total = null;
        var values = 0m;
        for (var stretch = first; stretch < end; stretch++)
        {
            if (NumberIn(stretch, reading) is > 0m and var number)
            {
                var sum = _sum?.Value(stretch, reading) ?? (_mean.Value(stretch, reading) * Quantity.Ratio(number));
                total = total is { } before ? before + sum : sum;
                values += number;
            }
        }

        // A mean of counts is a count.
        return total switch
        {
            null => _metric.Missing(_metric.Unit),
            { IsDefined: true } known => new(known.Amount / values, known.Unit),
            { } undefined => undefined,
        };
    }

    private decimal NumberIn(int stretch, Reading reading) =>
        (_count.Value(stretch, reading).AmountOrNull ?? 0m) - (_unknown?.Value(stretch, reading).AmountOrNull ?? 0m);
}
