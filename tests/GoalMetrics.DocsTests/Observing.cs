#region observe
using System.Diagnostics;
using System.Diagnostics.Metrics;
#endregion
using GoalMetrics;
using NodaTime;

namespace DocsTests;

/// <summary>The guide to observability: the region is its snippet. Listeners hear all tests, so no others run meanwhile.</summary>
[CollectionDefinition(nameof(Observing), DisableParallelization = true)]
[Collection(nameof(Observing))]
public sealed class Observing
{
    [Fact]
    public void Guide_AQuestion_IsHeard()
    {
        var orders = FactTable.FromSeries("orders", Unit.Count("order"), [new(new LocalDate(2026, 9, 14), 27)]);
        var source = new InMemorySource(ReportingCalendar.Utc, orders);
        var query = Query.For(Metric.Sum("orders", orders, "value"));
        var (lines, names) = (new List<string>(), new List<string>());

        #region observe
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "GoalMetrics",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => lines.Add($"{activity.OperationName}: {activity.Duration.TotalMilliseconds} ms"),
        };
        ActivitySource.AddActivityListener(activities);

        using var measurements = new MeterListener();
        measurements.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "GoalMetrics")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        measurements.SetMeasurementEventCallback<double>((instrument, value, tags, _) => names.Add(instrument.Name));
        measurements.Start();
        #endregion

        source.Query(query);

        lines.Select(line => line.Split(':')[0]).Should().Equal(
            "goalmetrics.source.describe", "goalmetrics.source.aggregate", "goalmetrics.query");
        names.Should().Equal(
            "goalmetrics.source.duration", "goalmetrics.source.rows", "goalmetrics.source.duration", "goalmetrics.question.duration");
    }
}
