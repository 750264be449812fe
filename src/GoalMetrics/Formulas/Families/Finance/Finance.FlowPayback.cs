namespace GoalMetrics;

// When uneven flows of money have paid back what was invested.
public static partial class Finance
{
    private static readonly Unit Periods = Unit.Count("period");
    private static readonly Quantity NeverPaidBack = Quantity.Undefined(UndefinedReason.OutOfDomain, Causes.NotPaidBack, Periods);

    /// <summary>
    /// How many periods the flows take to pay back what was invested: the first time their running sum is no longer below
    /// zero, within a period in proportion. Not discounted.
    /// </summary>
    /// <param name="flows">The flows in order: the first now, what is invested, below zero; then one at the end of each period.</param>
    /// <returns>
    /// Periods, such as 3.25; undefined (<see cref="UndefinedReason.InsufficientData"/>) without flows, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) where the first is not below zero (the cause is <c>flows[0]</c>) or the flows
    /// never pay back (<c>not paid back</c>).
    /// </returns>
    /// <exception cref="UnitMismatchException">The flows are in different currencies.</exception>
    public static Quantity PaybackPeriodOfFlows(ReadOnlySpan<Quantity> flows)
    {
        var nothing = NothingOf(flows);
        return nothing.IsDefined ? Payback(0m, flows) : nothing.WithUnit(Periods);
    }

    /// <summary>
    /// How many periods the discounted flows take to pay back what was invested: the first time the running sum of
    /// <c>flow_t / (1 + rate)^t</c> is no longer below zero, within a period in proportion.
    /// </summary>
    /// <param name="rate">The discount rate of one period, above −100 %.</param>
    /// <param name="flows">The flows in order: the first now, what is invested, below zero; then one at the end of each period.</param>
    /// <returns>
    /// Periods; undefined (<see cref="UndefinedReason.InsufficientData"/>) without flows, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) at a rate of −100 % or below, where the first flow is not below zero (the cause
    /// is <c>flows[0]</c>), or where the flows never pay back (<c>not paid back</c>). Exact but for divisions; computed in double,
    /// right to about 12 digits, where <c>(1 + rate)^t</c> is beyond the range of decimal.
    /// </returns>
    /// <exception cref="UnitMismatchException">The flows are in different currencies.</exception>
    public static Quantity DiscountedPaybackPeriodOfFlows(Quantity rate, ReadOnlySpan<Quantity> flows)
    {
        var discountRate = DiscountRate(rate.AsRatio());
        var nothing = AtRate(discountRate, NothingOf(flows));
        return nothing.IsDefined ? Payback(discountRate.Amount, flows) : nothing.WithUnit(Periods);
    }

    // All flows are known, and in one currency.
    private static Quantity Payback(decimal rate, ReadOnlySpan<Quantity> flows)
    {
        if (!Quantity.IsBelowZero(flows[0]))
        {
            return Quantity.Undefined(UndefinedReason.OutOfDomain, "flows[0]", Periods);
        }

        try
        {
            // Divided by a plain 1, a flow is itself to the bit.
            var (balance, growth, factor) = (flows[0].UncheckedAmount, 1m + rate, 1m);
            var discounts = growth != 1m || growth.Scale > 0;
            for (var i = 1; i < flows.Length; i++)
            {
                var flow = discounts ? flows[i].UncheckedAmount / (factor *= growth) : flows[i].UncheckedAmount;
                var next = balance + flow;
                if (next >= 0m)
                {
                    return new(i - 1 - (balance / flow), Periods);
                }

                balance = next;
            }
        }
        catch (ArithmeticException)
        {
            return PaybackInDouble((double)rate, flows);
        }

        return NeverPaidBack;
    }

    // Hundreds of periods on, (1 + rate)^t is too large or too small for decimal; what it makes of the flows is not.
    private static Quantity PaybackInDouble(double rate, ReadOnlySpan<Quantity> flows)
    {
        double balance = (double)flows[0].Amount, factor = 1d;
        for (var i = 1; i < flows.Length; i++)
        {
            factor *= 1d + rate;
            var flow = flows[i].IsZero ? 0d : (double)flows[i].Amount / factor;
            if (balance + flow >= 0d)
            {
                return Quantity.Computed(i - 1d - (balance / flow), Periods);
            }

            balance += flow;
        }

        return NeverPaidBack;
    }
}
