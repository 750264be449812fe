using System.Text.Json;
using GoalMetrics.Json;
using NodaTime.Text;

namespace GoalMetrics;

public sealed partial class TableDescription : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("table", Schema.Name);
        writer.WriteInterval("coverage", Coverage);
        writer.WriteStartArray("gaps");
        foreach (var gap in Gaps)
        {
            writer.WriteInterval(gap);
        }

        writer.WriteEndArray();
        writer.WriteTexts("missingDays", MissingDays.Select(LocalDatePattern.Iso.Format));
        writer.WriteBoolean("isLastDayShort", IsLastDayShort);
        WriteUnknownValues(writer);
        writer.WriteBoolean("isCoverageStated", IsCoverageStated);
        writer.WriteBoolean("isEmpty", IsEmpty);
        writer.WriteInstant("earliestFact", EarliestFact);
        writer.WriteInstant("latestFact", LatestFact);
        writer.WriteDuration("settling", Settling);
        writer.WriteNumber("refusedRows", RefusedRows);
        writer.WriteEnum("keptGrain", KeptGrain);
        writer.WriteTexts("breakdowns", Breakdowns);
    }

    // A number is null where it is not known, and so is the whole where any column may be one.
    private void WriteUnknownValues(Utf8JsonWriter writer)
    {
        if (UnknownValues is null)
        {
            writer.WriteNull("unknownValues");
            return;
        }

        writer.WriteStartObject("unknownValues");
        foreach (var (column, count) in UnknownValues)
        {
            if (count is { } known)
            {
                writer.WriteNumber(column, known);
            }
            else
            {
                writer.WriteNull(column);
            }
        }

        writer.WriteEndObject();
    }
}
