namespace GoalMetrics;

// Money in several currencies that is not converted: it has a value only where one currency remains.
internal static class MixedMoney
{
    // The unit of all values of a question that looks at one currency; null where each member of the currency's dimension has its own.
    public static Unit? UnitOf(Metric metric, ReadingPart part)
    {
        var dimension = metric.CurrencyDimension!;
        if (part.Filter?.PinnedMember(dimension) is { } code && CurrencyCodes.Find(code) is { } currency)
        {
            return currency.Unit;
        }

        if (!part.IsBy(dimension))
        {
            throw Refusal(metric, dimension);
        }

        return null;
    }

    // The unit of one combination of members; null where several currencies come together, or where it is in none.
    public static Unit? UnitAt(Metric metric, Reading reading)
    {
        var place = reading.Breakdown.PlaceOf(metric.CurrencyDimension!);
        if (place < 0)
        {
            return null;
        }

        return CurrencyCodes.Find(reading.Breakdown.Members[reading.Member].Members[place])?.Unit;
    }

    public static bool IsIn(Measure measure) => measure is Metric { CurrencyDimension: not null, Currency: null };

    // A total comes with every answer by currency.
    public static Quantity Undefined(Metric metric) => Quantity.Undefined(UndefinedReason.NotAdditive, metric.CurrencyDimension);

    private static NotAdditiveException Refusal(Metric metric, string dimension) => new(
        $"'{metric.Id}' is of money in several currencies: each value of '{metric.ValueColumn}' in table '{metric.Table}' is in the"
        + $" currency of its '{dimension}'. Convert it: {metric.Id}.ConvertedTo(\"EUR\", rates); or look at one currency:"
        + $" Where(Filter.Equal(\"{dimension}\", \"EUR\")); or ask by '{dimension}'.",
        metric);
}
