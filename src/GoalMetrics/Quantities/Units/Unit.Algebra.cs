using System.Collections.Immutable;

namespace GoalMetrics;

// The algebra of units: a compound is a list of simple units with exponents, sorted, none of them zero.
public sealed partial class Unit
{
    private readonly ImmutableArray<Factor> _factors = [];

    // The most entries that are kept; then all are dropped together.
    private const int MostCombinations = 16;

    // Earlier quotients and products, so that a formula allocates nothing after its first call. The array is replaced, never
    // written to: at worst, a race loses an entry.
    private Combination[] _combinations = [];

    private Unit(ImmutableArray<Factor> factors)
        : this(UnitKind.Compound) => _factors = factors;

    private enum Operation
    {
        Times,
        Over,
        Per,
    }

    /// <summary>The unit of a product. Ratios and plain counts leave the other unit as it is; equal units cancel.</summary>
    public Unit Times(Unit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(other, Ratio))
        {
            return this;
        }

        return Combine(Operation.Times, other);
    }

    /// <summary>
    /// The unit of a quotient: equal units cancel to <see cref="Ratio"/>, and a count over a count is a ratio, unless one of them was
    /// made with <see cref="Per(Unit)"/>.
    /// </summary>
    public Unit Over(Unit divisor)
    {
        ArgumentNullException.ThrowIfNull(divisor);
        if (ReferenceEquals(divisor, Ratio))
        {
            return this;
        }

        if (ReferenceEquals(divisor, this))
        {
            return Ratio;
        }

        return Combine(Operation.Over, divisor);
    }

    /// <summary>The unit of a quotient that keeps what is counted: units per order instead of a ratio.</summary>
    public Unit Per(Unit divisor)
    {
        ArgumentNullException.ThrowIfNull(divisor);
        return Combine(Operation.Per, divisor);
    }

    /// <summary>This unit per one of the things named: <c>Unit.Money("DKK").Per("order")</c>.</summary>
    public Unit Per(string noun) => Per(Count(noun));

    /// <summary>The simple units that stand above the line; the unit itself when it is not compound.</summary>
    internal IEnumerable<Unit> Numerator => Kind == UnitKind.Compound ? Side(1) : [this];

    /// <summary>The simple units that stand below the line.</summary>
    internal IEnumerable<Unit> Denominator => Side(-1);

    /// <summary>Whether this is one currency, and nothing else, above a line.</summary>
    internal bool IsMoneyPerSomething => Kind == UnitKind.Compound && MoneyAbove is not null;

    /// <summary>Whether this is something per a thing that is counted, such as EUR per piece.</summary>
    internal bool IsPerThing => _factors.Any(factor => factor is { Exponent: < 0, Unit.Kind: UnitKind.Count });

    /// <summary>Whether this is money times things that are counted, such as EUR × piece.</summary>
    internal bool IsMoneyTimesThings => HasAbove(UnitKind.Money) && HasAbove(UnitKind.Count);

    /// <summary>The currency that stands alone above the line; null where something else does.</summary>
    internal Unit? MoneyAbove
    {
        get
        {
            var money = Kind == UnitKind.Money ? this : null;
            foreach (var factor in _factors)
            {
                if (factor.Exponent > 0)
                {
                    if (money is not null || factor is not { Unit.Kind: UnitKind.Money, Exponent: 1 })
                    {
                        return null;
                    }

                    money = factor.Unit;
                }
            }

            return money;
        }
    }

    /// <summary>The unit of time that stands below the line, as in DKK per month; null where none does.</summary>
    internal Unit? TimeBelow
    {
        get
        {
            foreach (var factor in _factors)
            {
                if (factor is { Exponent: -1, Unit.Kind: UnitKind.Duration })
                {
                    return factor.Unit;
                }
            }

            return null;
        }
    }

    private bool HasAbove(UnitKind kind) => _factors.Any(factor => factor.Exponent > 0 && factor.Unit.Kind == kind);

    private IEnumerable<Unit> Side(int sign) =>
        _factors.Where(f => Math.Sign(f.Exponent) == sign).SelectMany(f => Enumerable.Repeat(f.Unit, Math.Abs(f.Exponent)));

    private Unit Combine(Operation operation, Unit other)
    {
        if (operation == Operation.Over && Kind == UnitKind.Count && other.Kind == UnitKind.Count)
        {
            return Ratio;
        }

        if (other.IsPlain)
        {
            return IsPlain ? CombinePlain(operation, other) : this;
        }

        if (operation == Operation.Times && IsPlain)
        {
            return other;
        }

        foreach (var known in _combinations)
        {
            if (known.Operation == operation && known.Other.Equals(other))
            {
                return known.Result;
            }
        }

        return CombineAnew(operation, other);
    }

    private Unit CombineAnew(Operation operation, Unit other)
    {
        var countsCancel = operation != Operation.Per && !IsCountPerCount && !other.IsCountPerCount;
        var result = Simplify(Merge(other, operation == Operation.Times ? 1 : -1), countsCancel);
        Remember(new(operation, other, result));
        return result;
    }

    private void Remember(Combination combination)
    {
        // Read once, as another thread may replace it meanwhile.
        var known = _combinations;
        _combinations = known.Length < MostCombinations ? [.. known, combination] : [combination];
    }

    // Ratios and percentage points scale; a plain count is a number of times. None of them is a dimension of its own, but for points alone
    // above a line: 0.1 percentage points per day.
    private bool IsPlain => Kind is UnitKind.Ratio or UnitKind.PercentagePoint || (Kind == UnitKind.Count && Noun is null);

    private Unit CombinePlain(Operation operation, Unit other) => (Kind, other.Kind) switch
    {
        _ when Kind == other.Kind => operation == Operation.Times ? this : Ratio,
        (UnitKind.PercentagePoint, _) => this,
        (UnitKind.Count, UnitKind.Ratio) => this,
        _ when operation == Operation.Times => other,
        _ => Ratio,
    };

    // Units made with Per, such as units per order, are kept through all that follows.
    private bool IsCountPerCount => Side(1).Any(u => u.Kind == UnitKind.Count) && Side(-1).Any(u => u.Kind == UnitKind.Count);

    private SortedDictionary<Unit, int> Merge(Unit other, int sign)
    {
        var merged = new SortedDictionary<Unit, int>(DisplayOrder.Instance);
        Add(this, 1);
        Add(other, sign);
        return merged;

        void Add(Unit unit, int direction)
        {
            if (unit.Kind == UnitKind.Compound)
            {
                foreach (var factor in unit._factors)
                {
                    Count(factor.Unit, factor.Exponent * direction);
                }
            }
            else if (!unit.IsPlain || unit.Kind == UnitKind.PercentagePoint)
            {
                Count(unit, direction);
            }
        }

        void Count(Unit unit, int exponent)
        {
            var sum = merged.GetValueOrDefault(unit) + exponent;
            if (sum == 0)
            {
                merged.Remove(unit);
            }
            else
            {
                merged[unit] = sum;
            }
        }
    }

    private static Unit Simplify(SortedDictionary<Unit, int> merged, bool countsCancel)
    {
        // Beside another unit above the line points are a share of that, and below it they scale. Time that has yet to cancel, as in points
        // per day times hours, is no other unit.
        var isRate = merged.Any(factor => factor is { Value: < 0, Key.Kind: UnitKind.Duration });
        var above = merged.Count(factor => factor.Value > 0 && !(isRate && factor.Key.Kind == UnitKind.Duration));
        if (merged.GetValueOrDefault(PercentagePoint) != 1 || above > 1)
        {
            merged.Remove(PercentagePoint);
        }

        if (merged.Count == 0)
        {
            return Ratio;
        }

        if (merged.Count == 1 && merged.First() is { Value: 1 } single)
        {
            return single.Key;
        }

        if (countsCancel && merged.All(f => f.Key.Kind == UnitKind.Count) && merged.Values.Sum() == 0)
        {
            return Ratio;
        }

        return new Unit([.. merged.Select(f => new Factor(f.Key, f.Value))]);
    }

    private string FactorsToString()
    {
        var above = string.Join(" × ", Side(1).Select(Name));
        var below = string.Join(" and ", Side(-1).Select(Name));
        return (above, below) switch
        {
            (_, "") => above,
            ("", _) => $"per {below}",
            _ => $"{above} per {below}",
        };

        static string Name(Unit unit) => unit.Kind switch
        {
            UnitKind.Count => unit.Noun!,
            UnitKind.Duration => unit.DurationUnit.ToString()!.ToLowerInvariant(),
            _ => unit.ToString(),
        };
    }

    private readonly record struct Factor(Unit Unit, int Exponent);

    private readonly record struct Combination(Operation Operation, Unit Other, Unit Result);

    // Money first, then scores, counts, durations: the order in which people say them.
    private sealed class DisplayOrder : IComparer<Unit>
    {
        public static readonly DisplayOrder Instance = new();

        public int Compare(Unit? x, Unit? y)
        {
            var byKind = Rank(x!).CompareTo(Rank(y!));
            if (byKind != 0)
            {
                return byKind;
            }

            return string.CompareOrdinal(x!.ToString(), y!.ToString());
        }

        private static int Rank(Unit unit) => unit.Kind switch
        {
            UnitKind.Money => 0,
            UnitKind.Score or UnitKind.PercentagePoint => 1,
            UnitKind.Count => 2,
            _ => 3,
        };
    }
}
