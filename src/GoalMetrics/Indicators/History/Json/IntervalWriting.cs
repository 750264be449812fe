using System.Text.Json;
using GoalMetrics.Json;
using GoalMetrics.Statistics;

namespace GoalMetrics;

// How estimates with their bounds are written.
internal static class IntervalWriting
{
    public static void WriteEstimate(this Utf8JsonWriter writer, string name, Interval interval) =>
        writer.WriteObject(name, new Estimate(interval));

    private readonly struct Estimate(Interval interval) : IJsonObject
    {
        public void WriteProperties(Utf8JsonWriter writer)
        {
            if (!interval.IsDefined)
            {
                writer.WriteNull("estimate");
                writer.WriteEnum("reason", interval.Reason);
                return;
            }

            writer.WriteNumber("estimate", interval.Estimate);
            writer.WriteNumber("lower", interval.Lower);
            writer.WriteNumber("upper", interval.Upper);
            writer.WriteNumber("level", interval.Level);
        }
    }
}
