using GoalMetrics.Statistics;

namespace GoalMetrics;

// A figure that is not known yet: what it is expected to be, and what it is in each of many possible futures.
internal sealed class Futures
{
    private readonly double _expected;
    private readonly double[] _possible;
    private readonly Unit _unit;
    private readonly long _n;
    private readonly UndefinedReason _reason;

    // Futures in which there is no such figure are not numbers, and are left out.
    public Futures(double expected, IEnumerable<double> possible, Unit unit, long n)
    {
        (_expected, _unit, _n) = (expected, unit, n);
        _possible = [.. possible.Where(double.IsFinite)];
        _reason = double.IsFinite(expected) ? UndefinedReason.InsufficientData : UndefinedReason.ZeroDenominator;
    }

    // Made on first use. Safe with several threads, as each makes the same.
    private double[] Sorted => field ??= [.. _possible.Order()];

    public Quantity Expected =>
        double.IsFinite(_expected) ? Quantity.FromDouble(_expected, _unit) : Quantity.Undefined(_reason, unit: _unit);

    public Interval Interval(double level)
    {
        Require.Share(level);
        if (_possible.Length == 0 || !double.IsFinite(_expected))
        {
            return new(_reason, null, level, _n, IntervalMethod.SamplePaths, _unit);
        }

        var beyond = (1d - level) / 2d;
        var lower = Quantiles.OfSorted(Sorted, beyond, QuantileType.Type7);
        var upper = Quantiles.OfSorted(Sorted, 1d - beyond, QuantileType.Type7);
        return new(_expected, lower, upper, level, _n, IntervalMethod.SamplePaths, _unit);
    }

    public Quantity ChanceOfAtLeast(Quantity value) => ChanceThat(value, static (future, limit, slack) => future >= limit - slack);

    public Quantity ChanceOfAtMost(Quantity value) => ChanceThat(value, static (future, limit, slack) => future <= limit + slack);

    // Sums of doubles may miss what they are equal to by their last digits.
    private Quantity ChanceThat(Quantity value, Func<double, double, double, bool> holds)
    {
        const double digits = 1e-12;
        if (!value.IsDefined)
        {
            throw new ArgumentException($"Expected a value to reach; found {value.ToString(null)}.", nameof(value));
        }

        _ = value.CompareTo(new(0m, _unit));
        if (_possible.Length == 0)
        {
            return Quantity.Undefined(_reason, unit: Unit.Ratio);
        }

        var limit = (double)value.Amount;
        var slack = Math.Abs(limit) * digits;
        return Quantity.Ratio((decimal)_possible.Count(future => holds(future, limit, slack)) / _possible.Length);
    }
}
