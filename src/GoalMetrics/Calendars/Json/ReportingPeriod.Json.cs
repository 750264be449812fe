using System.Text.Json;
using GoalMetrics.Json;
using NodaTime;
using NodaTime.Text;

namespace GoalMetrics;

public sealed partial class ReportingPeriod : IJsonObject
{
    // Not all periods start and end with a day: an hour does not, and a range that was shifted by hours may not.
    private bool IsOfDays => !IsHour && Start == Calendar.StartOf(StartDate) && End == Calendar.StartOf(EndDate);

    // All but the calendar, which results state once.
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("name", ToString());
        writer.WriteEnum("grain", Grain);
        if (IsOfDays)
        {
            writer.WriteDate("start", StartDate);
            writer.WriteDate("end", EndDate);
        }
        else
        {
            writer.WriteInstant("start", Start);
            writer.WriteInstant("end", End);
        }
    }

    // A period with its calendar. By hand it may be stated by its name alone.
    internal static ReportingPeriod FromJson(JsonElement element)
    {
        const string Edge = "where the period starts and ends";
        var calendar = element.Required("calendar", "the calendar of the period, such as {\"zone\":\"Europe/Copenhagen\"}");
        var ofCalendar = ReportingCalendar.FromJson(calendar.Object("a calendar such as {\"zone\":\"Europe/Copenhagen\"}"));
        var name = element.Optional("name")?.Text("the name of a period");
        var (start, end) = (element.Optional("start"), element.Optional("end"));
        if (name is not null && start is null && end is null)
        {
            return JsonReading.Made(() => Parse(name, ofCalendar));
        }

        var (from, to) = (element.Required("start", Edge).Text(Edge), element.Required("end", Edge).Text(Edge));
        var grain = element.Optional("grain")?.Enum<Grain>();
        var period = JsonReading.Made(() => Between(ofCalendar, grain, from, to))
            ?? throw new JsonException($"Expected the start and the end of {Kind(grain)}, or of a part of it; found {from} and {to}.");
        if (name is null || name == period.ToString())
        {
            return period;
        }

        throw new JsonException($"Expected the name of the period from {from} to {to}, '{period}'; found {Shown.Quote(name)}.");
    }

    private static string Kind(Grain? grain)
    {
        if (grain is { } ofGrain)
        {
            return $"one {ofGrain.Title()}";
        }

        return "a range";
    }

    private static ReportingPeriod? Between(ReportingCalendar calendar, Grain? grain, string start, string end)
    {
        var (startDate, endDate) = (LocalDatePattern.Iso.Parse(start), LocalDatePattern.Iso.Parse(end));
        if (startDate.Success && endDate.Success)
        {
            return OfDates(calendar, grain, startDate.Value, endDate.Value);
        }

        var from = JsonReading.Instant(start);
        var to = JsonReading.Instant(end);
        if (grain == GoalMetrics.Grain.Hour)
        {
            if (calendar.Hour(from) is var hour && hour.Start == from && hour.End == to)
            {
                return hour;
            }

            return null;
        }

        if (grain is not null || from >= to)
        {
            return null;
        }

        // Refuses what is outside the supported dates.
        _ = calendar.DateOf(from);
        _ = calendar.DateOf(to - Duration.Epsilon);
        return calendar.Stretch(from, to);
    }

    private static ReportingPeriod? OfDates(ReportingCalendar calendar, Grain? grain, LocalDate start, LocalDate end)
    {
        if (grain is not { } ofGrain)
        {
            return calendar.Range(start, end);
        }

        var isFarAway = start.Year < 0 || start > ReportingCalendar.MaxDate;
        if (ofGrain == GoalMetrics.Grain.Hour || isFarAway || calendar.Holding(ofGrain, start) is not { } whole)
        {
            return null;
        }

        if (start < end && end <= whole.EndDate)
        {
            return whole.Cut(start, end);
        }

        return null;
    }
}
