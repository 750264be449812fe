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
        CheckOneOrder();
    }

    public void PutNewestFirst()
    {
        CheckUnused();
        _isNewestFirst = true;
        CheckOneOrder();
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

    private void CheckOneOrder()
    {
        if (_isNewestFirst && _schema.Order is { } order)
        {
            throw new InvalidOperationException(
                $"Table '{name}' has two orders for facts of the same time: NewestFirst() and OrderedBy(\"{order}\"). Leave one out.");
        }
    }
}
