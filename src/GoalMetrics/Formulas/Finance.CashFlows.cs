using System.Runtime.CompilerServices;
using NodaTime;

namespace GoalMetrics;

// Values and rates of flows of money: one after another, period by period, or on dates.
public static partial class Finance
{
    private const double DaysInYear = 365d;
    private static readonly Quantity OneDay = Quantity.Duration(1m, DurationUnit.Day);
    private static readonly Quantity None = 0m;
    private static readonly Quantity Whole = 1m;

    /// <summary>
    /// What flows of money are worth now when the first comes at the end of the first period:
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
    public static Quantity NetPresentValue(Quantity rate, ReadOnlySpan<Quantity> flows)
    {
        var now = NetPresentValueFromNow(rate, flows);
        return now.IsDefined ? now / (Whole + rate) : now;
    }

    /// <summary>
    /// What flows of money are worth now when the first comes now: <c>Σ flow_t / (1 + rate)^t</c>, t = 0, 1, 2, … The first is
    /// often what is invested, with a minus sign.
    /// </summary>
    /// <inheritdoc cref="NetPresentValue"/>
    /// <remarks>See <see cref="NetPresentValue"/> where the first flow comes a period from now.</remarks>
    public static Quantity NetPresentValueFromNow(Quantity rate, ReadOnlySpan<Quantity> flows)
    {
        rate = DiscountRate(Input.Ratio(rate));
        var nothing = NothingOf(rate, flows);
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

    // No money in the currency of all flows; undefined as the rate or the first flow that is.
    private static Quantity NothingOf(Quantity rate, ReadOnlySpan<Quantity> flows)
    {
        var value = flows.IsEmpty ? Quantity.Undefined(UndefinedReason.InsufficientData, nameof(flows)) : Flow(flows[0], 0) * None;
        for (var i = 1; i < flows.Length; i++)
        {
            var flow = Flow(flows[i], i);

            // Nothing with no more decimals than there are adds nothing.
            if (!value.IsDefined || !flow.IsDefined || !ReferenceEquals(value.Unit, flow.Unit) || flow.Amount.Scale > value.Amount.Scale)
            {
                value += flow * None;
            }
        }

        return rate.IsDefined ? value : value.Unit is { } unit ? rate.WithUnit(unit) : rate;
    }

    /// <summary>
    /// What flows of money on dates are worth on the earliest of them: <c>Σ flow / (1 + rate)^(days / 365)</c>, the days counted from
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
        rate = DiscountRate(Input.Ratio(rate));
        using var dated = Dated(flows, stackalloc CashFlows.Flow[CashFlows.Few]);
        return dated.PresentValue(rate);
    }

    /// <summary>
    /// The rate per period at which flows are worth nothing together: <c>Σ flow_t / (1 + rate)^t = 0</c>.
    /// </summary>
    /// <param name="flows">The flows in order, one a period, zero where there is none; what goes out is negative.</param>
    /// <returns>
    /// A ratio above −100 %, computed in double: right to about 12 digits, also where it is a root several times over, as 10 % of
    /// −1,000, 3,300, −3,630 and 1,331. Undefined (<see cref="UndefinedReason.InsufficientData"/>) without flows, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>, with these words as the cause) where there is <c>no sign change</c>, <c>no
    /// root</c>, or <c>several roots (n)</c>: then no single rate says how good the flows are. Two roots count as two from about
    /// 1e-13 of each other on, three from about 1e-9; a rate that all but loses everything, nearer to −100 % than 1e-28, is
    /// <c>too near −100 %</c>.
    /// </returns>
    /// <exception cref="UnitMismatchException">The flows are in different currencies.</exception>
    public static Quantity InternalRateOfReturn(ReadOnlySpan<Quantity> flows)
    {
        using var periodic = new CashFlows(stackalloc CashFlows.Flow[CashFlows.Few], flows.Length);
        for (var i = 0; i < flows.Length; i++)
        {
            periodic.Add(i, Flow(flows[i], i));
        }

        return periodic.Rate();
    }

    /// <summary>
    /// The rate per year of 365 days at which flows on dates are worth nothing together: <c>Σ flow / (1 + rate)^(days / 365) = 0</c>.
    /// </summary>
    /// <param name="flows">The flows, in any order; what goes out is negative.</param>
    /// <inheritdoc cref="InternalRateOfReturn" path="/returns"/>
    /// <exception cref="UnitMismatchException">The flows are in different currencies.</exception>
    public static Quantity Xirr(ReadOnlySpan<CashFlow> flows)
    {
        using var dated = Dated(flows, stackalloc CashFlows.Flow[CashFlows.Few]);
        return dated.Rate();
    }

    // The same two over an amount and its time, and again, as a catalogue's entry takes them.
    private static Quantity XnpvOfPairs(ReadOnlySpan<Quantity> inputs)
    {
        using var dated = OfPairs(inputs[1..], stackalloc CashFlows.Flow[CashFlows.Few]);
        return dated.PresentValue(DiscountRate(inputs[0]));
    }

    private static Quantity XirrOfPairs(ReadOnlySpan<Quantity> inputs)
    {
        using var dated = OfPairs(inputs, stackalloc CashFlows.Flow[CashFlows.Few]);
        return dated.Rate();
    }

    private static CashFlows OfPairs(ReadOnlySpan<Quantity> pairs, Span<CashFlows.Flow> few)
    {
        var dated = new CashFlows(few, pairs.Length / 2);
        for (var i = 0; i < pairs.Length; i += 2)
        {
            // A flow at a moment that is not known is not known.
            var (flow, days) = (pairs[i], pairs[i + 1].RatioTo(OneDay));
            dated.Add((double)(days.AmountOrNull ?? 0m) / DaysInYear, days.IsDefined || !flow.IsDefined ? flow : days.WithUnit(flow.Unit));
        }

        return dated;
    }

    private static CashFlows Dated(ReadOnlySpan<CashFlow> flows, Span<CashFlows.Flow> few)
    {
        var dated = new CashFlows(few, flows.Length);
        for (var i = 0; i < flows.Length; i++)
        {
            dated.Add(Period.DaysBetween(flows[0].Date, flows[i].Date) / DaysInYear, Flow(flows[i].Amount, i));
        }

        return dated;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Quantity DiscountRate(Quantity rate) => rate.IsNegative && rate.Amount <= -1m
        ? Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(rate), Unit.Ratio)
        : rate;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Quantity Flow(Quantity flow, int place) => flow.IsDefined && flow.Unit.Kind == UnitKind.Money ? flow : AnyFlow(flow, place);

    private static Quantity AnyFlow(Quantity flow, int place) => Input.Of(flow, InputKind.Money, FormattableString.Invariant($"flows[{place}]"));
}
