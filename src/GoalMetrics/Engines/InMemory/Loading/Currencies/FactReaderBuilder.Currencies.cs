namespace GoalMetrics;

// Money whose currency a column says.
public sealed partial class FactReaderBuilder
{
    /// <summary>
    /// A column of money, each value in the currency given by another column: <c>.Value("amount", currency: "currency")</c>. That column
    /// is a dimension too.
    /// </summary>
    /// <remarks>
    /// Codes are those of ISO 4217, in any letter case; others are refused. A value without a currency is refused too; a row without a
    /// value needs none.
    /// </remarks>
    /// <param name="name">The name of the values, and of the reader's column.</param>
    /// <param name="currency">
    /// The dimension with the code of the currency, and the reader's column, unless a dimension of this name was added before.
    /// </param>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public FactReaderBuilder Value(string name, string currency) =>
        InCurrencyOf(currency).Values(new(name, currency), name).NeedingCurrency(name, currency);

    /// <summary>
    /// A column of money of another name than the reader's, in the currency given by a column:
    /// <c>.Value("amount", column: "Beløb", currency: "Valuta")</c>.
    /// </summary>
    /// <param name="name">The name of the values.</param>
    /// <param name="column">The reader's column.</param>
    /// <param name="currency">
    /// The dimension with the code of the currency, and the reader's column, unless a dimension of this name was added before.
    /// </param>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public FactReaderBuilder Value(string name, string column, string currency) =>
        InCurrencyOf(currency).Values(new(name, currency), column).NeedingCurrency(name, currency);

    /// <summary>
    /// A column of money that is computed from the cells of a row, in the currency given by a column:
    /// <c>.Value("amount", row => row.Number("cents") / 100m, currency: "currency")</c>.
    /// </summary>
    /// <inheritdoc cref="Value(string, string)"/>
    public FactReaderBuilder Value(string name, Func<FactRow, decimal?> value, string currency) =>
        InCurrencyOf(currency).Values(new(name, currency), value).NeedingCurrency(name, currency);

    /// <summary>
    /// A column of balances, such as cash in accounts of several currencies: amounts at a point in time, each in the currency that another
    /// column says. They are never added up over time.
    /// </summary>
    /// <inheritdoc cref="Value(string, string)"/>
    public FactReaderBuilder Balance(string name, string currency) =>
        InCurrencyOf(currency).Values(new(name, currency, isBalance: true), name).NeedingCurrency(name, currency);

    private FactReaderBuilder InCurrencyOf(string dimension)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dimension, "currency");
        if (_loader.HasColumn(dimension))
        {
            return this;
        }

        return Dimension(dimension);
    }

    private FactReaderBuilder NeedingCurrency(string name, string currency) => Read(currency, _loader.NeedCurrency(name, currency));
}
