using NodaTime;

namespace GoalMetrics;

// A measure as part of a report's plan. One that fails does not take the others along.
internal sealed class PlannedSignals
{
    private readonly Measure _measure;
    private readonly Grain _grain;
    private readonly SignalOptions _options;
    private readonly ReadingPlan _plan;
    private readonly PlannedHistory? _history;
    private readonly List<OutstandingFacts> _outstanding = [];
    private readonly Exception? _refused;

    public PlannedSignals(Measure measure, SignalOptions options, ReadingPlan plan, Exception? refused)
    {
        (_measure, _options, _plan, _refused) = (measure, options, plan, refused);
        _grain = options.Grain ?? GrainOf(measure);
        if (refused is not null)
        {
            return;
        }

        try
        {
            _history = new(new(measure, _grain, options.From, options.Where), plan);
            _outstanding = OutstandingFacts.Of(measure, _grain, options.Where, plan);
        }
        catch (Exception error) when (Failure.IsOfOne(error))
        {
            _refused = error;
        }
    }

    // Why it cannot be read; null if it can, as far as is known before it is.
    public Exception? Refused => _refused;

    public MeasureSignals Read(IReadOnlyList<Finding> misspelt, IReadOnlyList<Kpi> drives, IReadOnlyList<SmartGoal> goals)
    {
        if (_refused is not null)
        {
            return Failed(_refused, drives);
        }

        try
        {
            _outstanding.ForEach(facts => facts.Read());
            var reader = new SignalReader(_history!.Read(misspelt), _options, drives);
            return reader.Read(MissingDays(), _outstanding, goals);
        }
        catch (Exception error) when (Failure.IsOfOne(error))
        {
            return Failed(error, drives);
        }
    }

    private static Grain GrainOf(Measure measure) => measure switch
    {
        Kpi kpi => kpi.ReadEvery,
        PerformanceIndicator indicator => indicator.ReadEvery,
        _ => Grain.Day,
    };

    private List<LocalDate> MissingDays() => [.. _plan.Tables.Of(_measure.Metrics).SelectMany(table => table.MissingDays).Distinct()];

    private MeasureSignals Failed(Exception error, IReadOnlyList<Kpi> drives) => new(_measure, _grain)
    {
        Drives = drives,
        Findings = [FailureFinding.At($"measures/{_measure.Id}", _measure.Id, error)],
    };
}
