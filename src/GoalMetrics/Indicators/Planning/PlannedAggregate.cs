using GoalMetrics.Sources;

namespace GoalMetrics;

// An aggregate in a plan: the windows it is needed for, and later where its values are in the answers.
internal sealed class PlannedAggregate(Aggregate aggregate, CurrencySplit? split = null)
{
    private readonly List<int[]> _places = [];
    private readonly List<Answer> _answers = [];

    public Aggregate Aggregate => aggregate;

    // How money is read that is to be converted; null for all else.
    public CurrencySplit? Split => split;

    public void Need(int[] places)
    {
        foreach (var known in _places)
        {
            if (ReferenceEquals(known, places))
            {
                return;
            }
        }

        _places.Add(places);
    }

    // Marks the windows that it is needed for.
    public void Mark(Span<bool> windows)
    {
        foreach (var places in _places)
        {
            foreach (var place in places)
            {
                if (place >= 0)
                {
                    windows[place] = true;
                }
            }
        }
    }

    public void StandsIn(PlannedRequest request, WindowRanges ranges, int column) => _answers.Add(new(request, ranges, column));

    // The value of a window for a member; false where it has no facts there. A window that was not planned is an error.
    public bool TryValue(int window, Reading reading, out AggregateValue value)
    {
        foreach (var answer in _answers)
        {
            if (answer.Ranges.TryGet(window, out var first, out var end))
            {
                return reading.Breakdown.TryValue(answer.Request.Number, answer.Column, reading.Member, first, end, out value);
            }
        }

        throw new InvalidOperationException($"Window {window} of {aggregate} was not planned.");
    }

    // What was read of a window for a member, currency by currency and piece by piece; nothing where it has no facts there.
    public IReadOnlyList<MoneyPiece> Pieces(int window, Reading reading)
    {
        var pieces = new List<MoneyPiece>();
        foreach (var answer in _answers)
        {
            if (!answer.Ranges.TryGet(window, out var first, out var end))
            {
                continue;
            }

            var (breakdown, request) = (reading.Breakdown, answer.Request);
            foreach (var (code, number) in breakdown.PartsOf(request.Number, reading.Member, split?.Dimension))
            {
                foreach (var (piece, value) in breakdown.RowsOf(request.Number).Values(answer.Column, number, first, end))
                {
                    pieces.Add(new(code, request.DayOf(piece), value));
                }
            }

            return pieces;
        }

        throw new InvalidOperationException($"Window {window} of {aggregate} was not planned.");
    }

    // All of it for a member, with the window of the request that each piece is in.
    public IEnumerable<(int Window, MoneyPiece Piece)> AllPieces(Reading reading)
    {
        foreach (var answer in _answers)
        {
            var (breakdown, request) = (reading.Breakdown, answer.Request);
            foreach (var (code, number) in breakdown.PartsOf(request.Number, reading.Member, split?.Dimension))
            {
                foreach (var (piece, value) in breakdown.RowsOf(request.Number).Values(answer.Column, number, 0, int.MaxValue))
                {
                    yield return (piece, new(code, request.DayOf(piece), value));
                }
            }
        }
    }

    // The windows of its only request that make up one of the plan; false where it is read otherwise.
    public bool TryRange(int window, out int first, out int end)
    {
        (first, end) = (0, 0);
        return _answers.Count == 1 && _answers[0].Ranges.TryGet(window, out first, out end);
    }

    // A request and the column of it in which the aggregate stands, with the place of each window there.
    private sealed record Answer(PlannedRequest Request, WindowRanges Ranges, int Column);
}
