using NodaTime;

namespace GoalMetrics;

// Numbers the periods that live facts lie in, in the order they are first met, and knows the first and last fact of each.
internal sealed class LivePieces(ReportingCalendar calendar, Grain grain, FactTime kind)
{
    private const int RecentCount = 256;

    private readonly Dictionary<long, int> _byStart = [];
    private readonly List<Piece> _pieces = [];

    // Pieces met lately, by the time divided into stretches much shorter than an hour, or by the day.
    private readonly (long Start, long End, int Number)[] _recent = new (long, long, int)[RecentCount];
    private readonly int _shift = kind == FactTime.Date ? 0 : 34;

    public int Count => _pieces.Count;

    public Piece this[int piece] => _pieces[piece];

    public (long First, long Last)? Facts
    {
        get
        {
            if (_pieces.Count == 0)
            {
                return null;
            }

            return (_pieces.Min(piece => piece.First), _pieces.Max(piece => piece.Last));
        }
    }

    // Of times that lie together; null where they do not lie in one piece.
    public int? Of(long first, long last)
    {
        var piece = Of(first);
        if (last >= _pieces[piece].End)
        {
            return null;
        }

        Extend(piece, first, last);
        return piece;
    }

    public void Place(ReadOnlySpan<long> times, Span<int> pieces)
    {
        for (var i = 0; i < times.Length; i++)
        {
            pieces[i] = Of(times[i]);
            Extend(pieces[i], times[i], times[i]);
        }
    }

    public int Add(Piece piece)
    {
        if (!_byStart.TryGetValue(piece.Start, out var number))
        {
            number = _pieces.Count;
            _byStart.Add(piece.Start, number);
            _pieces.Add(piece);
        }

        Extend(number, piece.First, piece.Last);
        return number;
    }

    private int Of(long time)
    {
        ref var recent = ref _recent[unchecked((int)(time >> _shift)) & (RecentCount - 1)];
        if (time < recent.Start || time >= recent.End)
        {
            var (start, end) = PeriodOf(time);
            recent = (start, end, Add(new(start, end, time, time)));
        }

        return recent.Number;
    }

    private (long Start, long End) PeriodOf(long time)
    {
        if (kind == FactTime.Date)
        {
            var ofDates = calendar.Period(grain, TimeColumn.Date(time));
            return (TimeColumn.Number(ofDates.StartDate), TimeColumn.Number(ofDates.EndDate));
        }

        var period = calendar.PeriodAt(grain, Instant.FromUnixTimeTicks(time));
        return (TimeColumn.Number(period.Start), TimeColumn.Number(period.End));
    }

    private void Extend(int number, long first, long last)
    {
        var piece = _pieces[number];
        if (first < piece.First || last > piece.Last)
        {
            _pieces[number] = piece with { First = Math.Min(first, piece.First), Last = Math.Max(last, piece.Last) };
        }
    }

    // A period, and the first and the last fact in it.
    internal readonly record struct Piece(long Start, long End, long First, long Last);
}
