using GoalMetrics.Sources;

namespace GoalMetrics;

// The windows of a request in the numbers of a time column.
internal sealed class TimeWindows
{
    private readonly IReadOnlyList<CutRange> _windows;
    private readonly long[] _cuts;

    public TimeWindows(TimeCuts time)
    {
        _windows = time.Windows;
        _cuts = new long[time.Count];
        for (var i = 0; i < _cuts.Length; i++)
        {
            _cuts[i] = time.Kind == FactTime.Date ? TimeColumn.Number(time.Dates[i]) : TimeColumn.FirstFrom(time.Instants[i]);
        }
    }

    public int Count => _windows.Count;

    // Empty where both ends lie within one of 100 ns.
    public (long Start, long End) this[int window] => (_cuts[_windows[window].Start], _cuts[_windows[window].End]);
}
