namespace GoalMetrics.Statistics;

/// <summary>
/// Fills gaps in a series, so that it can be decomposed and forecast. A gap is not zero. Pure; may be called from several threads.
/// </summary>
public static class SeriesGaps
{
    /// <summary>
    /// The series from its first to its last known value, each gap filled on the line between the known values of the same place in the
    /// season before and after; where one of these is missing, between its known neighbours.
    /// </summary>
    /// <remarks>Gaps before the first and after the last known value are left out; without a known value the result is empty.</remarks>
    /// <param name="values">The values at equal steps, oldest first; null where there is none.</param>
    /// <param name="period">The length of the season; defaults to 1, none.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the period is below 1.</exception>
    public static IReadOnlyList<double> Filled(IReadOnlyList<double?> values, int period = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        Require.AtLeast(period, 1);
        Require.Finite([.. values.Select(value => value ?? 0d)], nameof(values));
        int first = 0, last = values.Count - 1;
        while (first <= last && values[first] is null)
        {
            first++;
        }

        while (last > first && values[last] is null)
        {
            last--;
        }

        return [.. Enumerable.Range(first, last - first + 1).Select(i => values[i] ?? Between(i, period) ?? Between(i, 1)!.Value)];

        double? Between(int place, int step)
        {
            long before = (long)place - step, after = (long)place + step;
            while (before >= first && values[(int)before] is null)
            {
                before -= step;
            }

            while (after <= last && values[(int)after] is null)
            {
                after += step;
            }

            if (before < first || after > last)
            {
                return null;
            }

            var (from, to) = (values[(int)before]!.Value, values[(int)after]!.Value);
            var between = from + ((to - from) * (place - before) / (after - before));
            var share = (double)(place - before) / (after - before);
            return double.IsFinite(between) ? between : (from * (1d - share)) + (to * share);
        }
    }
}
