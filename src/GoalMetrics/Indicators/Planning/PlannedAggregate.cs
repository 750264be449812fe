using GoalMetrics.Sources;

namespace GoalMetrics;

// An aggregate in a plan: the windows it is needed for, and later where its values are in the answers.
internal sealed class PlannedAggregate(Aggregate aggregate)
{
    private readonly List<int[]> _places = [];
    private readonly List<Answer> _answers = [];

    public Aggregate Aggregate => aggregate;

    public void Need(int[] places)
    {
        if (!_places.Exists(known => ReferenceEquals(known, places)))
        {
            _places.Add(places);
        }
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

    // A request and the column of it in which the aggregate stands, with the place of each window there.
    private sealed record Answer(PlannedRequest Request, WindowRanges Ranges, int Column);
}
