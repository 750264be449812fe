using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>The formulas over flows of money and chains of steps, and the loops one would write by hand.</summary>
internal static class SeriesContests
{
    private static readonly LocalDate Start = new(2008, 1, 1);

    public static IReadOnlyList<FormulaContest> All { get; } =
    [
        FormulaContest.OfSeries("net-present-value", q => Finance.NetPresentValue(q[0], q.AsSpan(1)), d => PresentValue(d) / (1m + d[0])),
        FormulaContest.OfSeries("net-present-value-from-now", q => Finance.NetPresentValueFromNow(q[0], q.AsSpan(1)), PresentValue),
        FormulaContest.OfSeries("xnpv", Dated, q => Finance.Xnpv(q.Rate, q.Flows), BareDated, d => PresentValueOnDates(d.Rate, d.Flows)),
        FormulaContest.OfSeries("payback-period-of-flows", q => Finance.PaybackPeriodOfFlows(q), Payback),
        FormulaContest.OfSeries(
            "discounted-payback-period-of-flows",
            q => Finance.DiscountedPaybackPeriodOfFlows(q[0], q.AsSpan(1)),
            d => DiscountedPayback(d[0], d.AsSpan(1))),
        FormulaContest.OfSeries("rolled-throughput-yield", q => Operations.RolledThroughputYield(q), Product),

        // Found by search: these are not written by hand, and not in decimals.
        FormulaContest.WithoutPeer<Quantity[]>("internal-rate-of-return", inputs => [.. inputs], q => Finance.InternalRateOfReturn(q)),
        FormulaContest.WithoutPeer("xirr", inputs => Flows(inputs.AsSpan()), q => Finance.Xirr(q)),
    ];

    private static decimal PresentValue(decimal[] rateAndFlows)
    {
        var value = 0m;
        for (var i = rateAndFlows.Length - 1; i > 0; i--)
        {
            value = (value / (1m + rateAndFlows[0])) + rateAndFlows[i];
        }

        return value;
    }

    private static decimal PresentValueOnDates(decimal rate, (LocalDate Date, decimal Amount)[] flows)
    {
        var value = 0d;
        foreach (var (date, amount) in flows)
        {
            value += (double)amount / Math.Pow(1d + (double)rate, Period.DaysBetween(flows[0].Date, date) / 365d);
        }

        return (decimal)value;
    }

    private static decimal Payback(decimal[] flows)
    {
        var balance = flows[0];
        for (var i = 1; i < flows.Length; i++)
        {
            if (balance + flows[i] >= 0m)
            {
                return i - 1 - (balance / flows[i]);
            }

            balance += flows[i];
        }

        return -1m;
    }

    private static decimal DiscountedPayback(decimal rate, ReadOnlySpan<decimal> flows)
    {
        var (balance, factor) = (flows[0], 1m);
        for (var i = 1; i < flows.Length; i++)
        {
            factor *= 1m + rate;
            var flow = flows[i] / factor;
            if (balance + flow >= 0m)
            {
                return i - 1 - (balance / flow);
            }

            balance += flow;
        }

        return -1m;
    }

    private static decimal Product(decimal[] yields)
    {
        var product = 1m;
        foreach (var yield in yields)
        {
            product *= yield;
        }

        return product;
    }

    private static (Quantity Rate, CashFlow[] Flows) Dated(ImmutableArray<Quantity> inputs) => (inputs[0], Flows(inputs.AsSpan(1..)));

    private static (decimal Rate, (LocalDate Date, decimal Amount)[] Flows) BareDated(ImmutableArray<Quantity> inputs) =>
        (inputs[0].Amount, [.. Flows(inputs.AsSpan(1..)).Select(flow => (flow.Date, flow.Amount.Amount))]);

    // As the catalogue takes them: an amount, its day, an amount, its day.
    private static CashFlow[] Flows(ReadOnlySpan<Quantity> pairs)
    {
        var flows = new CashFlow[pairs.Length / 2];
        for (var i = 0; i < flows.Length; i++)
        {
            flows[i] = new(Start.PlusDays((int)pairs[(2 * i) + 1].Amount), pairs[2 * i]);
        }

        return flows;
    }
}
