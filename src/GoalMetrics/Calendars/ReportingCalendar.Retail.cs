using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// The parts of a retail year, and the weights of days.
public sealed partial class ReportingCalendar
{
    /// <summary>A week of a retail year.</summary>
    /// <param name="retailYear">The name of the year.</param>
    /// <param name="week">From 1 to 52, or 53 in a long year.</param>
    /// <exception cref="ArgumentException">The calendar has no retail year.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year has no such week, or it lies outside the supported dates.</exception>
    public ReportingPeriod RetailWeek(int retailYear, int week)
    {
        var retail = InRetail(retailYear);
        var weeks = retail.WeeksIn(retailYear);
        if (week < 1 || week > weeks)
        {
            throw new ArgumentOutOfRangeException(
                nameof(week), Invariant($"R{retailYear:D4} has {weeks} weeks: expected a week from 1 to {weeks}, found {week}."));
        }

        return Starting(Grain.RetailWeek, retail.StartOf(retailYear).PlusWeeks(week - 1)) ?? throw Outside(nameof(retailYear), retailYear);
    }

    /// <summary>A period of a retail year: its month of four or five weeks.</summary>
    /// <param name="retailYear">The name of the year.</param>
    /// <param name="period">From 1 to 12.</param>
    /// <exception cref="ArgumentException">The calendar has no retail year.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ReportingPeriod RetailPeriod(int retailYear, int period) =>
        PartOfRetailYear(Grain.RetailPeriod, retailYear, InRange("period", period, 1, 12, nameof(period)));

    /// <summary>A quarter of a retail year.</summary>
    /// <param name="retailYear">The name of the year.</param>
    /// <param name="quarter">From 1 to 4.</param>
    /// <exception cref="ArgumentException">The calendar has no retail year.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ReportingPeriod RetailQuarter(int retailYear, int quarter) =>
        PartOfRetailYear(Grain.RetailQuarter, retailYear, InRange("quarter", quarter, 1, 4, nameof(quarter)));

    /// <summary>A retail year.</summary>
    /// <param name="retailYear">The name of the year.</param>
    /// <exception cref="ArgumentException">The calendar has no retail year.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year is out of its range.</exception>
    public ReportingPeriod RetailYear(int retailYear) => PartOfRetailYear(Grain.RetailYear, retailYear, 1);

    /// <summary>How much the date counts, by <see cref="DayWeights"/> and <see cref="Holidays"/>.</summary>
    public decimal WeightOf(LocalDate date)
    {
        var iso = date.WithCalendar(CalendarSystem.Iso);
        if (DayWeights.Dates.TryGetValue(iso, out var own))
        {
            return own;
        }

        if (DayWeights.Holiday is { } holiday && _holidays.Contains(iso))
        {
            return holiday;
        }

        return DayWeights.Of(iso.DayOfWeek);
    }

    // The sum of the weights of the dates: whole weeks at once, then the days that are left, then what dates differ from their weekday.
    internal decimal WeightOf(LocalDate start, LocalDate end)
    {
        var days = NodaTime.Period.DaysBetween(start, end);
        var weight = days / 7 * DayWeights.OfWeek;
        for (var day = days / 7 * 7; day < days; day++)
        {
            weight += DayWeights.Of(start.PlusDays(day).DayOfWeek);
        }

        var special = DayWeights.Dates.Keys.AsEnumerable();
        if (DayWeights.Holiday is not null)
        {
            special = special.Union(_holidays);
        }

        return weight + special.Where(date => date >= start && date < end).Sum(date => WeightOf(date) - DayWeights.Of(date.DayOfWeek));
    }

    private ReportingPeriod PartOfRetailYear(Grain grain, int retailYear, int number) =>
        Starting(grain, InRetail(retailYear).StartOf(grain, retailYear, number - 1)) ?? throw Outside(nameof(retailYear), retailYear);

    private RetailCalendar InRetail(int retailYear)
    {
        var retail = GrainArithmetic.RetailOf(this);
        InRange("retail year", retailYear, 1, 9996, nameof(retailYear));
        return retail;
    }
}
