using System.Diagnostics;
using NodaTime;

namespace GoalMetrics;

// Turns the histories of measures into one plan, and what it reads into histories.
internal sealed class HistoryRunner(IReadOnlyList<HistoryQuestion> asked, IMetricSource source, Instant asOf)
{
    public ValueTask<IReadOnlyList<MeasureHistory>> RunAsync(CancellationToken cancellationToken)
    {
        if (Telemetry.IsHeard)
        {
            return Question.ObserveAsync("history", this, static (runner, token) => runner.AnswerAsync(token), Describe, cancellationToken);
        }

        return AnswerAsync(cancellationToken);
    }

    private async ValueTask<IReadOnlyList<MeasureHistory>> AnswerAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Metric> metrics = [.. asked.SelectMany(question => question.Measure.Metrics).Distinct()];
        var tables = await SourceTables.DescribeAsync(source, metrics, cancellationToken).ConfigureAwait(false);
        var plan = new ReadingPlan(tables, asOf);
        List<PlannedHistory> planned = [.. asked.Select(question => new PlannedHistory(question, plan))];
        var spelling = asked.Count == 0 ? null : MemberCheck.WhereCheap(metrics, asked[0].Filter, plan);
        await plan.ReadAsync(cancellationToken).ConfigureAwait(false);
        var misspelt = await MemberCheck.FindAsync(spelling, cancellationToken).ConfigureAwait(false);
        return [.. planned.Select(history => history.Read(misspelt))];
    }

    private static void Describe(Activity activity, HistoryRunner runner) => runner.Describe(activity);

    private void Describe(Activity activity)
    {
        activity.AddMeasures(asked.Select(question => question.Measure));
        activity.SetTag("goalmetrics.grain", asked.Count == 0 ? null : asked[0].Grain.ToString());
    }
}
