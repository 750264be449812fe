namespace GoalMetrics;

// The converted pieces of one combination of members, in order of time, with what they have added up to before each: a stretch of any
// length is then a difference of two sums.
internal sealed class ConvertedSeries
{
    private readonly int[] _windows;
    private readonly decimal[] _before;
    private readonly int[] _missingBefore;
    private readonly Quantity[] _missing;

    private ConvertedSeries(int[] windows, decimal[] before, int[] missingBefore, Quantity[] missing)
    {
        _windows = windows;
        _before = before;
        _missingBefore = missingBefore;
        _missing = missing;
    }

    // Null where a decimal has no room for all digits of a sum: then each stretch is added up by itself.
    public static ConvertedSeries? Of(
        IEnumerable<(int Window, MoneyPiece Piece)> pieces, Func<MoneyPiece, (decimal? Rate, Quantity Missing)> rateOf)
    {
        (int Window, MoneyPiece Piece)[] inOrder = [.. pieces.OrderBy(piece => piece.Window)];
        var (before, missingBefore) = (new decimal[inOrder.Length + 1], new int[inOrder.Length + 1]);
        var missing = new Quantity[inOrder.Length];
        for (var i = 0; i < inOrder.Length; i++)
        {
            (before[i + 1], missingBefore[i + 1]) = (before[i], missingBefore[i]);
            var value = inOrder[i].Piece.Value;
            if (value.Reason == UndefinedReason.NoData || value is { Beyond: null, Amount: 0m })
            {
                continue;
            }

            var (rate, undefined) = rateOf(inOrder[i].Piece);
            if (rate is not { } known)
            {
                missing[i] = undefined;
                missingBefore[i + 1]++;
            }
            else if (!MoneySum.TryAdd(before[i], value, known, out before[i + 1]))
            {
                return null;
            }
        }

        return new(Array.ConvertAll(inOrder, piece => piece.Window), before, missingBefore, missing);
    }

    // False where there is nothing in the windows from the first up to, but not including, the end.
    public bool HasAny(int first, int end) => PlaceOf(first) < PlaceOf(end);

    // What is missing first, or the sum; neither where a decimal has no room for all digits of it.
    public (decimal? Sum, Quantity? Missing) Between(int first, int end)
    {
        var (from, until) = (PlaceOf(first), PlaceOf(end));
        if (_missingBefore[until] > _missingBefore[from])
        {
            var place = Array.FindIndex(_missingBefore, from + 1, count => count > _missingBefore[from]) - 1;
            return (null, _missing[place]);
        }

        if (ExactAmount.TryAdd(_before[until], -_before[from], out var sum))
        {
            return (sum, null);
        }

        return (null, null);
    }

    // The place of the first piece that is not before the window.
    private int PlaceOf(int window)
    {
        var (low, high) = (0, _windows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_windows[middle] < window)
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
}
