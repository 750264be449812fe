namespace GoalMetrics.Statistics;

// All rules in one pass over the points of a segment, given as distances from the centre in sigmas. Signals of one rule and side that touch
// are one stretch.
internal ref struct ChartRules(ReadOnlySpan<double> distances, int start, List<ChartSignal> signals)
{
    private const int LongRun = 8;
    private const int LongTrend = 6;

    private readonly ReadOnlySpan<double> _distances = distances;

    public readonly void Apply()
    {
        int side = 0, run = 0, direction = 0, trend = 1;
        for (var i = 0; i < _distances.Length; i++)
        {
            var distance = _distances[i];
            var here = Math.Sign(distance);
            run = here != 0 && here == side ? run + 1 : Math.Abs(here);
            side = here;
            if (i > 0)
            {
                var step = Math.Sign(distance.CompareTo(_distances[i - 1]));
                trend = step != 0 && step == direction ? trend + 1 : 1 + Math.Abs(step);
                direction = step;
            }

            if (run >= LongRun)
            {
                Add(ChartRule.EightOnOneSide, side, i - run + 1, i);
            }

            if (trend >= LongTrend)
            {
                Add(ChartRule.SixInATrend, direction, i - trend + 1, i);
            }

            var size = Math.Abs(distance);
            if (size > 1d)
            {
                Beyond(i, here, size);
            }
        }
    }

    private readonly void Beyond(int i, int side, double size)
    {
        if (size > 3d)
        {
            signals.Add(new(ChartRule.BeyondLimit, (ChartSide)side, start + i, start + i));
        }

        if (size > 2d)
        {
            Of(ChartRule.TwoOfThreeBeyondTwoSigma, 2, 3, 2d, i, side);
        }

        Of(ChartRule.FourOfFiveBeyondOneSigma, 4, 5, 1d, i, side);
    }

    // The point itself is one of those beyond; the stretch begins with the earliest of them.
    private readonly void Of(ChartRule rule, int needed, int window, double sigmas, int i, int side)
    {
        int count = 0, first = i;
        for (var j = i; j >= 0 && j > i - window; j--)
        {
            if (_distances[j] * side > sigmas)
            {
                count++;
                first = j;
            }
        }

        if (count >= needed)
        {
            Add(rule, side, first, i);
        }
    }

    private readonly void Add(ChartRule rule, int side, int first, int last)
    {
        for (var s = signals.Count - 1; s >= 0 && signals[s].First >= start; s--)
        {
            if (signals[s].Rule == rule && (int)signals[s].Side == side)
            {
                if (signals[s].Last >= start + first - 1)
                {
                    signals[s] = new(rule, signals[s].Side, signals[s].First, start + last);
                    return;
                }

                break;
            }
        }

        signals.Add(new(rule, (ChartSide)side, start + first, start + last));
    }
}
