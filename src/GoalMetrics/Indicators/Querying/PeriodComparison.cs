using System.Text.Json.Serialization;
using GoalMetrics.Json;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>
/// What a period is compared with: the one before, a year earlier, the same weekdays, a stated period, or the same event. Immutable;
/// equality is by value.
/// </summary>
[JsonConverter(typeof(ResultConverter<PeriodComparison>))]
public abstract partial class PeriodComparison : IEquatable<PeriodComparison>
{
    private const int WeeksOfAYear = 52;

    private PeriodComparison(string id, LocalizedText title)
    {
        Id = id;
        Title = title;
    }

    /// <summary>The period before it.</summary>
    public static PeriodComparison PreviousPeriod { get; } =
        new PeriodsBefore("previousPeriod", new("previous period", "forrige periode"), 1);

    /// <summary>
    /// The same period a year earlier: the same month, week number or date. Week 53 has no counterpart in a year of 52 weeks, and the day
    /// before is another weekday; <see cref="SameWeekdays"/> has neither difference.
    /// </summary>
    public static PeriodComparison YearEarlier { get; } = new AYearBefore();

    /// <summary>The same weekdays 52 weeks (364 days) earlier, as shops compare their days and weeks.</summary>
    public static PeriodComparison SameWeekdays { get; } = new UnitsBefore(
        "sameWeekdays", new("same weekdays a year earlier", "samme ugedage året før"), WeeksOfAYear, Grain.Week);

    /// <summary>A short name, as in JSON: <c>previousPeriod</c>, <c>3-months-earlier</c>.</summary>
    public string Id { get; }

    /// <summary>The name shown to people.</summary>
    public LocalizedText Title { get; }

    /// <summary>The period so many periods of its own kind earlier: of a month, the third before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static PeriodComparison Earlier(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var title = new LocalizedText("{count} periods earlier", "{count} perioder tidligere").Filled("{count}", Invariant($"{count}"));
        if (count == 1)
        {
            return PreviousPeriod;
        }

        return new PeriodsBefore(Invariant($"{count}-periods-earlier"), title, count);
    }

    /// <summary>
    /// The same period so many units earlier, as <see cref="ReportingPeriod.Shift(int, Grain)"/> moves it: two years, 13 weeks.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1, or the grain is not one of the named ones.</exception>
    public static PeriodComparison Earlier(int count, Grain by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        EnumValue.Checked(by);

        if (count == 1 && by == Grain.Year)
        {
            return YearEarlier;
        }

        var view = new ShiftedView(-count, by);
        if (count == WeeksOfAYear && by == Grain.Week)
        {
            return SameWeekdays;
        }

        return new UnitsBefore(view.Suffix, view.Title, count, by);
    }

    /// <summary>
    /// A stated period: the whole range is compared with it. Each whole month of the range, or longer period, is compared with the one at
    /// the same place there, first with first; days, weeks and cut months with as many days as far into it. Where the other is
    /// shorter, those that are left have nothing to be compared with.
    /// </summary>
    public static PeriodComparison With(ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new Stated(period);
    }

    /// <summary>
    /// As many days before the same event a year earlier: the week before Easter with the week before Easter. What moves is the range as a
    /// whole, by the days between the event that it holds, or is nearest to within half a year, and the one before.
    /// </summary>
    public static PeriodComparison WithSame(CalendarEvent calendarEvent)
    {
        ArgumentNullException.ThrowIfNull(calendarEvent);
        return new SameEvent(calendarEvent);
    }

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(PeriodComparison? left, PeriodComparison? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(PeriodComparison? left, PeriodComparison? right) => !Equals(left, right);

    /// <summary>Whether it is the same comparison.</summary>
    public bool Equals(PeriodComparison? other) => other is not null && Definition.Equals(other.Definition);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PeriodComparison);

    /// <inheritdoc/>
    public override int GetHashCode() => Definition.GetHashCode();

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    // What makes it equal to another one.
    private protected abstract object Definition { get; }

    // The period that one of a query's is compared with; null where there is none. The periods of the rows are numbered in order; the
    // range itself has no number.
    internal abstract ReportingPeriod? Of(ReportingPeriod period, ReportingPeriod range, int? number);

    [JsonConverter(typeof(ResultConverter<PeriodsBefore>))]
    private sealed class PeriodsBefore(string id, LocalizedText title, int count) : PeriodComparison(id, title)
    {
        private protected override object Definition => count;

        internal override ReportingPeriod? Of(ReportingPeriod period, ReportingPeriod range, int? number) => period.Shifted(-count);
    }

    [JsonConverter(typeof(ResultConverter<AYearBefore>))]
    private sealed class AYearBefore() : PeriodComparison("yearEarlier", new("a year earlier", "året før"))
    {
        private protected override object Definition => Grain.Year;

        internal override ReportingPeriod? Of(ReportingPeriod period, ReportingPeriod range, int? number) => period.AYearEarlier();
    }

    [JsonConverter(typeof(ResultConverter<UnitsBefore>))]
    private sealed class UnitsBefore(string id, LocalizedText title, int count, Grain by) : PeriodComparison(id, title)
    {
        private protected override object Definition => (count, by);

        internal override ReportingPeriod? Of(ReportingPeriod period, ReportingPeriod range, int? number) => period.Shifted(-count, by);
    }

    [JsonConverter(typeof(ResultConverter<Stated>))]
    private sealed class Stated(ReportingPeriod other) : PeriodComparison(other.ToString(), other.ToString())
    {
        private protected override object Definition => other;

        internal override ReportingPeriod? Of(ReportingPeriod period, ReportingPeriod range, int? number)
        {
            if (other.Calendar != period.Calendar)
            {
                throw new ArgumentException(
                    $"The period {other} to compare with is of the calendar {other.Calendar}; the source has {period.Calendar}."
                    + " Take periods from the source's calendar.");
            }

            if (number is not { } place || period.Grain is not { } grain)
            {
                return other;
            }

            if (grain == Grain.Hour || GrainArithmetic.MonthsIn(grain) > 0)
            {
                var parts = other.Grain == grain ? [other] : other.SplitBy(grain);
                var part = place < parts.Count ? parts[place] : null;
                if (grain == Grain.Hour || (part is { IsPartial: false } && !period.IsPartial))
                {
                    return part;
                }
            }

            return AsFarIn(period, range);
        }

        // As many days after the start of the other as this one after the start of its range, and as long.
        private ReportingPeriod? AsFarIn(ReportingPeriod period, ReportingPeriod range)
        {
            var start = other.StartDate.PlusDays(NodaTime.Period.DaysBetween(range.StartDate, period.StartDate));
            var end = start.PlusDays(period.Days);
            if (end <= other.EndDate)
            {
                return period.Calendar.Range(start, end);
            }

            return null;
        }
    }

    [JsonConverter(typeof(ResultConverter<SameEvent>))]
    private sealed class SameEvent(CalendarEvent which) : PeriodComparison(
        $"same-{which.Id}", new LocalizedText("same days around {event}", "samme dage omkring {event}").Filled("{event}", which.Title))
    {
        private protected override object Definition => which;

        internal override ReportingPeriod? Of(ReportingPeriod period, ReportingPeriod range, int? number)
        {
            if (which.DaysSinceTheOneBefore(range) is { } days)
            {
                return period.Shifted(-days, Grain.Day);
            }

            return null;
        }
    }
}
