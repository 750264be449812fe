using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>
/// A retail year of whole weeks, so that compared periods have the same number of each weekday: 52 weeks, or 53 if the end would
/// otherwise drift from its month. Immutable; equality is by value.
/// </summary>
/// <remarks>
/// Each quarter has 13 weeks in three periods, by the <see cref="Pattern"/>. A 53rd week belongs to the last period, as in the calendar
/// of the National Retail Federation. Year, quarter, period and week are named <c>R2027</c>, <c>R2027-Q1</c>, <c>R2027-P03</c>,
/// <c>R2027-W05</c>.
/// </remarks>
[JsonConverter(typeof(RetailCalendarConverter))]
public sealed partial record RetailCalendar
{
    private const int WeeksInQuarter = 13;

    // A year that would end after this date ends before it instead, so that the day after its end is still a date.
    private static readonly LocalDate Latest = new(9999, 12, 30);

    /// <summary>A retail calendar.</summary>
    /// <param name="pattern">How the weeks of a quarter are dealt to its periods.</param>
    /// <param name="lastMonth">The month, from 1 to 12, at whose end the year ends.</param>
    /// <param name="lastDay">The weekday on which it ends.</param>
    /// <param name="end">Which of those weekdays.</param>
    /// <param name="namedAfter">Which calendar year names it. A year that ends around the end of December is named alike by both.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public RetailCalendar(
        RetailPattern pattern, int lastMonth, IsoDayOfWeek lastDay, RetailYearEnd end, YearName namedAfter = YearName.EndYear)
    {
        if (lastMonth is < 1 or > 12)
        {
            throw new ArgumentOutOfRangeException(nameof(lastMonth), Invariant($"Expected a month from 1 to 12, found {lastMonth}."));
        }

        if (lastDay == IsoDayOfWeek.None)
        {
            throw new ArgumentOutOfRangeException(nameof(lastDay), lastDay, "Expected a day of the week.");
        }

        Pattern = EnumValue.Checked(pattern);
        LastMonth = lastMonth;
        LastDay = EnumValue.Checked(lastDay);
        End = EnumValue.Checked(end);
        NamedAfter = EnumValue.Checked(namedAfter);
    }

    /// <summary>
    /// The 4-5-4 calendar of the National Retail Federation: it ends on the Saturday nearest to 31 January, and is named after the year in
    /// which it starts. 2012, 2017 and 2023 have 53 weeks.
    /// </summary>
    public static RetailCalendar Nrf { get; } =
        new(RetailPattern.FourFiveFour, 1, IsoDayOfWeek.Saturday, RetailYearEnd.NearestToMonthEnd, YearName.StartYear);

    /// <summary>How the weeks of a quarter are dealt to its periods.</summary>
    public RetailPattern Pattern { get; }

    /// <summary>The month at whose end the year ends.</summary>
    public int LastMonth { get; }

    /// <summary>The weekday on which the year and its weeks end.</summary>
    public IsoDayOfWeek LastDay { get; }

    // The weekday on which its weeks start.
    internal IsoDayOfWeek FirstDay
    {
        get
        {
            if (LastDay == IsoDayOfWeek.Sunday)
            {
                return IsoDayOfWeek.Monday;
            }

            return LastDay + 1;
        }
    }

    /// <summary>Which of those weekdays ends the year.</summary>
    public RetailYearEnd End { get; }

    /// <summary>Which calendar year names the year.</summary>
    public YearName NamedAfter { get; }

    /// <summary>The rules, in English, for logs and debuggers.</summary>
    public override string ToString()
    {
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(LastMonth);
        var day = End == RetailYearEnd.LastInMonth ? $"last {LastDay} of {month}" : $"{LastDay} nearest to the end of {month}";
        var edge = NamedAfter == YearName.EndYear ? "ends" : "starts";
        return $"{string.Join('-', WeeksOfPeriods())} weeks, to the {day}, named after the year it {edge} in";
    }

    // Whether the start of the year of this name is a date that NodaTime can represent.
    internal bool Reaches(long year) => year >= -1 && year + Ahead <= 10_000;

    /// <summary>The number of weeks in the year of this name: 52 or 53.</summary>
    internal int WeeksIn(int year) => Period.DaysBetween(StartOf(year), StartOf(year + 1)) / 7;

    /// <summary>The first date of the year of this name.</summary>
    internal LocalDate StartOf(int year) => EndNear(year + Ahead - 1).PlusDays(1);

    /// <summary>The name of the year that holds the date.</summary>
    internal int YearOf(LocalDate date)
    {
        var year = date.Year - Ahead;
        while (StartOf(year) > date)
        {
            year--;
        }

        while (StartOf(year + 1) <= date)
        {
            year++;
        }

        return year;
    }

    /// <summary>The first date of the part of the year, which is counted on into other years.</summary>
    internal LocalDate StartOf(Grain grain, int year, long part)
    {
        var parts = PartsIn(grain);
        year += (int)Math.Floor(part / (decimal)parts);
        var within = (int)(((part % parts) + parts) % parts);
        return StartOf(year).PlusWeeks(WeeksBefore(grain, within));
    }

    /// <summary>The year that holds the date, and which part of it does, from 0.</summary>
    internal (int Year, int Part) PartOf(Grain grain, LocalDate date)
    {
        var year = YearOf(date);
        var week = Period.DaysBetween(StartOf(year), date) / 7;
        var part = PartsIn(grain) - 1;
        while (WeeksBefore(grain, part) > week)
        {
            part--;
        }

        return (year, part);
    }

    /// <summary>How many periods, quarters or years a year has.</summary>
    internal static int PartsIn(Grain grain) => grain switch
    {
        Grain.RetailPeriod => 12,
        Grain.RetailQuarter => 4,
        _ => 1,
    };

    // How far the name of the year is behind the calendar year at whose month's end it ends.
    private int Ahead => NamedAfter == YearName.StartYear && LastMonth < 12 ? 1 : 0;

    private int WeeksBefore(Grain grain, int part) => grain switch
    {
        Grain.RetailPeriod => (part / 3 * WeeksInQuarter) + WeeksOfPeriods()[..(part % 3)].Sum(),
        Grain.RetailQuarter => part * WeeksInQuarter,
        _ => 0,
    };

    private int[] WeeksOfPeriods() => Pattern switch
    {
        RetailPattern.FourFourFive => [4, 4, 5],
        RetailPattern.FourFiveFour => [4, 5, 4],
        _ => [5, 4, 4],
    };

    private LocalDate EndNear(int calendarYear)
    {
        var monthEnd = new LocalDate(calendarYear, LastMonth, CalendarSystem.Iso.GetDaysInMonth(calendarYear, LastMonth));
        var reachesBeyond = End == RetailYearEnd.NearestToMonthEnd && monthEnd <= Latest.PlusDays(-3);
        var latest = reachesBeyond ? monthEnd.PlusDays(3) : LocalDate.Min(monthEnd, Latest);
        return latest.With(DateAdjusters.PreviousOrSame(LastDay));
    }
}
