using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

// What is asked, as a log or a page shows it beside the answer.
public sealed partial class Query : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteTexts("measures", Measures.Select(measure => measure.Id));
        WriteRange(writer);
        writer.WriteEnum("grain", Grain);
        writer.WriteTexts("dimensions", Dimensions);
        writer.WriteString("filter", Filter?.ToString());
        writer.WriteInstant("asOf", Moment);
        writer.WriteTexts("comparisons", Comparisons.Select(comparison => comparison.Id));
        writer.WriteBoolean("comparesWholePeriods", ComparesWhole);
        writer.WriteBoolean("widensToWholePeriods", Widens);
        WriteRows(writer);
        writer.WriteBoolean("hasSubtotals", HasSubtotals);
        writer.WriteBoolean("hasDataQuality", HasQuality);
    }

    // All time where there is neither a period nor a range.
    private void WriteRange(Utf8JsonWriter writer)
    {
        writer.WriteObject("period", Period);
        writer.WriteDate("start", Start);
        writer.WriteDate("endExclusive", End);
    }

    private void WriteRows(Utf8JsonWriter writer)
    {
        writer.WriteObjects("having", Conditions.Select(condition => new HavingLine(condition)));
        writer.WriteStartArray("havingFacts");
        foreach (var measures in FactConditions)
        {
            writer.WriteStartArray();
            foreach (var measure in measures)
            {
                writer.WriteStringValue(measure.Id);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteObject("top", TopMembers is null ? null : new TopLine(TopMembers));
        writer.WriteObject("order", Order is var (by, order) ? new OrderLine(by, order) : null);
    }

    private sealed class HavingLine(QueryCondition condition) : IJsonObject
    {
        public void WriteProperties(Utf8JsonWriter writer)
        {
            writer.WriteString("measure", condition.Measure.Id);
            writer.WriteEnum("comparison", condition.Comparison);
            writer.WriteObject("value", condition.Value);
        }
    }

    private sealed class TopLine(TopMembers top) : IJsonObject
    {
        public void WriteProperties(Utf8JsonWriter writer)
        {
            writer.WriteNumber("count", top.Count);
            writer.WriteString("dimension", top.Dimension);
            writer.WriteString("by", top.By.Id);
            writer.WriteString("restAs", top.Rest);
        }
    }

    private sealed class OrderLine(Measure by, SortOrder order) : IJsonObject
    {
        public void WriteProperties(Utf8JsonWriter writer)
        {
            writer.WriteString("by", by.Id);
            writer.WriteEnum("order", order);
        }
    }
}
