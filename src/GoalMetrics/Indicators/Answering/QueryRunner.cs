using System.Diagnostics;

namespace GoalMetrics;

// Turns a query into a plan, and what the plan reads into a table.
internal sealed class QueryRunner(Query query, IMetricSource source)
{
    public ValueTask<MetricTable> RunAsync(CancellationToken cancellationToken)
    {
        if (Telemetry.IsHeard)
        {
            return RunObservedAsync(cancellationToken);
        }

        return AnswerAsync(cancellationToken);
    }

    // Only the members that the filters of the query name.
    public ValueTask<IReadOnlyList<Finding>> CheckMembersAsync(CancellationToken cancellationToken)
    {
        if (Telemetry.IsHeard)
        {
            return Question.ObserveAsync(
                "member_check", this, static (asked, token) => asked.FindMisspeltAsync(token), Describe, cancellationToken);
        }

        return FindMisspeltAsync(cancellationToken);
    }

    private ValueTask<MetricTable> RunObservedAsync(CancellationToken cancellationToken) => Question.ObserveAsync(
        "query", this, static (asked, token) => asked.AnswerAsync(token), Describe, cancellationToken, Count);

    private async ValueTask<MetricTable> AnswerAsync(CancellationToken cancellationToken)
    {
        var tables = await SourceTables.DescribeAsync(source, query.Metrics, cancellationToken).ConfigureAwait(false);
        var range = new QueryRange(query, tables);
        var ranked = query.TopMembers is null
            ? null
            : await RankedMembers.ReadAsync(query, range, tables, cancellationToken).ConfigureAwait(false);
        var planned = new PlannedAnswer(query, range, tables, ranked);
        await planned.Plan.ReadAsync(cancellationToken).ConfigureAwait(false);
        var misspelt = await MemberCheck.FindAsync(planned.Spelling, cancellationToken).ConfigureAwait(false);
        return planned.ToTable(misspelt, cancellationToken);
    }

    private async ValueTask<IReadOnlyList<Finding>> FindMisspeltAsync(CancellationToken cancellationToken)
    {
        var tables = await SourceTables.DescribeAsync(source, query.Metrics, cancellationToken).ConfigureAwait(false);
        var plan = new ReadingPlan(tables, new QueryRange(query, tables).AsOf);
        var spelling = new MemberCheck(query.Metrics, query.Filter, plan);
        await plan.ReadAsync(cancellationToken).ConfigureAwait(false);
        return await spelling.FindAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Describe(Activity activity, QueryRunner asked) => asked.Describe(activity);

    private static void Count(Activity activity, MetricTable answer) => activity.SetTag("goalmetrics.rows", answer.Count);

    private void Describe(Activity activity)
    {
        activity.AddMeasures(query.Measures);
        activity.SetTag("goalmetrics.dimensions", query.Dimensions.ToArray());
        activity.SetTag("goalmetrics.grain", query.Grain?.ToString());
    }
}
