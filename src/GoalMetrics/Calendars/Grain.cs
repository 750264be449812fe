using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>The length of a <see cref="ReportingPeriod"/>, in the units a <see cref="ReportingCalendar"/> cuts time into.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Grain>))]
public enum Grain
{
    /// <summary>An hour of the wall clock, in one offset: a day has 23 to 25 of them where clocks change.</summary>
    Hour,

    /// <summary>A local day, from its first instant to that of the next day.</summary>
    Day,

    /// <summary>Seven days, numbered by the calendar's week rule (ISO 8601 by default).</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months from January, April, July or October.</summary>
    Quarter,

    /// <summary>Six months from January or July.</summary>
    HalfYear,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>Three months, counted from the calendar's first fiscal month.</summary>
    FiscalQuarter,

    /// <summary>Six months, counted from the calendar's first fiscal month.</summary>
    FiscalHalfYear,

    /// <summary>Twelve months from the calendar's first fiscal month.</summary>
    FiscalYear,

    /// <summary>A week of the calendar's retail year; it starts the day after the year's last weekday.</summary>
    RetailWeek,

    /// <summary>A retail month: four or five weeks, by the pattern of the retail year.</summary>
    RetailPeriod,

    /// <summary>Three retail periods: 13 weeks, 14 where the year has 53.</summary>
    RetailQuarter,

    /// <summary>A year of 52 or 53 whole weeks.</summary>
    RetailYear,
}
