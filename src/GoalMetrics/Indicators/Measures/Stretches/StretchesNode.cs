using NodaTime;

namespace GoalMetrics;

// A metric read between the gaps of the tables that it is set against. It was compiled for one list with the stretches of all windows:
// those of a window end where those of the next begin.
internal sealed class StretchesNode : MeasureNode
{
    private readonly Metric _metric;
    private readonly IReadOnlyList<ReadingWindow?> _windows;
    private readonly int[] _ends;
    private readonly bool[] _isCut;
    private readonly MeasureNode _inner;
    private readonly StretchJoining _joining;

    // Null for what is not a mean.
    private readonly MeanOfStretches? _mean;

    private StretchesNode(Metric metric, IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
    {
        _metric = metric;
        _windows = windows;
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
            _mean = new(metric, _inner, stretches, part);
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

    public override WindowCoverage Coverage(int window)
    {
        if (_isCut[window])
        {
            return WindowCoverage.Partial;
        }

        return _inner.Coverage(_ends[window] - 1);
    }

    // Between gaps nothing is missing, so they are looked for in the whole window.
    public override void AddLacking(int window, LackingData lacking)
    {
        if (_isCut[window])
        {
            _windows[window]!.AddLacking(_metric, lacking);
        }
        else
        {
            _inner.AddLacking(StartOf(window), lacking);
        }
    }

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

        return _mean?.Value(StartOf(window), _ends[window], reading) ?? Joined(window, reading);
    }

    // Stretches without facts have no part in it.
    private Quantity Joined(int window, Reading reading)
    {
        Quantity? joined = null;
        for (var stretch = StartOf(window); stretch < _ends[window]; stretch++)
        {
            var value = _inner.Value(stretch, reading);
            if (value.Reason is not UndefinedReason.NoData)
            {
                joined = joined is { } before ? Joined(before, value, _joining) : value;
            }
        }

        return joined ?? _metric.Missing(_metric.Unit);
    }

    private static Quantity Joined(Quantity before, Quantity next, StretchJoining joining) => joining switch
    {
        StretchJoining.Sum => before + next,
        StretchJoining.Earliest => before,
        StretchJoining.Latest => next,
        _ when !before.IsDefined => before,
        _ when !next.IsDefined => next,
        StretchJoining.Smallest => next < before ? next : before,
        _ => next > before ? next : before,
    };

    private int StartOf(int window) => window == 0 ? 0 : _ends[window - 1];
}
