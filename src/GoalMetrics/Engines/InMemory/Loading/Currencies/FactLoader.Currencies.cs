namespace GoalMetrics;

// Money whose currency a column says.
internal sealed partial class FactLoader<TRow>
{
    public bool HasColumn(string column) =>
        _schema.HasDimension(column) || _schema.Columns.Any(known => known.Name == column);

    // The members of a dimension are currencies. Reads whether a row that has a value of the column has a currency too.
    public CellReader<TRow> NeedCurrency(string column, string currency)
    {
        if (_schema.DimensionNamed(currency, nameof(currency)).Kind != MemberKind.Text)
        {
            throw new ArgumentException(
                $"Dimension '{currency}' of table '{name}' has whole numbers; expected codes of currencies, such as EUR.",
                nameof(currency));
        }

        var currencies = _dimensions.Find(known => known.Name == currency)!;
        var values = _values.Find(known => known.Name == column)!;
        currencies.IsCurrency = true;
        return (_, slot) => values.IsNullStaged(slot) || !currencies.IsNullStaged(slot) ? null : CurrencyCell.Missing(column);
    }
}
