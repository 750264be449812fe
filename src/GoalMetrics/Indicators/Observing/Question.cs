using System.Diagnostics;

namespace GoalMetrics;

// A question that is put to the library while something listens: an activity, and the time that it took.
internal static class Question
{
    public static async ValueTask<TAnswer> ObserveAsync<TAsked, TAnswer>(
        string kind,
        TAsked asked,
        Func<TAsked, CancellationToken, ValueTask<TAnswer>> answer,
        Action<Activity, TAsked> describe,
        CancellationToken cancellationToken,
        Action<Activity, TAnswer>? count = null)
    {
        using var activity = Telemetry.Activities.StartActivity($"goalmetrics.{kind}");
        var (started, error) = (Stopwatch.GetTimestamp(), (Exception?)null);
        try
        {
            if (activity is { IsAllDataRequested: true })
            {
                describe(activity, asked);
            }

            var answered = await answer(asked, cancellationToken).ConfigureAwait(false);
            if (activity is { IsAllDataRequested: true })
            {
                count?.Invoke(activity, answered);
            }

            return answered;
        }
        catch (Exception failed)
        {
            error = failed;
            activity.Fail(failed);
            throw;
        }
        finally
        {
            Telemetry.QuestionDuration.Record(started, error, new() { { "goalmetrics.question", kind } });
        }
    }
}
