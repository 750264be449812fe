using GoalMetrics.Sources;

namespace GoalMetrics;

// The rows of the answer to one request, by member and then by window.
internal sealed class MemberRows
{
    private readonly AggregateRows _rows;
    private readonly int[] _starts;
    private readonly int[] _order;

    public MemberRows(AggregateRows rows, int[] memberOfRow, int memberCount)
    {
        _rows = rows;
        _starts = new int[memberCount + 1];
        foreach (var member in memberOfRow)
        {
            _starts[member + 1]++;
        }

        for (var member = 0; member < memberCount; member++)
        {
            _starts[member + 1] += _starts[member];
        }

        var next = (int[])_starts.Clone();
        _order = new int[memberOfRow.Length];
        for (var row = 0; row < memberOfRow.Length; row++)
        {
            _order[next[memberOfRow[row]]++] = row;
        }

        for (var member = 0; member < memberCount; member++)
        {
            PutInOrder(RowsOf(member));
        }
    }

    // The sum over a range of windows, which are pieces of one longer window; false where the member has no facts in them.
    public bool TryValue(int column, int member, int first, int end, out AggregateValue value)
    {
        var rows = RowsOf(member);
        var at = FirstFrom(rows, first);
        if (at == rows.Length || _rows.WindowOf(rows[at]) >= end)
        {
            value = default;
            return false;
        }

        var last = at + 1;
        while (last < rows.Length && _rows.WindowOf(rows[last]) < end)
        {
            last++;
        }

        value = last == at + 1 ? _rows.ValuesOf(rows[at])[column] : Sum(rows[at..last], column);
        return true;
    }

    // The rows of a range of windows, with the index of each one's window.
    public IEnumerable<(int Window, AggregateValue Value)> Values(int column, int member, int first, int end)
    {
        var (at, last) = (FirstFrom(RowsOf(member), first) + _starts[member], _starts[member + 1]);
        for (; at < last && _rows.WindowOf(_order[at]) < end; at++)
        {
            yield return (_rows.WindowOf(_order[at]), _rows.ValuesOf(_order[at])[column]);
        }
    }

    // By window; as most engines answer already.
    private void PutInOrder(Span<int> own)
    {
        for (var i = 1; i < own.Length; i++)
        {
            if (_rows.WindowOf(own[i - 1]) >= _rows.WindowOf(own[i]))
            {
                Sort(own);
                return;
            }
        }
    }

    private void Sort(Span<int> own)
    {
        own.Sort((left, right) => _rows.WindowOf(left).CompareTo(_rows.WindowOf(right)));
        for (var i = 1; i < own.Length; i++)
        {
            if (_rows.WindowOf(own[i - 1]) == _rows.WindowOf(own[i]))
            {
                throw AnswerRules.Repeated(_rows.WindowOf(own[i]), _rows.MembersOf(own[i]));
            }
        }
    }

    private Span<int> RowsOf(int member) => _order.AsSpan(_starts[member], _starts[member + 1] - _starts[member]);

    private int FirstFrom(ReadOnlySpan<int> rows, int window)
    {
        // Where every window has a row, it stands as far from the first row as the windows are apart.
        var place = rows.IsEmpty ? 0 : window - _rows.WindowOf(rows[0]);
        if (place >= 0 && place < rows.Length && _rows.WindowOf(rows[place]) == window)
        {
            return place;
        }

        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_rows.WindowOf(rows[middle]) < window)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    // Undefined for the first reason, if any part is undefined. Where a decimal has no room for all digits, it is added exactly and
    // rounded once.
    private AggregateValue Sum(ReadOnlySpan<int> rows, int column)
    {
        var sum = 0m;
        for (var i = 0; i < rows.Length; i++)
        {
            var value = _rows.ValuesOf(rows[i])[column];
            if (!value.IsDefined)
            {
                return value;
            }

            if (value.Beyond is not null || !ExactAmount.TryAdd(sum, value.Amount!.Value, out sum))
            {
                return ExactSum(rows, column);
            }
        }

        return ShortestDecimal.Of(sum);
    }

    private AggregateValue ExactSum(ReadOnlySpan<int> rows, int column)
    {
        var sum = default(ExactAmount);
        foreach (var row in rows)
        {
            var value = _rows.ValuesOf(row)[column];
            if (!value.IsDefined)
            {
                return value;
            }

            sum += value.Beyond ?? ExactAmount.Of(value.Amount!.Value);
        }

        return AggregateValue.Exact(sum);
    }
}
