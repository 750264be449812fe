using NodaTime;

namespace GoalMetrics;

// A measure over the parts of windows. The inner measure was compiled for one list with the parts of all windows: those of a window end
// where those of the next begin. Parts that lack data may be left out. Where only some parts are asked for, such as Mondays, balances have
// values of their own.
internal sealed class SubPeriodNode(
    SubPeriodMeasure measure, WindowParts[] parts, MeasureNode inner, MemberParts members, PartValues? chosen) : MeasureNode
{
    private readonly int[] _ends = EndsOf(parts);

    public override Grain? CutGrain(int window)
    {
        if (parts[window].AreCut)
        {
            return measure.Grain;
        }

        return null;
    }

    public override bool IsUnlike(int window) => parts[window].AreUnlike;

    public override WindowCoverage Coverage(int window)
    {
        var least = parts[window].Lacking is null ? WindowCoverage.Full : WindowCoverage.Partial;
        for (var part = StartOf(window); part < _ends[window]; part++)
        {
            if (inner.Coverage(part) is var own && own < least)
            {
                least = own;
            }
        }

        return least;
    }

    public override void AddLacking(int window, LackingData lacking)
    {
        lacking.Add(parts[window].Lacking);
        for (var part = StartOf(window); part < _ends[window]; part++)
        {
            inner.AddLacking(part, lacking);
        }
    }

    public override IReadOnlyList<Interval>? Times(int window)
    {
        var all = new List<Interval>();
        for (var part = StartOf(window); part < _ends[window]; part++)
        {
            if (inner.Times(part) is not { } own)
            {
                return null;
            }

            all.AddRange(own);
        }

        return all;
    }

    public override bool HasFacts(int window, Reading reading)
    {
        for (var part = StartOf(window); part < _ends[window]; part++)
        {
            if (inner.HasFacts(part, reading))
            {
                return true;
            }
        }

        return false;
    }

    public override Quantity Value(int window, Reading reading)
    {
        var value = measure.Value switch
        {
            SubPeriodValue.First => First(window, reading),
            SubPeriodValue.Last => Last(window, reading),
            _ => Mean(window, reading),
        };
        return value ?? Quantity.Undefined(UndefinedReason.NoData, measure.Measure.Id, measure.Unit);
    }

    public override IReadOnlyList<MeasureValue> Evidence(int window, Reading reading) =>
        [.. Values(window, reading).Select(value => new MeasureValue(measure.Measure, value))];

    private static int[] EndsOf(WindowParts[] parts)
    {
        var ends = new int[parts.Length];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = parts[i].Read.Count + (i == 0 ? 0 : ends[i - 1]);
        }

        return ends;
    }

    private int StartOf(int window) => window == 0 ? 0 : _ends[window - 1];

    private Quantity? First(int window, Reading reading)
    {
        for (var part = StartOf(window); part < _ends[window]; part++)
        {
            if (members.CanHave(part, reading) && ValueOf(part, reading) is var value && Counts(value))
            {
                return value;
            }
        }

        return null;
    }

    private Quantity? Last(int window, Reading reading)
    {
        for (var part = _ends[window] - 1; part >= StartOf(window); part--)
        {
            if (members.CanHave(part, reading) && ValueOf(part, reading) is var value && Counts(value))
            {
                return value;
            }
        }

        return null;
    }

    private Quantity? Mean(int window, Reading reading)
    {
        var all = Values(window, reading);
        if (all.Count == 0)
        {
            return null;
        }

        return all.Aggregate((sum, next) => sum + next) / Quantity.Ratio(all.Count);
    }

    private List<Quantity> Values(int window, Reading reading)
    {
        var values = new List<Quantity>();
        for (var part = StartOf(window); part < _ends[window]; part++)
        {
            if (members.CanHave(part, reading) && ValueOf(part, reading) is var value && Counts(value))
            {
                values.Add(value);
            }
        }

        return values;
    }

    private Quantity ValueOf(int part, Reading reading) => chosen?.At(part, reading) ?? inner.Value(part, reading);

    // A part without data is skipped; any other undefined value shows in the result.
    private static bool Counts(Quantity value) => value.Reason is not UndefinedReason.NoData;
}
