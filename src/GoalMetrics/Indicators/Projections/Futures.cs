using GoalMetrics.Statistics;

namespace GoalMetrics;

// A figure that is not known yet: what it is expected to be, and what it is in each of many possible futures.
internal sealed class Futures
{
    private const double UsualLevel = 0.95;

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

    private Futures(UndefinedReason reason, Unit unit, long n) =>
        (_expected, _possible, _unit, _n, _reason) = (double.NaN, [], unit, n, reason);

    public static Futures None(UndefinedReason reason, Unit unit, long n) => new(reason, unit, n);

    // Made on first use. Safe with several threads, as each makes the same.
    private double[] Sorted => field ??= [.. _possible.Order()];

    public Quantity Expected
    {
        get
        {
            if (double.IsFinite(_expected))
            {
                return Quantity.FromDouble(Shown, _unit);
            }

            return Quantity.Undefined(_reason, unit: _unit);
        }
    }

    public Interval Interval(double level)
    {
        Require.Share(level);
        if (_possible.Length == 0 || !double.IsFinite(_expected))
        {
            return new(_reason, null, level, _n, IntervalMethod.SamplePaths, _unit);
        }

        var beyond = (1d - level) / 2d;
        var (lower, upper) = (Quantile(beyond), Quantile(1d - beyond));
        return new(Inside(Shown, lower, upper), lower, upper, level, _n, IntervalMethod.SamplePaths, _unit);
    }

    public Quantity ChanceOfAtLeast(Quantity value) => ChanceThat(value, static (future, limit, slack) => future >= limit - slack);

    public Quantity ChanceOfAtMost(Quantity value) => ChanceThat(value, static (future, limit, slack) => future <= limit + slack);

    // Where the futures are lopsided, as those that are kept from going below 0, the model's own point can lie beyond most of them.
    private double Shown
    {
        get
        {
            const double beyond = (1d - UsualLevel) / 2d;
            if (_possible.Length == 0)
            {
                return _expected;
            }

            return Inside(_expected, Quantile(beyond), Quantile(1d - beyond));
        }
    }

    private double Inside(double value, double lower, double upper)
    {
        if (value >= lower && value <= upper)
        {
            return value;
        }

        return Quantile(0.5);
    }

    private double Quantile(double share) => Quantiles.OfSorted(Sorted, share, QuantileType.Type7);

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
