using System.Text.Json;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

public sealed partial class MetricRow : IJsonObject
{
    internal Instant AsOf => Range.AsOf;

    private Query Query => _line.Compiled.Query;

    // By itself a row states the unit of each value; in a table the columns do.
    void IJsonObject.WriteProperties(Utf8JsonWriter writer) => WriteProperties(writer, _ => null);

    // Plain numbers by measure, which charts take as they are. What is not plain stands beside them, where there is any: why there is no
    // number, a unit other than the column's, time that the facts do not cover, how exact an approximate number is.
    internal void WriteProperties(Utf8JsonWriter writer, Func<Measure, Unit?> unitOf)
    {
        writer.WriteObject("period", Period);
        writer.WriteMembers(_line.Dimensions, Members);
        writer.WriteEnum("state", State);
        writer.WriteBoolean("isPartial", IsPartial);
        writer.WriteBoolean("isRest", IsRest);
        writer.WriteBoolean("isFullyCovered", IsFullyCovered);
        List<(Measure Measure, Quantity Value)> values = [.. Query.Measures.Select(measure => (measure, this[measure]))];
        writer.WriteBy("values", values, each => each.Measure.Id, each => writer.WriteNumber(each.Value.AmountOrNull));

        var undefined = values.Where(each => !each.Value.IsDefined);
        writer.WriteByIfAny("undefined", undefined, each => each.Measure.Id, each => writer.WriteObject(new Reason(each.Value)));

        var ofOtherUnit = values.Where(each => each.Value.IsDefined && each.Value.Unit != unitOf(each.Measure));
        writer.WriteByIfAny(
            "units", ofOtherUnit, each => each.Measure.Id, each => writer.WriteStringValue(UnitText.Of(each.Value.Unit!)));

        var approximate = Query.Measures.Where(measure => measure.Metrics.Any(metric => metric.IsApproximate));
        writer.WriteByIfAny("errors", approximate, measure => measure.Id, measure => writer.WriteNumber(ErrorOf(measure).AmountOrNull));

        if (!IsFullyCovered)
        {
            writer.WriteTexts(
                "uncovered", Query.Measures.Where(measure => !IsFullyCoveredFor(measure)).Select(measure => measure.Id));
        }

        writer.WriteByIfAny(
            "changes",
            Query.Comparisons,
            comparison => comparison.Id,
            comparison => writer.WriteBy(Query.Measures, measure => measure.Id, measure => WriteChange(writer, measure, comparison)));
    }

    private void WriteChange(Utf8JsonWriter writer, Measure measure, PeriodComparison comparison)
    {
        IJsonObject change = Change(measure, comparison);
        writer.WriteStartObject();
        change.WriteProperties(writer);
        writer.WriteBoolean("isFullyCovered", IsFullyCoveredFor(measure, comparison));
        var compared = Compared(measure, comparison);
        writer.WriteObject("earlier", compared.Earlier);
        writer.WriteInstant("earlierUntil", compared.EarlierUntil);
        writer.WriteEndObject();
    }

    private readonly struct Reason(Quantity undefined) : IJsonObject
    {
        public void WriteProperties(Utf8JsonWriter writer) => undefined.WriteReason(writer);
    }
}
