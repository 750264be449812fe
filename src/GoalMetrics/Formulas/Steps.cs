using System.Runtime.CompilerServices;

namespace GoalMetrics;

// Steps that built-in formulas of several families share. An input outside its domain becomes undefined at once, so that the
// first thing wrong, in the order of the inputs, is what the result tells.
internal static class Steps
{
    private static readonly Quantity Hundred = 100m;
    private static readonly Unit Number = Unit.Count();
    private static readonly Unit PromoterScore = Unit.Score(-100m, 100m);

    // What lies below zero has no meaning here.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NotNegative(ref Quantity value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value.IsDefined && value.IsNegative)
        {
            value = OutOfDomain(value, name);
        }
    }

    // A part of a whole: from none to all of it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Share(ref Quantity value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value.IsDefined && (value.IsNegative || value.IsAboveOne))
        {
            value = OutOfDomain(value, name);
        }
    }

    // A margin may be below zero, never above all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AtMostOne(ref Quantity value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value.IsAboveOne)
        {
            value = OutOfDomain(value, name);
        }
    }

    // Plain counts of answers; more of them than there are is no answer to how many more recommend.
    public static Quantity NetPromoters(in Quantity promoters, in Quantity detractors, in Quantity responses)
    {
        if (promoters.IsDefined && detractors.IsDefined && responses.IsDefined)
        {
            var (more, less, all) = (promoters.UncheckedAmount, detractors.UncheckedAmount, responses.UncheckedAmount);

            // Subtracted, not added: the difference of two counts always is a decimal.
            if (all - more < less)
            {
                return Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(responses), PromoterScore);
            }

            // A hundred times as many still is a decimal; beyond, the operators below say Overflow.
            if (all is > 0m and < 1e26m)
            {
                return new(100m * (more - less) / all, PromoterScore);
            }
        }

        return ((promoters - detractors) * Hundred).DividedBy(responses).WithUnit(PromoterScore);
    }

    // Counts of one thing under two names, such as units passed of units started, add and cancel as plain numbers.
    public static Quantity Things(Quantity count) => count.WithUnit(Number);

    // As above, in place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Things(ref Quantity count)
    {
        if (!ReferenceEquals(count.Unit, Number))
        {
            Rename(ref count);
        }
    }

    // How long a stock lasts at the flow of a period: stock / (flow / period). Multiplied first, so that a stock of 100
    // against a flow of 300 in 3 months is 1 month and not 0.9999….
    public static Quantity TimeOf(in Quantity stock, in Quantity flow, string flowName, in Quantity period, string periodName)
    {
        if (stock.IsDefined && flow.IsDefined && period.IsDefined && ReferenceEquals(stock.Unit, flow.Unit) && !flow.IsZero && !period.IsZero)
        {
            var amount = 0m;
            var fits = true;
            try
            {
                amount = stock.UncheckedAmount * period.UncheckedAmount / flow.UncheckedAmount;
            }
            catch (OverflowException)
            {
                // The operators below tell which input is too large.
                fits = false;
            }

            if (fits)
            {
                return new(amount, period.Unit);
            }
        }

        if (!stock.IsDefined || !flow.IsDefined || !period.IsDefined)
        {
            return stock.RatioTo(flow, flowName) * period;
        }

        return period.IsZero && !flow.IsZero
            ? Quantity.Undefined(UndefinedReason.ZeroDenominator, periodName, period.Unit)
            : (stock * period.WithUnit(Unit.Ratio)).RatioTo(flow, flowName).WithUnit(period.Unit);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rename(ref Quantity count) => count = count.WithUnit(Number);

    private static Quantity OutOfDomain(Quantity value, string name) => Quantity.Undefined(UndefinedReason.OutOfDomain, name, value.Unit);
}
