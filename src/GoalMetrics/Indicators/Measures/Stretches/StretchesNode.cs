using NodaTime;

namespace GoalMetrics;

// A metric read between the gaps of the tables that it is set against. It was compiled for one list with the stretches of all windows:
// those of a window end where those of the next begin.
internal sealed class StretchesNode : MeasureNode
{
    private readonly Metric _metric;
    private readonly int[] _ends;
    private readonly bool[] _isCut;
    private readonly MeasureNode _inner;
    private readonly StretchJoining _joining;

    // Of a mean, the sum of the values and their number; null for others.
    private readonly (MeasureNode Sum, MeasureNode Count)? _mean;

    private StretchesNode(Metric metric, IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
    {
        _metric = metric;
        _ends = new int[windows.Count];
        _isCut = new bool[windows.Count];
        var stretches = new List<ReadingWindow?>();
        for (var i = 0; i < _ends.Length; i++)
        {
            var cut = windows[i]?.StretchesOf(metric);
            if (cut is null)
            {
                stretches.Add(windows[i]);
            }
            else
            {
                stretches.AddRange(cut);
            }

            (_ends[i], _isCut[i]) = (stretches.Count, cut is not null);
        }

        _inner = part.Node(metric, stretches);
        _joining = metric.JoiningFrom(part.Table(metric.Table).Description);
        if (_joining == StretchJoining.Mean)
        {
            _mean = (part.Node(metric.SumOfMean, stretches), part.Node(metric.CountOfMean, stretches));
        }
    }

    // Null where the tables of the measure have no gaps.
    public static StretchesNode? Between(Metric metric, IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            if (windows[i] is { Terms.SharedGaps.Count: > 0 })
            {
                return new(metric, windows, part);
            }
        }

        return null;
    }

    public override WindowCoverage Coverage(int window) =>
        _isCut[window] ? WindowCoverage.Partial : _inner.Coverage(_ends[window] - 1);

    public override IReadOnlyList<Interval>? Times(int window)
    {
        var all = new List<Interval>();
        for (var stretch = StartOf(window); stretch < _ends[window]; stretch++)
        {
            if (_inner.Times(stretch) is not { } own)
            {
                return null;
            }

            all.AddRange(own);
        }

        return all;
    }

    public override bool HasFacts(int window, Reading reading)
    {
        for (var stretch = StartOf(window); stretch < _ends[window]; stretch++)
        {
            if (_inner.HasFacts(stretch, reading))
            {
                return true;
            }
        }

        return false;
    }

    public override Quantity Value(int window, Reading reading)
    {
        if (!_isCut[window])
        {
            return _inner.Value(StartOf(window), reading);
        }

        if (_mean is var (sum, count))
        {
            var values = Joined(count, window, reading, StretchJoining.Sum);
            var total = Joined(sum, window, reading, StretchJoining.Sum);
            return values.AmountOrNull is null or 0m ? _metric.Missing(total.Unit) : Mean(total, values.Amount);
        }

        return Joined(_inner, window, reading, _joining);
    }

    // A mean of counts is a count.
    private static Quantity Mean(Quantity total, decimal values) => total.IsDefined ? new(total.Amount / values, total.Unit) : total;

    // Stretches without facts have no part in it.
    private Quantity Joined(MeasureNode node, int window, Reading reading, StretchJoining joining)
    {
        Quantity? joined = null;
        for (var stretch = StartOf(window); stretch < _ends[window]; stretch++)
        {
            var value = node.Value(stretch, reading);
            if (value.Reason is not UndefinedReason.NoData)
            {
                joined = joined is { } before ? Joined(before, value, joining) : value;
            }
        }

        return joined ?? _metric.Missing(_metric.Unit);
    }

    private static Quantity Joined(Quantity before, Quantity next, StretchJoining joining) => joining switch
    {
        StretchJoining.Sum => before + next,
        StretchJoining.Earliest => before,
        StretchJoining.Latest => next,
        _ when !before.IsDefined || !next.IsDefined => before.IsDefined ? next : before,
        StretchJoining.Smallest => next < before ? next : before,
        _ => next > before ? next : before,
    };

    private int StartOf(int window) => window == 0 ? 0 : _ends[window - 1];
}
