namespace GoalMetrics;

// Inputs of a formula, each so many times, and a fixed amount.
internal sealed class LinearSum(IReadOnlyList<Measure> inputs, double[] times, double fixedAmount)
{
    public double FixedAmount => fixedAmount;

    public bool IsFixed => Array.TrueForAll(times, each => each == 0d);

    public LinearSum Times(double factor) => new(inputs, [.. times.Select(each => factor * each)], factor * fixedAmount);

    // In a period; null where an input of it is unknown, or where it is too large.
    public decimal? In(HistoryPoint point)
    {
        try
        {
            if (point.Inputs is { Count: > 0 } values)
            {
                return Of(values);
            }

            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // As a measure of its own, without the fixed amount. Null where there is nothing else, or where unlike things are added.
    public Measure? Measured()
    {
        int[] places = [.. Enumerable.Range(0, times.Length).Where(place => times[place] != 0d)];
        if (places.Length == 0)
        {
            return null;
        }

        if (places is [var only] && times[only] == 1d)
        {
            return inputs[only];
        }

        try
        {
            var sum = Formula.OfSeries("sum", Added, [.. places.Select(place => FormulaInput.Any($"input-{place}"))]);
            return new FormulaMeasure("sum", sum, [.. places.Select(place => inputs[place])]);
        }
        catch (ArgumentException)
        {
            return null;
        }

        Quantity Added(ReadOnlySpan<Quantity> values)
        {
            var total = values[0] * (decimal)times[places[0]];
            for (var i = 1; i < places.Length; i++)
            {
                total += values[i] * (decimal)times[places[i]];
            }

            return total;
        }
    }

    private decimal? Of(IReadOnlyList<MeasureValue> values)
    {
        var sum = (decimal?)fixedAmount;
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] != 0d)
            {
                sum += (decimal)times[i] * values[i].Value.AmountOrNull;
            }
        }

        return sum;
    }
}
