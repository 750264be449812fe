namespace GoalMetrics;

// Which pieces of time each window of a request is made of. Pieces have places in the order of time; a window is a range of places.
internal sealed class CellWindows(CellWindow[] windows, int[]? placeOfPiece, int placeCount)
{
    public ReadOnlySpan<CellWindow> Windows => windows;

    // How many windows a place lies in, on average: more than one where windows overlap.
    public double Depth
    {
        get
        {
            var places = 0L;
            foreach (var window in windows)
            {
                places += window.End - window.Start;
            }

            return (double)places / Math.Max(1, placeCount);
        }
    }

    public int PlaceCount => placeCount;

    public int PlaceOf(int piece) => placeOfPiece is null ? piece : placeOfPiece[piece];
}
