using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>Where periods of days, weeks and months start, how they follow each other, and what they are called.</summary>
internal static class GrainArithmetic
{
    // No period that holds a supported date starts before or ends after these, and NodaTime can represent both.
    private static readonly LocalDate FirstDate = new(0, 1, 1);
    private static readonly LocalDate LastDate = new(9999, 12, 31);
    private static readonly int LastDay = Period.DaysBetween(FirstDate, LastDate);
    private static readonly int LastMonth = MonthNumber(LastDate);

    /// <summary>Months in a period of that grain; 0 for grains shorter than a month.</summary>
    internal static int MonthsIn(Grain grain) => grain switch
    {
        Grain.Hour or Grain.Day or Grain.Week => 0,
        Grain.Month => 1,
        Grain.Quarter or Grain.FiscalQuarter => 3,
        Grain.HalfYear or Grain.FiscalHalfYear => 6,
        Grain.Year or Grain.FiscalYear => 12,
        _ => throw new ArgumentOutOfRangeException(
            nameof(grain), Invariant($"Unknown grain {(int)grain}. Expected one of {string.Join(", ", Enum.GetNames<Grain>())}.")),
    };

    /// <summary>The first date of the period that holds the date. The grain is a day or longer.</summary>
    internal static LocalDate StartHolding(ReportingCalendar calendar, Grain grain, LocalDate date)
    {
        var length = MonthsIn(grain);
        if (length == 0)
        {
            return grain == Grain.Week ? date.With(DateAdjusters.PreviousOrSame(calendar.FirstDayOfWeek)) : date;
        }

        var origin = FirstMonth(calendar, grain) - 1;
        var intoPeriod = (date.Month - 1 - origin + 12) % length;
        return new LocalDate(date.Year, date.Month, 1).PlusMonths(-intoPeriod);
    }

    /// <summary>The first date of the period so many periods later; null where no supported period is.</summary>
    internal static LocalDate? Add(Grain grain, LocalDate start, int periods)
    {
        var length = MonthsIn(grain);
        if (length == 0)
        {
            return AddDays(start, (grain == Grain.Week ? 7L : 1L) * periods);
        }

        var month = MonthNumber(start) + (long)length * periods;
        return month < 0 || month > LastMonth ? null : new LocalDate((int)(month / 12), (int)(month % 12) + 1, 1);
    }

    internal static LocalDate? AddDays(LocalDate date, long days)
    {
        var day = Period.DaysBetween(FirstDate, date) + days;
        return day < 0 || day > LastDay ? null : FirstDate.PlusDays((int)day);
    }

    /// <summary>The name of a whole period of a day or longer, such as <c>2027-W05</c>.</summary>
    internal static string NameOf(ReportingCalendar calendar, Grain grain, LocalDate start)
    {
        if (grain == Grain.Week)
        {
            return Invariant($"{calendar.Weeks.GetWeekYear(start):D4}-W{calendar.Weeks.GetWeekOfWeekYear(start):D2}");
        }

        var firstMonth = FirstMonth(calendar, grain);
        var part = (start.Month - firstMonth + 12) % 12 / Math.Max(1, MonthsIn(grain)) + 1;
        var fiscalYear = start.Year + (firstMonth > 1 && start.Month >= firstMonth ? 1 : 0);
        return grain switch
        {
            Grain.Day => Invariant($"{start:R}"),
            Grain.Month => Invariant($"{start:uuuu-MM}"),
            Grain.Quarter => Invariant($"{start:uuuu}-Q{part}"),
            Grain.HalfYear => Invariant($"{start:uuuu}-H{part}"),
            Grain.Year => Invariant($"{start:uuuu}"),
            Grain.FiscalQuarter => Invariant($"FY{fiscalYear:D4}-Q{part}"),
            Grain.FiscalHalfYear => Invariant($"FY{fiscalYear:D4}-H{part}"),
            _ => Invariant($"FY{fiscalYear:D4}"),
        };
    }

    private static int FirstMonth(ReportingCalendar calendar, Grain grain) =>
        grain is Grain.FiscalQuarter or Grain.FiscalHalfYear or Grain.FiscalYear ? calendar.FirstFiscalMonth : 1;

    private static int MonthNumber(LocalDate date) => date.Year * 12 + date.Month - 1;
}
