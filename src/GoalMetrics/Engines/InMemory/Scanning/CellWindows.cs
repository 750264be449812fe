namespace GoalMetrics;

// Which pieces of time each window of a request is made of. Pieces have places in the order of time; a window is a range of places.
internal sealed class CellWindows(CellWindow[] windows, int[]? placeOfPiece, int placeCount)
{
    public ReadOnlySpan<CellWindow> Windows => windows;

    // Whether a window starts before another one ends. Windows come by start and then by end.
    public bool Overlap
    {
        get
        {
            for (var i = 1; i < windows.Length; i++)
            {
                if (windows[i].Start < windows[i - 1].End)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public int PlaceCount => placeCount;

    public int PlaceOf(int piece) => placeOfPiece is null ? piece : placeOfPiece[piece];
}
