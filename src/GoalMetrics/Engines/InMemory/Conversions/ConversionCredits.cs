using NodaTime;

namespace GoalMetrics;

// How many conversions each row of a base table is credited with, and whether its window has closed while they are complete. Made once
// for all aggregates of a request that ask for the same.
internal sealed class ConversionCredits
{
    private const int Checked = 1 << 14;

    private readonly FactTable _base;
    private readonly FactTable _conversions;
    private readonly EventConversion _match;
    private readonly EventTimes _times;
    private readonly CancellationToken _cancellationToken;
    private readonly RowFilter? _isBase;
    private readonly RowFilter? _isConversion;
    private readonly int[] _credits;

    // The earliest of the conversions that a row is credited with; what stands there for a row without any says nothing.
    private readonly int[] _first;

    // Where both kinds of events are in one table, by the place of a base event: the last place at the same time, if any comes later, whose
    // event is no conversion itself; else −1.
    private int[] _later = [];
    private int _compared;

    public ConversionCredits(
        FactTable baseTable,
        EventTable conversions,
        EventConversion match,
        ReportingCalendar calendar,
        Instant asOf,
        CancellationToken cancellationToken)
    {
        _base = baseTable;
        _conversions = conversions.Table;
        _match = match;
        _times = new(baseTable, conversions, match, calendar, asOf);
        _cancellationToken = cancellationToken;
        _isBase = baseTable.Seen(match.BaseFilter, calendar);
        _isConversion = _conversions.Seen(FilterExtensions.And(conversions.Within, match.ConversionFilter), calendar);
        _credits = new int[baseTable.RowCount];
        _first = new int[baseTable.RowCount];
        Credit();
    }

    public bool IsBase(int row) => _isBase is null || _isBase.Holds(row);

    public bool IsMature(int row) => _times.IsMature(row);

    public int Of(int row) => _credits[row];

    // The time from a row that is credited with conversions to the first of them.
    public long TicksToConvert(int row) => _times.TicksBetween(row, _first[row]);

    private void Credit()
    {
        var dimensions = _match.Matching.Prepend(_match.Entity).Select(_base.Dimension).ToArray();
        var numbers = dimensions.Select(_ => new PairNumbers()).ToArray();
        var (keys, starts) = KeysOfBases(dimensions, numbers);
        var rows = RowsByKey(keys, starts);
        _later = new int[_base == _conversions && !_times.StartsLater ? rows.Length : 0];
        for (var key = 0; key + 1 < starts.Count; key++)
        {
            CheckCancelled(key);
            Sort(rows.AsSpan(starts[key]..starts[key + 1]));
            if (_later.Length > 0)
            {
                FindLater(rows, starts[key], starts[key + 1]);
            }
        }

        CreditEach(rows, starts, numbers, dimensions);
    }

    // The key of every row, −1 for what is no base event; and where the stretch of each key starts, the last one's end included.
    private (int[] Keys, List<int> Starts) KeysOfBases(DimensionColumn[] dimensions, PairNumbers[] numbers)
    {
        var absent = dimensions[0].CodeOf(null);
        var keys = new int[_base.RowCount];
        var starts = new List<int>();
        for (var row = 0; row < keys.Length; row++)
        {
            CheckCancelled(row);
            keys[row] = dimensions[0].CodeAt(row) == absent || !_times.IsSeen(row) || !IsBase(row) ? -1 : KeyOf(dimensions, numbers, row);
            if (keys[row] >= 0)
            {
                while (starts.Count <= keys[row] + 1)
                {
                    starts.Add(0);
                }

                starts[keys[row] + 1]++;
            }
        }

        for (var key = 1; key < starts.Count; key++)
        {
            starts[key] += starts[key - 1];
        }

        return (keys, starts);
    }

    // The base events of every key in a stretch of their own.
    private int[] RowsByKey(int[] keys, List<int> starts)
    {
        var rows = new int[starts.LastOrDefault()];
        var next = starts.ToArray();
        for (var row = 0; row < keys.Length; row++)
        {
            CheckCancelled(row);
            if (keys[row] >= 0)
            {
                rows[next[keys[row]]++] = row;
            }
        }

        return rows;
    }

    private void CreditEach(int[] rows, List<int> starts, PairNumbers[] numbers, DimensionColumn[] dimensions)
    {
        var columns = _match.Matching.Prepend(_match.Entity).Select(_conversions.Dimension).ToArray();

        // The codes of the base table for the members of the other one; −1 for those it does not have.
        var codes = columns.Zip(dimensions, CodesOf).ToArray();
        var absent = columns[0].CodeOf(null);
        for (var row = 0; row < _conversions.RowCount; row++)
        {
            CheckCancelled(row);
            if (columns[0].CodeAt(row) != absent && _times.IsConversionSeen(row) && IsConversion(row)
                && FindKey(codes, columns, numbers, row) is >= 0 and var key
                && Latest(rows, starts[key], starts[key + 1], row) is >= 0 and var latest
                && _times.IsInWindow(latest, row))
            {
                if (_credits[latest] == 0 || _times.IsEarlier(row, _first[latest]))
                {
                    _first[latest] = row;
                }

                _credits[latest]++;
            }
        }

        static int[] CodesOf(DimensionColumn theirs, DimensionColumn ours) =>
            [.. Enumerable.Range(0, theirs.MemberCount).Select(code => ours.CodeOf(theirs.Member(code)))];
    }

    private bool IsConversion(int row) => _isConversion is null || _isConversion.Holds(row);

    private void FindLater(int[] rows, int start, int end)
    {
        var later = -1;
        for (var place = end - 1; place >= start; place--)
        {
            CheckCancelled(place);
            var isLastOfItsTime = place + 1 == end || !_times.AreAtOneTime(rows[place], rows[place + 1]);
            if (isLastOfItsTime)
            {
                later = -1;
            }

            _later[place] = later;
            if (later < 0 && !IsConversion(rows[place]))
            {
                later = place;
            }
        }
    }

    // The latest base event whose window has opened by the conversion, whichever row comes first where that is at the same time. Two facts
    // at the same time that are each both could convert each other: there, the order of facts decides.
    private int Latest(int[] rows, int start, int end, int conversion)
    {
        var isBoth = _base == _conversions && !_times.StartsLater && IsBase(conversion);
        var (low, high) = (start, end);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsBefore(rows[middle]))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        if (isBoth && _later[low] is >= 0 and var later)
        {
            return rows[later];
        }

        if (low == start)
        {
            return -1;
        }

        return rows[low - 1];

        bool IsBefore(int baseEvent)
        {
            if (isBoth)
            {
                return _times.CompareBases(baseEvent, conversion) < 0;
            }

            return _times.HasOpened(baseEvent, conversion);
        }
    }

    private void Sort(Span<int> rows)
    {
        // Facts mostly come in order.
        var inOrder = true;
        for (var i = 1; i < rows.Length && inOrder; i++)
        {
            CheckCancelled(i);
            inOrder = _times.CompareBases(rows[i - 1], rows[i]) < 0;
        }

        if (inOrder)
        {
            return;
        }

        try
        {
            rows.Sort((left, right) =>
            {
                CheckCancelled(unchecked(_compared++));
                return _times.CompareBases(left, right);
            });
        }
        catch (InvalidOperationException) when (_cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellationToken);
        }
    }

    private static int KeyOf(DimensionColumn[] dimensions, PairNumbers[] numbers, int row)
    {
        var key = 0;
        for (var i = 0; i < dimensions.Length; i++)
        {
            key = numbers[i].Of(key, dimensions[i].CodeAt(row));
        }

        return key;
    }

    private static int FindKey(int[][] codes, DimensionColumn[] columns, PairNumbers[] numbers, int row)
    {
        var key = 0;
        for (var i = 0; i < columns.Length && key >= 0; i++)
        {
            var code = codes[i][columns[i].CodeAt(row)];
            key = code < 0 ? -1 : numbers[i].Known(key, code);
        }

        return key;
    }

    private void CheckCancelled(int count)
    {
        if ((count & (Checked - 1)) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
