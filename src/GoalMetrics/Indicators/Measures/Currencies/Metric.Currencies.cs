using GoalMetrics.Sources;

namespace GoalMetrics;

// Metrics of money in several currencies.
public sealed partial class Metric
{
    /// <summary>Into which currency its values are converted, and how; null where they are not.</summary>
    public CurrencyConversion? Currency { get; private init; }

    // The dimension that says which currency each value is in; null where all values have one unit.
    internal string? CurrencyDimension => _column?.CurrencyDimension;

    // The currency that values are converted from, where all are in one.
    internal Currency? SourceCurrency => _column?.Unit?.MoneyAbove?.Currency;

    // Whether it is a mean of converted values: their sum, over their number.
    internal bool IsConvertedMean => Currency is not null && Aggregates.Count == 2;

    /// <summary>
    /// The same metric with its values converted into one currency: <c>revenue.ConvertedTo("DKK", rates)</c>. The values may be in several
    /// currencies, as a column states with <c>currency:</c>, or all in one.
    /// </summary>
    /// <remarks>
    /// <para>Sums, averages, smallest and largest values and balances are converted. Each amount is multiplied by its rate and added
    /// without rounding, so parts sum to their total. Where a rate is not known, the value is undefined
    /// (<see cref="UndefinedReason.InsufficientData"/>) and names currencies and day, as in <c>USD/DKK 2026-03-02</c>.</para>
    /// <para>The id stays; <see cref="As"/> gives another one, to ask for several conversions at once.</para>
    /// </remarks>
    /// <param name="currency">The code of the currency that the values become.</param>
    /// <param name="rates">The rates.</param>
    /// <param name="at">Which rate converts a fact. Defaults to that of its day, <see cref="CurrencyRate.FactDay"/>.</param>
    /// <exception cref="ArgumentException">The code is not in ISO 4217, or the rates have none for it.</exception>
    /// <exception cref="InvalidOperationException">
    /// The metric is not of money, is converted already, or is one that cannot be converted from the totals of days, such as a median.
    /// </exception>
    public Metric ConvertedTo(string currency, ExchangeRates rates, CurrencyRate? at = null)
    {
        ArgumentNullException.ThrowIfNull(rates);
        var target = GoalMetrics.Currency.Of(currency, nameof(currency));
        var rate = at ?? CurrencyRate.FactDay;
        CheckConvertible(rate);
        CheckKnown(target, rates, nameof(currency));
        if (SourceCurrency is { } source)
        {
            CheckKnown(source, rates, nameof(rates));
        }

        return new(this)
        {
            Currency = new(target, rates, rate),
            Unit = SourceCurrency is { } from ? Unit!.Over(from.Unit).Times(target.Unit) : target.Unit,
            Aggregates = Main is Aggregate.Average mean ? SumAndCount(mean) : Aggregates,
        };
    }

    // Where only facts in one currency pass the filter, the values are money in it.
    private Metric InPinnedCurrency()
    {
        if (Unit is not null || CurrencyDimension is not { } dimension || Filter?.PinnedMember(dimension) is not { } code)
        {
            return this;
        }

        return new(this) { Unit = CurrencyCodes.Find(code)?.Unit };
    }

    private static void CheckKnown(Currency currency, ExchangeRates rates, string parameter)
    {
        if (!rates.Currencies.Contains(currency))
        {
            throw new ArgumentException(
                $"There are no rates of {currency}; there are rates of {Shown.List(rates.Currencies.Select(known => known.Code))}.",
                parameter);
        }
    }

    private static IReadOnlyList<Aggregate> SumAndCount(Aggregate.Average mean) =>
    [
        new Aggregate.Sum(mean.Column) { Filter = mean.Filter },
        new Aggregate.Count { Filter = FilterExtensions.And(mean.Filter, !GoalMetrics.Filter.NoValue(mean.Column)) },
    ];

    private void CheckConvertible(CurrencyRate rate)
    {
        if (Currency is { } already)
        {
            throw new InvalidOperationException(
                $"'{Id}' is converted already, into {already}. Convert the metric that it was made from.");
        }

        if (CurrencyDimension is null && SourceCurrency is null)
        {
            throw new InvalidOperationException($"'{Id}' is in {Unit}, not in money, and cannot be converted into a currency.");
        }

        if (Main is not (Aggregate.Sum or Aggregate.Average or Aggregate.Minimum or Aggregate.Maximum or Aggregate.Balance))
        {
            throw new InvalidOperationException(
                $"'{Id}' cannot be converted: {Main} depends on every single value, and what is read are totals by day and currency."
                + " Convert the values when they are loaded, with ExchangeRates.Convert.");
        }

        if (Main is Aggregate.Balance { Value: var value } && !HasOneDay(value, rate))
        {
            throw new InvalidOperationException(
                $"'{Id}' is a balance, {value.ToString().ToLowerInvariant()} of the period, and cannot be converted at the rate of {rate}:"
                + " a balance is an amount of one day. Convert the last or first balance of a period at CurrencyRate.FactDay, or any at"
                + " CurrencyRate.FixedDay.");
        }
    }

    // A mean of balances is of many days, and an average rate of many more.
    private static bool HasOneDay(BalanceValue value, CurrencyRate rate) =>
        rate.Day is not null || (rate.AveragedOver is null && value != BalanceValue.Average);
}
