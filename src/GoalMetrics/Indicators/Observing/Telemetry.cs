using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GoalMetrics;

// What the library reports of its own work, under one name: an activity for each question and for each call of a source, and how long they
// took. Nothing is made or measured while nothing listens.
internal static class Telemetry
{
    public const string Name = "GoalMetrics";

    public static readonly ActivitySource Activities = new(Name);

    public static readonly Histogram<double> QuestionDuration;
    public static readonly Histogram<double> SourceDuration;
    public static readonly Histogram<double> SourceRows;

    static Telemetry()
    {
        var meter = new Meter(Name);
        QuestionDuration = meter.CreateHistogram<double>(
            "goalmetrics.question.duration", "s", "How long queries, goals, scorecards and validations took");
        SourceDuration = meter.CreateHistogram<double>("goalmetrics.source.duration", "s", "How long the calls of sources took");
        SourceRows = meter.CreateHistogram<double>(
            "goalmetrics.source.rows", "{row}", "How many rows an answer of a source has, table by table");
    }

    public static bool IsHeard =>
        Activities.HasListeners() || QuestionDuration.Enabled || SourceDuration.Enabled || SourceRows.Enabled;

    // An exception's message may quote data, which do not belong here.
    public static void Fail(this Activity? activity, Exception error)
    {
        activity?.SetTag("error.type", error.GetType().FullName);
        activity?.SetStatus(ActivityStatusCode.Error);
    }

    public static void Record(this Histogram<double> duration, long started, Exception? error, in TagList tags)
    {
        var all = tags;
        if (error is not null)
        {
            all.Add("error.type", error.GetType().FullName);
        }

        duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, all);
    }
}
