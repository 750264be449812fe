namespace GoalMetrics;

/// <summary>Formulas of return, margin and growth. See <see cref="Marketing"/> for what holds of every formula.</summary>
public static partial class Finance
{
    /// <summary>The formulas of this family, with their descriptions.</summary>
    public static IReadOnlyList<Formula> Formulas => Entries.All;

    /// <summary>What came back beyond what was invested, as a share of it: <c>(returned − invested) / invested</c>.</summary>
    /// <param name="returned">All that came back, the investment itself included: not the gain.</param>
    /// <param name="invested">What was put in, in the same currency.</param>
    /// <returns>A ratio, −100 % when nothing came back; undefined without investment, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity ReturnOnInvestment(Quantity returned, Quantity invested)
    {
        Input.Money(ref returned);
        Input.Money(ref invested);
        return ShareOfPositive(returned - invested, invested, nameof(invested));
    }

    /// <summary>The part of revenue left after the cost of what was sold: <c>(revenue − cost of goods) / revenue</c>.</summary>
    /// <param name="revenue">Net revenue.</param>
    /// <param name="costOfGoodsSold">What the goods sold had cost, in the same currency.</param>
    /// <returns>A ratio, negative when sold at a loss; undefined without revenue, and (<see cref="UndefinedReason.OutOfDomain"/>) at a negative one.</returns>
    /// <exception cref="UnitMismatchException">The two are in different currencies.</exception>
    public static Quantity GrossMargin(Quantity revenue, Quantity costOfGoodsSold)
    {
        Input.Money(ref revenue);
        Input.Money(ref costOfGoodsSold);
        return ShareOfPositive(revenue - costOfGoodsSold, revenue, nameof(revenue));
    }

    /// <summary>The relative change: <c>(current − previous) / |previous|</c>, which is <c>current / previous − 1</c> for a positive base (S5.1).</summary>
    /// <param name="current">The later quantity.</param>
    /// <param name="previous">The earlier quantity, in the same unit. From a negative base the result is against its absolute value.</param>
    /// <returns>A ratio; undefined from zero.</returns>
    /// <exception cref="UnitMismatchException">The units are unlike.</exception>
    public static Quantity GrowthRate(Quantity current, Quantity previous)
    {
        current = Input.Any(current);
        previous = Input.Any(previous);
        var size = previous.IsDefined && previous.IsNegative ? -previous : previous;
        return (current - previous).RatioTo(size, nameof(previous));
    }

    /// <summary>The steady growth per period that leads from start to end: <c>(end / start)^(1 / periods) − 1</c> (S5.2).</summary>
    /// <param name="start">The quantity at the start; above 0.</param>
    /// <param name="end">The quantity at the end, in the same unit; not below 0.</param>
    /// <param name="periods">How many periods lie between; above 0, whole or not.</param>
    /// <returns>
    /// A ratio, computed in double: right to about 15 digits of <c>1 + growth</c>. Undefined
    /// (<see cref="UndefinedReason.ZeroDenominator"/>) from 0 and over 0 periods, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) where start or end is negative.
    /// </returns>
    /// <exception cref="UnitMismatchException">Start and end are in unlike units.</exception>
    public static Quantity CompoundGrowthRate(Quantity start, Quantity end, Quantity periods)
    {
        start = Input.Any(start);
        end = Input.Any(end);
        Input.Count(ref periods);
        var growth = end.RatioTo(start);
        var exponent = Quantity.Ratio(1m).DividedBy(periods);
        return !start.IsDefined ? start.WithUnit(Unit.Ratio)
            : start.IsNegative ? Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(start), Unit.Ratio)
            : end.IsDefined && end.IsNegative ? Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(end), Unit.Ratio)
            : !growth.IsDefined ? growth
            : !exponent.IsDefined ? exponent
            : Quantity.Computed(Math.Pow((double)growth.Amount, (double)exponent.Amount) - 1d, Unit.Ratio);
    }

    private static Quantity ShareOfPositive(Quantity part, Quantity whole, string name) => part.IsDefined && whole.IsNegative
        ? Quantity.Undefined(UndefinedReason.OutOfDomain, name, Unit.Ratio)
        : part.RatioTo(whole, name);

    // Made when first asked for: a direct call needs none of it.
    private static class Entries
    {
        internal static readonly IReadOnlyList<Formula> All = [.. BasicFormulas(), .. CashFlowFormulas()];
    }

    private static IEnumerable<Formula> BasicFormulas() =>
    [
        Formula.Of("return-on-investment", ReturnOnInvestment, FormulaInput.Money("returned"), FormulaInput.Money("invested")).DescribedBy(new()
        {
            Title = new("Return on investment", "Afkast af investering"),
            Synonyms = ["roi", "afkast"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "(returned - invested) / invested",
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("gross-margin", GrossMargin, FormulaInput.Money("revenue"), FormulaInput.Money("costOfGoodsSold")).DescribedBy(new()
        {
            Title = new("Gross margin", "Dækningsgrad"),
            Synonyms = ["gross-profit-margin", "dækningsgrad", "bruttomargin"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "(revenue - costOfGoodsSold) / revenue",
            Source = "Brealey, Myers & Allen, Principles of Corporate Finance, 13th ed., 2020",
        }),
        Formula.Of("growth-rate", GrowthRate, "current", "previous").DescribedBy(new()
        {
            Title = new("Growth rate", "Vækstrate"),
            Synonyms = ["growth", "vækst", "vækstrate"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "(current - previous) / |previous|",
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
        Formula.Of("compound-growth-rate", CompoundGrowthRate, "start", "end", FormulaInput.Count("periods")).DescribedBy(new()
        {
            Title = new("Compound growth rate", "Gennemsnitlig vækst pr. periode"),
            Synonyms = ["cagr", "rri"],
            Family = "Finance",
            Direction = Direction.HigherIsBetter,
            Equation = "(end / start)^(1 / periods) - 1",
            Source = "Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, 4th ed., 2020",
        }),
    ];
}
