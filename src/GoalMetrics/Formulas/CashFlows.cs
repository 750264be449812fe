using System.Buffers;

namespace GoalMetrics;

/// <summary>
/// Flows of money with the time of each, gathered from quantities: in one currency and none undefined, else the value and the
/// rate are undefined as the first that is. Dispose it, so that the room for the flows is used again.
/// </summary>
/// <param name="few">Room for a few flows on the stack, where <paramref name="capacity"/> is not above it.</param>
/// <param name="capacity">How many flows there are.</param>
internal ref struct CashFlows(Span<CashFlows.Flow> few, int capacity)
{
    /// <summary>How many flows find room on the stack.</summary>
    public const int Few = 16;

    private static readonly Quantity Zero = 0m;
    private readonly Flow[]? _rented = capacity > few.Length ? ArrayPool<Flow>.Shared.Rent(capacity) : null;
    private readonly Span<Flow> _few = few;
    private int _number;
    private double _start = double.PositiveInfinity;

    // Nothing of every flow, added up: in the currency of all, or undefined as the first undefined one.
    private Quantity _check = Quantity.Undefined(UndefinedReason.InsufficientData, "flows");

    /// <summary>Adds a flow, in any order of time.</summary>
    /// <param name="time">In years or periods, from any start.</param>
    /// <param name="flow">Money, or an undefined quantity.</param>
    /// <exception cref="UnitMismatchException">The flow is in another currency than those before.</exception>
    public void Add(double time, Quantity flow)
    {
        if (_number == 0)
        {
            _check = flow * Zero;
        }
        else if (!flow.IsDefined || !_check.IsDefined || !ReferenceEquals(flow.Unit, _check.Unit))
        {
            _check += flow * Zero;
        }

        _start = Math.Min(_start, time);
        Room[_number++] = new(time, flow.IsDefined ? flow.Amount : 0m);
    }

    /// <summary>What the flows are worth at the time of the earliest, at a rate above −100 %.</summary>
    public readonly Quantity PresentValue(Quantity rate)
    {
        if (!rate.IsDefined || !_check.IsDefined)
        {
            var first = rate.IsDefined ? _check : rate;
            return _check.Unit is { } unit ? first.WithUnit(unit) : first;
        }

        var (value, growth) = (0d, 1d + (double)rate.Amount);
        foreach (var flow in Room[.._number])
        {
            value += (double)flow.Amount * Math.Pow(growth, _start - flow.Time);
        }

        return Quantity.Computed(value, _check.Unit).CausedBy("flows");
    }

    /// <summary>The rate at which the flows are worth nothing together.</summary>
    public Quantity Rate()
    {
        if (!_check.IsDefined)
        {
            return _check.WithUnit(Unit.Ratio);
        }

        return TryJoin(out var overflow) ? RateOfReturn.Of(Room[.._number]) : overflow.WithUnit(Unit.Ratio);
    }

    public readonly void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<Flow>.Shared.Return(_rented);
        }
    }

    private readonly Span<Flow> Room => _rented ?? _few;

    // In order of time, those of one moment in one, and none of nothing: added up in decimal, for 0.1 + 0.2 - 0.3 is no flow.
    private bool TryJoin(out Quantity overflow)
    {
        var flows = Room[.._number];
        flows.Sort();

        // From the first on, before moments are compared: beside a time without bounds two others may become one.
        for (var i = flows.Length - 1; i >= 0; i--)
        {
            flows[i] = flows[i] with { Time = flows[i].Time - flows[0].Time };
        }

        var sum = default(Quantity);
        _number = 0;
        for (var i = 0; i < flows.Length; i++)
        {
            var amount = Quantity.Ratio(flows[i].Amount);
            sum = i > 0 && flows[i - 1].Time.Equals(flows[i].Time) ? sum + amount : amount;
            if (!sum.IsDefined)
            {
                overflow = sum.CausedBy("flows");
                return false;
            }

            var isLast = i + 1 == flows.Length || !flows[i + 1].Time.Equals(flows[i].Time);
            if (isLast && sum.Amount != 0m)
            {
                flows[_number++] = new(flows[i].Time, sum.Amount);
            }
        }

        overflow = default;
        return true;
    }

    /// <summary>An amount at a time.</summary>
    internal readonly record struct Flow(double Time, decimal Amount) : IComparable<Flow>
    {
        public int CompareTo(Flow other) => Time.CompareTo(other.Time);
    }
}
