using System.Runtime.CompilerServices;

namespace GoalMetrics;

// How long a stock lasts at the flow of a period: stock / (flow / period).
internal static class StockDuration
{
    public static Quantity Of(
        Quantity stock,
        Quantity flow,
        Quantity period,
        [CallerArgumentExpression(nameof(stock))] string stockName = "",
        [CallerArgumentExpression(nameof(flow))] string flowName = "",
        [CallerArgumentExpression(nameof(period))] string periodName = "")
    {
        if (!stock.IsDefined || !flow.IsDefined || !period.IsDefined)
        {
            return (stock.RatioTo(flow, flowName) * period).NamingOverflow(stock, period, stockName, periodName);
        }

        if (period.IsZero && !flow.IsZero)
        {
            return Quantity.Undefined(UndefinedReason.ZeroDenominator, ArgumentName.In(periodName), period.Unit);
        }

        // Multiplied first, so that a stock of 100 against a flow of 300 in 3 months lasts 1 month and not 0.9999….
        return (stock * period.WithUnit(Unit.Ratio)).RatioTo(flow, flowName).WithUnit(period.Unit)
            .NamingOverflow(stock, period, stockName, periodName);
    }
}
