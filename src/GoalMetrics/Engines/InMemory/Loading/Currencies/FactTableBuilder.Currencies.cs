using System.Numerics;

namespace GoalMetrics;

// Money whose currency a column says.
public sealed partial class FactTableBuilder<TFact>
{
    // What the dimension is called where the currency of a fact is stated with a function.
    private const string CurrencyName = "currency";

    /// <summary>
    /// A column of money, each value in the currency given by the fact. The codes become the dimension <c>currency</c>.
    /// </summary>
    /// <remarks>
    /// Codes are those of ISO 4217, in any letter case. A value without a currency is refused; a fact without a value needs none. For
    /// several columns in the same currency, add the dimension first and name it with each of them:
    /// <c>.Dimension("currency", o => o.Currency).Value("amount", o => o.Amount, currency: "currency")</c>.
    /// </remarks>
    /// <param name="name">The name.</param>
    /// <param name="value">The value of a fact.</param>
    /// <param name="currency">The code of its currency, such as EUR.</param>
    /// <exception cref="ArgumentException">There is a column of this name, or one named <c>currency</c>, already.</exception>
    public FactTableBuilder<TFact> Value<TNumber>(string name, Func<TFact, TNumber> value, Func<TFact, string?> currency)
        where TNumber : struct, INumber<TNumber> => AddingCurrency(name, currency).Value(name, value, CurrencyName);

    /// <inheritdoc cref="Value{TNumber}(string, Func{TFact, TNumber}, Func{TFact, string?})"/>
    public FactTableBuilder<TFact> Value<TNumber>(string name, Func<TFact, TNumber?> value, Func<TFact, string?> currency)
        where TNumber : struct, INumber<TNumber> => AddingCurrency(name, currency).Value(name, value, CurrencyName);

    /// <summary>A column of money, each value in the currency given by a dimension that was added before.</summary>
    /// <remarks>
    /// The members of the dimension are codes of ISO 4217 then, in any letter case; others are refused. A value without a currency is
    /// refused too; a fact without a value needs none.
    /// </remarks>
    /// <param name="name">The name.</param>
    /// <param name="value">The value of a fact.</param>
    /// <param name="currency">The dimension.</param>
    /// <exception cref="ArgumentException">There is a column of this name already, or there is no such dimension of texts.</exception>
    public FactTableBuilder<TFact> Value<TNumber>(string name, Func<TFact, TNumber> value, string currency)
        where TNumber : struct, INumber<TNumber>
    {
        ArgumentNullException.ThrowIfNull(value);
        return Values(new(name, currency), value).NeedingCurrency(name, currency);
    }

    /// <inheritdoc cref="Value{TNumber}(string, Func{TFact, TNumber}, string)"/>
    public FactTableBuilder<TFact> Value<TNumber>(string name, Func<TFact, TNumber?> value, string currency)
        where TNumber : struct, INumber<TNumber>
    {
        ArgumentNullException.ThrowIfNull(value);
        return Values(new(name, currency), value).NeedingCurrency(name, currency);
    }

    /// <summary>
    /// A column of balances, such as cash in accounts of several currencies: amounts at a point in time, each in the currency that a
    /// dimension added before says. They are never added up over time.
    /// </summary>
    /// <inheritdoc cref="Value{TNumber}(string, Func{TFact, TNumber}, string)"/>
    public FactTableBuilder<TFact> Balance<TNumber>(string name, Func<TFact, TNumber> value, string currency)
        where TNumber : struct, INumber<TNumber>
    {
        ArgumentNullException.ThrowIfNull(value);
        return Values(new(name, currency, isBalance: true), value).NeedingCurrency(name, currency);
    }

    /// <inheritdoc cref="Balance{TNumber}(string, Func{TFact, TNumber}, string)"/>
    public FactTableBuilder<TFact> Balance<TNumber>(string name, Func<TFact, TNumber?> value, string currency)
        where TNumber : struct, INumber<TNumber>
    {
        ArgumentNullException.ThrowIfNull(value);
        return Values(new(name, currency, isBalance: true), value).NeedingCurrency(name, currency);
    }

    private FactTableBuilder<TFact> AddingCurrency(string name, Func<TFact, string?> currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (_loader.HasColumn(CurrencyName))
        {
            throw new ArgumentException(
                $"There is a column '{CurrencyName}' already. Add the dimension once, and name it: Value(\"{name}\", …, currency:"
                + $" \"{CurrencyName}\").",
                nameof(currency));
        }

        return Dimension(CurrencyName, currency);
    }

    private FactTableBuilder<TFact> NeedingCurrency(string name, string currency) => Read(currency, _loader.NeedCurrency(name, currency));
}
