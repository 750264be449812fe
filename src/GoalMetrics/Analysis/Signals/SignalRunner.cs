using System.Diagnostics;
using System.Runtime.ExceptionServices;
using NodaTime;

namespace GoalMetrics;

// Turns the measures of a report into one plan, and what it reads into the report.
internal sealed class SignalRunner
{
    private readonly IReadOnlyList<Measure> _measures;
    private readonly IReadOnlyList<SmartGoal> _goals;
    private readonly IMetricSource _source;
    private readonly Instant _asOf;
    private readonly SignalOptions _options;

    public SignalRunner(
        IReadOnlyList<Measure> measures, IReadOnlyList<SmartGoal> goals, IMetricSource source, Instant asOf, SignalOptions? options)
    {
        ArgumentNullException.ThrowIfNull(source);
        (_measures, _goals, _source, _asOf) = (measures, goals, source, asOf);
        _options = options ?? SignalOptions.Default;
    }

    // The measure that the report was asked for, which has to be readable; null where it is one of many.
    public Measure? Main { get; init; }

    public ValueTask<SignalReport> RunAsync(CancellationToken cancellationToken)
    {
        if (Telemetry.IsHeard)
        {
            return Question.ObserveAsync("signals", this, static (runner, token) => runner.AnswerAsync(token), Describe, cancellationToken);
        }

        return AnswerAsync(cancellationToken);
    }

    private async ValueTask<SignalReport> AnswerAsync(CancellationToken cancellationToken)
    {
        var readable = await ReadableMeasures.OfAsync([], _measures, _source, cancellationToken).ConfigureAwait(false);
        var plan = new ReadingPlan(readable.Tables, _asOf);
        List<PlannedSignals> planned =
            [.. _measures.Select(measure => new PlannedSignals(measure, _options, plan, readable.RefusalOf(measure)))];
        if (Main is not null && planned[0].Refused is { } refused)
        {
            ExceptionDispatchInfo.Throw(refused);
        }

        var spelling = MemberCheck.WhereCheap(readable.Metrics, _options.Where, plan);
        await plan.ReadAsync(cancellationToken).ConfigureAwait(false);
        var misspelt = await MemberCheck.FindAsync(spelling, cancellationToken).ConfigureAwait(false);
        return new(_asOf, [.. _measures.Zip(planned, (measure, one) => one.Read(misspelt, DrivenBy(measure), _goals))]);
    }

    private IReadOnlyList<Kpi> DrivenBy(Measure measure)
    {
        if (measure is not PerformanceIndicator indicator)
        {
            return [];
        }

        return [.. _measures.OfType<Kpi>().Where(kpi => kpi.Drivers.Any(driver => driver.Definition.Equals(indicator.Definition)))];
    }

    private static void Describe(Activity activity, SignalRunner runner) => activity.AddMeasures(runner._measures);
}
