using NodaTime;

namespace GoalMetrics;

// Values and rates of flows of money: one after another, period by period, or on dates.
public static partial class Finance
{
    private const double DaysInYear = 365d;

    private static readonly Quantity OneDay = Quantity.Duration(1m, DurationUnit.Day);
    private static readonly Quantity None = 0m;
    private static readonly Quantity Whole = 1m;
    private static readonly Quantity NoFlows = Quantity.Undefined(UndefinedReason.InsufficientData, "flows");

    /// <summary>
    /// The present value of cash flows, the first at the end of the first period:
    /// <c>Σ flow_t / (1 + rate)^t</c>, t = 1, 2, … as the NPV function of spreadsheets has it.
    /// </summary>
    /// <param name="rate">The discount rate of one period, above −100 %.</param>
    /// <param name="flows">The flows in order, one a period, zero where there is none; what goes out is negative.</param>
    /// <returns>
    /// Money; undefined (<see cref="UndefinedReason.InsufficientData"/>) without flows, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) at a rate of −100 % or below.
    /// </returns>
    /// <exception cref="UnitMismatchException">The flows are in different currencies.</exception>
    /// <remarks>See <see cref="NetPresentValueFromNow"/> where the first flow is paid today.</remarks>
    public static Quantity NetPresentValue(Quantity rate, ReadOnlySpan<Quantity> flows) =>
        NetPresentValueFromNow(rate, flows) / (Whole + rate);

    /// <summary>
    /// The present value of cash flows, the first of them now: <c>Σ flow_t / (1 + rate)^t</c>, t = 0, 1, 2, … The first is
    /// often what is invested, with a minus sign.
    /// </summary>
    /// <inheritdoc cref="NetPresentValue"/>
    /// <remarks>See <see cref="NetPresentValue"/> where the first flow comes a period from now.</remarks>
    public static Quantity NetPresentValueFromNow(Quantity rate, ReadOnlySpan<Quantity> flows)
    {
        rate = DiscountRate(rate.AsRatio());
        var nothing = AtRate(rate, NothingOf(flows));
        if (!nothing.IsDefined)
        {
            return nothing;
        }

        // All flows are known, and in one currency.
        try
        {
            var (value, growth) = (nothing.Amount, 1m + rate.Amount);
            for (var i = flows.Length - 1; i >= 0; i--)
            {
                value = (value / growth) + flows[i].Amount;
            }

            return new(value, nothing.Unit);
        }
        catch (OverflowException)
        {
            return Quantity.Undefined(UndefinedReason.Overflow, nameof(flows), nothing.Unit);
        }
    }

    // No money in the currency of all flows; undefined as the first flow that is.
    private static Quantity NothingOf(ReadOnlySpan<Quantity> flows)
    {
        var nothing = NoFlows;
        for (var i = 0; i < flows.Length; i++)
        {
            if (!IsLike(nothing, flows[i]))
            {
                nothing = NothingOf(nothing, flows[i], i);
            }
        }

        return nothing;
    }

    private static Quantity NothingOf(ReadOnlySpan<CashFlow> flows)
    {
        var nothing = NoFlows;
        for (var i = 0; i < flows.Length; i++)
        {
            if (!IsLike(nothing, flows[i].Amount))
            {
                nothing = NothingOf(nothing, flows[i].Amount, i);
            }
        }

        return nothing;
    }

    // Of the flow's currency, and with no fewer decimals.
    private static bool IsLike(Quantity nothing, Quantity flow) =>
        Quantity.HaveOneUnit(nothing, flow) && flow.UncheckedAmount.Scale <= nothing.UncheckedAmount.Scale;

    private static Quantity NothingOf(Quantity before, Quantity flow, int place)
    {
        var nothing = Flow(flow, place) * None;
        if (place == 0)
        {
            return nothing;
        }

        return before + nothing;
    }

    // The rate comes before the flows among the inputs: where it is undefined, so is the value.
    private static Quantity AtRate(Quantity rate, Quantity nothing)
    {
        if (rate.IsDefined)
        {
            return nothing;
        }

        return nothing.Unit is { } unit ? rate.WithUnit(unit) : rate;
    }

    /// <summary>
    /// The value of dated cash flows on the earliest of their dates: <c>Σ flow / (1 + rate)^(days / 365)</c>, the days counted from
    /// the earliest flow.
    /// </summary>
    /// <param name="rate">The discount rate of a year of 365 days, above −100 %.</param>
    /// <param name="flows">The flows, in any order; what goes out is negative.</param>
    /// <returns>
    /// Money, computed in double: right to about 14 digits of the largest flow. Undefined
    /// (<see cref="UndefinedReason.InsufficientData"/>) without flows, and (<see cref="UndefinedReason.OutOfDomain"/>) at a rate of
    /// −100 % or below.
    /// </returns>
    /// <exception cref="UnitMismatchException">The flows are in different currencies.</exception>
    public static Quantity Xnpv(Quantity rate, ReadOnlySpan<CashFlow> flows)
    {
        rate = DiscountRate(rate.AsRatio());
        var nothing = AtRate(rate, NothingOf(flows));
        if (!nothing.IsDefined)
        {
            return nothing;
        }

        var start = flows[0].Date;
        foreach (var flow in flows)
        {
            start = LocalDate.Min(start, flow.Date);
        }

        var (value, growth) = (0d, 1d + (double)rate.Amount);
        foreach (var flow in flows)
        {
            value += Discounted(Timed(flow, start), 0d, growth);
        }

        return Quantity.Computed(value, nothing.Unit).CausedBy(nameof(flows));
    }

    /// <summary>
    /// The rate per period at which cash flows have a present value of zero: <c>Σ flow_t / (1 + rate)^t = 0</c>.
    /// </summary>
    /// <param name="flows">The flows in order, one a period, zero where there is none; what goes out is negative.</param>
    /// <returns>
    /// A ratio above −100 %, computed in double: right to about 12 digits. Undefined
    /// (<see cref="UndefinedReason.InsufficientData"/>) without flows, and (<see cref="UndefinedReason.OutOfDomain"/>, with these
    /// words as the cause) where there is <c>no sign change</c>, <c>no root</c>, or several, which are listed, as in
    /// <c>several roots (0.25, 4)</c>, with <c>overflow</c> for one that is too large: then no single rate says how good the flows
    /// are. Roots that almost coincide, such as 10 % twice over, are <c>roots too close to tell apart</c>; a rate that all but
    /// loses everything, nearer to −100 % than 1e-28, is <c>too near −100 %</c>.
    /// </returns>
    /// <exception cref="UnitMismatchException">The flows are in different currencies.</exception>
    public static Quantity InternalRateOfReturn(ReadOnlySpan<Quantity> flows)
    {
        var nothing = NothingOf(flows);
        return nothing.IsDefined ? Rate(flows.ToArray().Select((flow, i) => new TimedFlow(i, flow.Amount))) : nothing.WithUnit(Unit.Ratio);
    }

    /// <summary>
    /// The rate per year of 365 days at which dated cash flows have a present value of zero: <c>Σ flow / (1 + rate)^(days / 365) = 0</c>.
    /// </summary>
    /// <param name="flows">The flows, in any order; what goes out is negative.</param>
    /// <inheritdoc cref="InternalRateOfReturn" path="/returns"/>
    /// <exception cref="UnitMismatchException">The flows are in different currencies.</exception>
    public static Quantity Xirr(ReadOnlySpan<CashFlow> flows)
    {
        var nothing = NothingOf(flows);
        if (!nothing.IsDefined)
        {
            return nothing.WithUnit(Unit.Ratio);
        }

        var start = flows[0].Date;
        return Rate(flows.ToArray().Select(flow => Timed(flow, start)));
    }

    // The same two over an amount, its time, an amount, its time, as a catalogue's entry takes them.
    private static Quantity XnpvOfPairs(ReadOnlySpan<Quantity> inputs)
    {
        var rate = DiscountRate(inputs[0]);
        var (flows, times) = Unpaired(inputs[1..]);
        var nothing = AtRate(rate, NothingOf(flows));
        if (!nothing.IsDefined)
        {
            return nothing;
        }

        var (start, growth) = (times.Min(), 1d + (double)rate.Amount);
        var value = times.Zip(flows, Timed).Sum(flow => Discounted(flow, start, growth));
        return Quantity.Computed(value, nothing.Unit).CausedBy(nameof(flows));
    }

    private static Quantity XirrOfPairs(ReadOnlySpan<Quantity> inputs)
    {
        var (flows, times) = Unpaired(inputs);
        var nothing = NothingOf(flows);
        return nothing.IsDefined ? Rate(times.Zip(flows, Timed)) : nothing.WithUnit(Unit.Ratio);
    }

    // A flow at a moment that is not known is not known.
    private static (Quantity[] Flows, double[] Times) Unpaired(ReadOnlySpan<Quantity> pairs)
    {
        var (flows, times) = (new Quantity[pairs.Length / 2], new double[pairs.Length / 2]);
        for (var i = 0; i < flows.Length; i++)
        {
            var (flow, days) = (pairs[2 * i], pairs[(2 * i) + 1].RatioTo(OneDay).CausedBy(FormattableString.Invariant($"after[{i}]")));
            flows[i] = days.IsDefined || !flow.IsDefined ? flow : days.WithUnit(flow.Unit);
            times[i] = (double)(days.AmountOrNull ?? 0m) / DaysInYear;
        }

        return (flows, times);
    }

    private static TimedFlow Timed(double time, Quantity flow) => new(time, flow.Amount);

    private static TimedFlow Timed(CashFlow flow, LocalDate start) =>
        new(Period.DaysBetween(start, flow.Date) / DaysInYear, flow.Amount.Amount);

    // What a flow is worth at the start.
    private static double Discounted(TimedFlow flow, double start, double growth) =>
        (double)flow.Amount * Math.Pow(growth, start - flow.Time);

    private static Quantity Rate(IEnumerable<TimedFlow> flows) => TimedFlow.Joined(flows) is { } joined
        ? RateOfReturn.Of(joined)
        : Quantity.Undefined(UndefinedReason.Overflow, nameof(flows), Unit.Ratio);

    private static Quantity DiscountRate(Quantity rate) => rate.IsNegative && rate.Amount <= -1m
        ? Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(rate), Unit.Ratio)
        : rate;

    private static Quantity Flow(Quantity flow, int place) =>
        Quantity.IsOf(UnitKind.Money, flow) ? flow : flow.AsMoney(FormattableString.Invariant($"flows[{place}]"));
}
