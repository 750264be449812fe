using System.Text.Json;
using GoalMetrics.Json;
using NodaTime;
using NodaTime.Text;

namespace GoalMetrics;

public sealed partial class ReportingCalendar : IJsonObject
{
    // The zone, and the rules that are not the usual ones.
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteString("zone", Zone.Id);
        if (FirstHourOfDay != 0)
        {
            writer.WriteNumber("firstHourOfDay", FirstHourOfDay);
        }

        if (FirstDayOfWeek != IsoDayOfWeek.Monday)
        {
            writer.WriteEnum("firstDayOfWeek", FirstDayOfWeek);
        }

        if (MinDaysInFirstWeek != IsoMinDaysInFirstWeek)
        {
            writer.WriteNumber("minDaysInFirstWeek", MinDaysInFirstWeek);
        }

        if (FirstFiscalMonth != 1)
        {
            writer.WriteNumber("firstFiscalMonth", FirstFiscalMonth);
        }

        if (FiscalYearNamedAfter != YearName.EndYear)
        {
            writer.WriteEnum("fiscalYearNamedAfter", FiscalYearNamedAfter);
        }

        if (Retail is not null)
        {
            writer.WriteObject("retail", Retail);
        }

        if (!_holidays.IsEmpty)
        {
            writer.WriteTexts("holidays", _holidays.Select(LocalDatePattern.Iso.Format));
        }

        if (!DayWeights.Equals(DayWeights.Even))
        {
            writer.WriteObject("dayWeights", DayWeights);
        }
    }

    internal static ReportingCalendar FromJson(JsonElement element)
    {
        const string Number = "a whole number";
        element.AllowOnly(
            "zone", "firstHourOfDay", "firstDayOfWeek", "minDaysInFirstWeek", "firstFiscalMonth", "fiscalYearNamedAfter", "retail",
            "holidays", "dayWeights");
        var zone = element.Required("zone", "the id of a time zone").Text("the id of a time zone");
        var firstHour = element.Optional("firstHourOfDay")?.Whole(Number) ?? 0;
        var firstDay = element.Optional("firstDayOfWeek")?.Enum<IsoDayOfWeek>() ?? IsoDayOfWeek.Monday;
        var minDays = element.Optional("minDaysInFirstWeek")?.Whole(Number) ?? IsoMinDaysInFirstWeek;
        var month = element.Optional("firstFiscalMonth")?.Whole(Number) ?? 1;
        var namedAfter = element.Optional("fiscalYearNamedAfter")?.Enum<YearName>() ?? YearName.EndYear;
        var holidays = element.Optional("holidays")?.List("a list of dates").Select(date => date.Date()).ToList();
        var weights = element.Optional("dayWeights")?.Read(DayWeights.FromJson);
        var retail = element.Optional("retail")?.Read(RetailCalendar.FromJson);
        return JsonReading.Made(() =>
        {
            var calendar = Iso(zone)
                .WithDayStartingAt(firstHour)
                .WithWeeksStartingOn(firstDay, minDays)
                .WithFiscalYearStartingIn(month, namedAfter);
            if (retail is not null)
            {
                calendar = calendar.WithRetailYear(retail);
            }

            if (holidays is not null)
            {
                calendar = calendar.WithHolidays(holidays);
            }

            if (weights is not null)
            {
                calendar = calendar.WithDayWeights(weights);
            }

            return calendar;
        });
    }
}
