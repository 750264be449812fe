using System.Runtime.CompilerServices;

namespace GoalMetrics;

// Steps that built-in formulas of several families share. An input outside its domain becomes undefined at once, so that the
// first thing wrong, in the order of the inputs, is what the result tells.
internal static class Steps
{
    private static readonly Quantity Hundred = 100m;
    private static readonly Unit Number = Unit.Count();
    private static readonly Unit PromoterScore = Unit.Score(-100m, 100m);

    // What lies below zero has no meaning here. The digits of an undefined quantity do not.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NotNegative(ref Quantity value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value.IsNegative)
        {
            value = OutOfDomain(value, name);
        }
    }

    // A part of a whole: from none to all of it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Share(ref Quantity value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!value.IsShare)
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

    // A result that became too large on the way, by the operators, which know no names: the largest input is the cause.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity Traced(Quantity result, in Quantity only, [CallerArgumentExpression(nameof(only))] string name = "") =>
        result.IsDefined ? result : TracedSlowly(result, only, only, only, name, name, name);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity Traced(
        Quantity result, in Quantity first, in Quantity second,
        [CallerArgumentExpression(nameof(first))] string firstName = "", [CallerArgumentExpression(nameof(second))] string secondName = "") =>
        result.IsDefined ? result : TracedSlowly(result, first, second, second, firstName, secondName, secondName);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity Traced(
        Quantity result, in Quantity first, in Quantity second, in Quantity third,
        [CallerArgumentExpression(nameof(first))] string firstName = "", [CallerArgumentExpression(nameof(second))] string secondName = "",
        [CallerArgumentExpression(nameof(third))] string thirdName = "") =>
        result.IsDefined ? result : TracedSlowly(result, first, second, third, firstName, secondName, thirdName);

    public static Quantity Trace(Quantity overflow, ReadOnlySpan<Quantity> inputs, ReadOnlySpan<string> names)
    {
        var largest = -1;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].IsDefined && (largest < 0 || Math.Abs(inputs[i].Amount) > Math.Abs(inputs[largest].Amount)))
            {
                largest = i;
            }
        }

        return largest < 0 ? overflow : overflow.CausedBy(names[largest]);
    }

    // Out of line, and so are the copies.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity TracedSlowly(
        Quantity result, Quantity first, Quantity second, Quantity third, string firstName, string secondName, string thirdName) =>
        result.Reason == UndefinedReason.Overflow ? Trace(result, [first, second, third], [firstName, secondName, thirdName]) : result;

    // Plain counts of answers; more of them than there are is no answer to how many more recommend.
    public static Quantity NetPromoters(in Quantity promoters, in Quantity detractors, in Quantity responses)
    {
        // Few digits, in registers; it comes to the same.
        var (more, less, all) = (promoters.Digits, detractors.Digits, responses.Digits);
        return promoters.IsDefined && detractors.IsDefined && responses.IsDefined && !all.IsZero
            && DecimalDigits.TryAdd(all, more, subtract: true, out var others) && DecimalDigits.Compare(others, less) >= 0
            && DecimalDigits.TryAdd(more, less, subtract: true, out var net)
            && DecimalDigits.TryMultiply(net, Hundred.Digits, out var hundredfold) && DecimalDigits.FitQuotients(hundredfold, all)
            ? new(hundredfold.Amount / all.Amount, PromoterScore)
            : AnyNetPromoters(in promoters, in detractors, in responses);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity AnyNetPromoters(in Quantity promoters, in Quantity detractors, in Quantity responses)
    {
        // Subtracted, not added: the difference of two counts always is a decimal.
        if (responses - promoters < detractors)
        {
            return Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(responses), PromoterScore);
        }

        return Traced(((promoters - detractors) * Hundred).DividedBy(responses).WithUnit(PromoterScore), promoters, detractors, responses);
    }

    // Counts of one thing under two names, such as units passed of units started, add and cancel as plain numbers.
    public static Quantity Things(Quantity count) => count.WithUnit(Number);

    // As above, in place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Things(ref Quantity count)
    {
        if (!ReferenceEquals(count.Unit, Number))
        {
            count = count.WithUnit(Number);
        }
    }

    // How long a stock lasts at the flow of a period: stock / (flow / period). Multiplied first, so that a stock of 100
    // against a flow of 300 in 3 months is 1 month and not 0.9999….
    public static Quantity TimeOf(
        in Quantity stock, in Quantity flow, string flowName, in Quantity period, string periodName,
        [CallerArgumentExpression(nameof(stock))] string stockName = "")
    {
        if (stock.IsDefined && flow.IsDefined && period.IsDefined && ReferenceEquals(stock.Unit, flow.Unit) && !flow.IsZero && !period.IsZero
            && DecimalDigits.TryMultiply(stock.Digits, period.Digits, out var product) && DecimalDigits.FitQuotients(product, flow.Digits))
        {
            return new(product.Amount / flow.UncheckedAmount, period.Unit);
        }

        if (!stock.IsDefined || !flow.IsDefined || !period.IsDefined)
        {
            return Traced(stock.RatioTo(flow, flowName) * period, stock, period, firstName: stockName, secondName: periodName);
        }

        return period.IsZero && !flow.IsZero
            ? Quantity.Undefined(UndefinedReason.ZeroDenominator, periodName, period.Unit)
            : Traced((stock * period.WithUnit(Unit.Ratio)).RatioTo(flow, flowName).WithUnit(period.Unit), stock, period, firstName: stockName, secondName: periodName);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Quantity OutOfDomain(Quantity value, string name) => Quantity.Undefined(UndefinedReason.OutOfDomain, name, value.Unit);
}
