using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class MetricTable : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        var units = Measures.ToDictionary(measure => measure.Id, UnitOf);
        writer.WriteInstant("asOf", Total.AsOf);
        writer.WriteObject("calendar", Total.Period.Calendar);
        writer.WriteObject("period", Total.Period);
        writer.WriteEnum("grain", _query.Grain);
        writer.WriteTexts("dimensions", Dimensions);
        writer.WriteObjects("measures", Measures.Select(measure => new Column(measure, units[measure.Id])));
        WriteRows("rows", Rows);
        if (Dimensions.Count > 0)
        {
            WriteRows("subtotals", Subtotals);
            WriteRows("periodTotals", _periodTotals);
            WriteRows("memberTotals", _memberTotals);
        }

        writer.WriteObject("total", InTable(Total));
        if (_query.HasQuality)
        {
            writer.WriteObjects("quality", Quality);
        }

        writer.WriteObjects("findings", Findings);

        void WriteRows(string name, IEnumerable<MetricRow> rows) => writer.WriteObjects(name, rows.Select(InTable));

        RowOfTable InTable(MetricRow row) => new(row, measure => units[measure.Id]);
    }

    // That of the measure; where it is not known beforehand, that of all values, if they have the same.
    private Unit? UnitOf(Measure measure)
    {
        if (measure.Unit is { } stated)
        {
            return stated;
        }

        List<Unit> units = [.. Rows.Append(Total).Select(row => row[measure]).Where(value => value.IsDefined)
            .Select(value => value.Unit!).Distinct()];
        if (units is [var only])
        {
            return only;
        }

        return null;
    }

    private readonly struct Column(Measure measure, Unit? unit) : IJsonObject
    {
        public void WriteProperties(Utf8JsonWriter writer) => measure.WriteProperties(writer, unit);
    }

    private readonly struct RowOfTable(MetricRow row, Func<Measure, Unit?> unitOf) : IJsonObject
    {
        public void WriteProperties(Utf8JsonWriter writer) => row.WriteProperties(writer, unitOf);
    }
}
