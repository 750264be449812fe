using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// How many facts have no value of what is read of them, in the times that a question is about: these facts are in none of its sums.
internal sealed class ValuelessFacts
{
    private readonly List<Watched> _watched = [];

    // Metrics as they are read in these windows, with the filter of the question.
    public void Watch(IReadOnlyList<Metric> metrics, IReadOnlyList<ReadingWindow?> windows, Filter? filter, ReadingPlan plan)
    {
        for (var i = 0; i < metrics.Count; i++)
        {
            if (plan.MayLack(metrics[i]))
            {
                Of(metrics[i], plan.Total(filter)).Add(windows);
            }
        }
    }

    // Plans the counts, before the plan is read.
    public void Plan()
    {
        foreach (var watched in _watched)
        {
            watched.Plan();
        }
    }

    // Once the plan has been read. A column is mentioned once, with the most that any metric of it lacks.
    public IEnumerable<Finding> Find() => _watched.Count == 0 ? [] : Lacking();

    private Watched Of(Metric metric, ReadingPart part)
    {
        var watched = _watched.Find(known => known.IsOf(metric, part));
        if (watched is null)
        {
            _watched.Add(watched = new(metric, part));
        }

        return watched;
    }

    private IEnumerable<Finding> Lacking() => _watched
        .GroupBy(watched => (watched.Table, watched.Column), watched => watched.Count())
        .Where(counts => counts.Max() > 0m)
        .Select(counts => DataFindings.Unknown(counts.Key.Table, counts.Key.Column, counts.Max()));

    private sealed class Watched(Metric metric, ReadingPart part)
    {
        private readonly PlannedTable _table = part.Table(metric.Table);
        private PlannedAggregate? _count;
        private int[] _places = [];

        // Until they are planned.
        private List<Interval> _times = [];

        public string Table => metric.Table.Name;

        public string Column => metric.ValueColumn!;

        public bool IsOf(Metric other, ReadingPart otherPart) => metric == other && part == otherPart;

        public void Add(IReadOnlyList<ReadingWindow?> windows)
        {
            foreach (var window in windows)
            {
                if (window?.WindowOf(metric) is { } time && time.Start < time.End && !window.IsCutFor(metric))
                {
                    _times.Add(time);
                }
            }
        }

        public void Plan()
        {
            _places = [.. United().Where(_table.Description.Touches).Select(time => _table.Window(time))];
            _times = [];
            if (_places.Length > 0)
            {
                _count = _table.Plan(new Aggregate.Count { Filter = metric.UnknownFilter }, _places, metric.Id);
            }
        }

        public decimal Count()
        {
            var sum = 0m;
            foreach (var place in _places)
            {
                if (_count!.TryValue(place, part.Total, out var found))
                {
                    sum += found.Amount ?? 0m;
                }
            }

            return sum;
        }

        // No fact is counted twice.
        private List<Interval> United()
        {
            var united = new List<Interval>();
            foreach (var time in _times.OrderBy(time => time.Start))
            {
                if (united.Count > 0 && time.Start <= united[^1].End)
                {
                    united[^1] = new(united[^1].Start, Instant.Max(united[^1].End, time.End));
                }
                else
                {
                    united.Add(time);
                }
            }

            return united;
        }
    }
}
