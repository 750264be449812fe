using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>
/// Writes a <see cref="ReportingCalendar"/> as its zone and those of its rules that are not the usual ones, and reads it back:
/// <c>{"zone":"Europe/Copenhagen","firstFiscalMonth":4}</c>.
/// </summary>
/// <remarks>
/// <para>Days: <c>firstHourOfDay</c>. Weeks: <c>firstDayOfWeek</c>, <c>minDaysInFirstWeek</c>. Fiscal years: <c>firstFiscalMonth</c>,
/// <c>fiscalYearNamedAfter</c>. A retail year: <c>retail</c>. Days that are not alike: <c>holidays</c>, a list of dates, and
/// <c>dayWeights</c>. A rule of any other name is refused, since without it the calendar would be another one.</para>
/// <para>The zone is written by its id, and looked up by it among the IANA zones. The type carries the converter itself: there is nothing
/// to register.</para>
/// </remarks>
public sealed class ReportingCalendarConverter : JsonConverter<ReportingCalendar>
{
    /// <summary>Reads a calendar.</summary>
    /// <exception cref="JsonException">The JSON is no such calendar, or its zone is unknown.</exception>
    public override ReportingCalendar Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReportingCalendar.FromJson(JsonReading.ReadObject(ref reader, "a calendar such as {\"zone\":\"Europe/Copenhagen\"}"));

    /// <summary>Writes a calendar.</summary>
    public override void Write(Utf8JsonWriter writer, ReportingCalendar value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteObject(value);
    }
}
