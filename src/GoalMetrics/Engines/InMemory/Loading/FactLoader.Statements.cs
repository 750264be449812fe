using NodaTime;

namespace GoalMetrics;

// What is known about all rows together.
internal sealed partial class FactLoader<TRow>
{
    public void Cover(LocalDate start, LocalDate endExclusive, IEnumerable<DateInterval>? except = null)
    {
        CheckUnused();
        _coverage = FactCoverage.Stated(name, start, endExclusive, except);
    }

    public void EachFactCovers(Grain grain)
    {
        CheckUnused();
        _schema = _schema.EachFactCovers(grain);
    }

    public void OrderBy(string column)
    {
        CheckUnused();
        _schema = _schema.OrderedBy(column);
    }

    public void TakeNullForNone(string column)
    {
        CheckUnused();
        _withoutUnknown.Add(_schema.Column(column, nameof(column)).Name);
    }

    public void SettleAfter(Duration time)
    {
        CheckUnused();
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        _settling = time;
    }

    public void KeepGoodRows()
    {
        CheckUnused();
        _keepsGoodRows = true;
    }

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
