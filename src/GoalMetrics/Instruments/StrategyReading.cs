using System.Diagnostics.Metrics;
using NodaTime;

namespace GoalMetrics;

// What the instruments of a strategy measure at a moment. Filled by one thread, then only read.
internal sealed class StrategyReading(Instant asOf)
{
    // In the order of the statuses.
    private static readonly string[] StatusNames = ["unknown", "not_started", "on_track", "at_risk", "off_track", "achieved", "missed"];

    private readonly List<Measurement<double>> _attainments = [];
    private readonly List<Measurement<double>> _paces = [];
    private readonly List<Measurement<int>> _statuses = [];
    private readonly List<EvaluationFailure> _failures = [];

    public Instant AsOf { get; } = asOf;

    public Dictionary<string, Measurement<double>[]> Totals { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Measurement<double>[]> Breakdowns { get; } = new(StringComparer.Ordinal);

    public IEnumerable<Measurement<double>> Attainments => _attainments;

    public IEnumerable<Measurement<double>> Paces => _paces;

    public IEnumerable<Measurement<int>> Statuses => _statuses;

    public IReadOnlyList<EvaluationFailure> Failures => _failures;

    public void Add(Kpi kpi, MetricRow total, IEnumerable<MetricRow> rows)
    {
        Totals.Add(kpi.Id, [.. Measured(total[kpi])]);
        Breakdowns.Add(kpi.Id, [.. rows.SelectMany(row => Measured(row[kpi], [.. Tags(row)]))]);

        // A member that is null is a tag that is not there, as it is where instruments are read.
        IEnumerable<KeyValuePair<string, object?>> Tags(MetricRow row) => kpi.Breakdown
            .Zip(row.Members, (dimension, member) => new KeyValuePair<string, object?>(dimension, member))
            .Where(tag => tag.Value is not null);
    }

    public void Add(GoalProgress progress)
    {
        var id = new KeyValuePair<string, object?>("goal.id", progress.Goal.Id);
        _attainments.AddRange(Measured(progress.Attainment, id));
        _paces.AddRange(Measured(progress.Pace, id));
        for (var status = 0; status < StatusNames.Length; status++)
        {
            _statuses.Add(new((int)progress.Status == status ? 1 : 0, id, new("goal.status", StatusNames[status])));
        }
    }

    public void Add(string path, Exception error) => _failures.Add(new(path, error));

    // Nothing where it is undefined.
    private static IEnumerable<Measurement<double>> Measured(Quantity quantity, params KeyValuePair<string, object?>[] tags)
    {
        if (quantity.AmountOrNull is { } amount)
        {
            return [new((double)amount, tags)];
        }

        return [];
    }
}
