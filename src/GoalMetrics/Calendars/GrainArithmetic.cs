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

    /// <summary>Months in a period of that grain; 0 for grains that are not made of months.</summary>
    internal static int MonthsIn(Grain grain) => grain switch
    {
        Grain.Hour or Grain.Day or Grain.Week => 0,
        Grain.RetailWeek or Grain.RetailPeriod or Grain.RetailQuarter or Grain.RetailYear => 0,
        Grain.Month => 1,
        Grain.Quarter or Grain.FiscalQuarter => 3,
        Grain.HalfYear or Grain.FiscalHalfYear => 6,
        Grain.Year or Grain.FiscalYear => 12,
        _ => throw new ArgumentOutOfRangeException(
            nameof(grain),
            Invariant($"Unknown grain {(int)grain}. Expected one of {string.Join(", ", Enum.GetNames<Grain>())}.")),
    };

    /// <summary>
    /// Whether periods of the grain are made of whole ones of the other, in some calendar at least. Weeks never make months, nor months
    /// weeks.
    /// </summary>
    internal static bool IsMadeOf(this Grain grain, Grain part)
    {
        var isSameKind = (MonthsIn(grain) > 0) == (MonthsIn(part) > 0);
        return Rank(grain) >= Rank(part) && (isSameKind || part is Grain.Hour or Grain.Day);
    }

    private static int Rank(Grain grain) => grain switch
    {
        Grain.Hour => 0,
        Grain.Day => 1,
        Grain.Week or Grain.RetailWeek => 2,
        Grain.Month or Grain.RetailPeriod => 3,
        Grain.Quarter or Grain.FiscalQuarter or Grain.RetailQuarter => 4,
        Grain.HalfYear or Grain.FiscalHalfYear => 5,
        _ => 6,
    };

    /// <summary>The first date of the period that holds the date. The grain is a day or longer.</summary>
    internal static LocalDate StartHolding(ReportingCalendar calendar, Grain grain, LocalDate date)
    {
        if (grain == Grain.Week)
        {
            return date.With(DateAdjusters.PreviousOrSame(calendar.FirstDayOfWeek));
        }

        if (grain == Grain.RetailWeek)
        {
            return date.With(DateAdjusters.PreviousOrSame(RetailOf(calendar).FirstDay));
        }

        if (IsRetail(grain))
        {
            var retail = RetailOf(calendar);
            var (year, part) = retail.PartOf(grain, date);
            return retail.StartOf(grain, year, part);
        }

        var length = MonthsIn(grain);
        if (length == 0)
        {
            return date;
        }

        var origin = FirstMonth(calendar, grain) - 1;
        var intoPeriod = (date.Month - 1 - origin + 12) % length;
        return new LocalDate(date.Year, date.Month, 1).PlusMonths(-intoPeriod);
    }

    /// <summary>The first date of the period so many periods later; null where no supported period is.</summary>
    internal static LocalDate? Add(ReportingCalendar calendar, Grain grain, LocalDate start, int periods)
    {
        if (IsRetail(grain) && grain != Grain.RetailWeek)
        {
            var retail = RetailOf(calendar);
            var (year, part) = retail.PartOf(grain, start);
            var target = year + (long)Math.Floor((part + (decimal)periods) / RetailCalendar.PartsIn(grain));
            if (retail.Reaches(target))
            {
                return retail.StartOf(grain, year, part + (long)periods);
            }

            return null;
        }

        var length = MonthsIn(grain);
        if (length == 0)
        {
            var days = grain is Grain.Week or Grain.RetailWeek ? 7L : 1L;
            return AddDays(start, days * periods);
        }

        var month = MonthNumber(start) + ((long)length * periods);
        if (month < 0 || month > LastMonth)
        {
            return null;
        }

        return new LocalDate((int)(month / 12), (int)(month % 12) + 1, 1);
    }

    internal static LocalDate? AddDays(LocalDate date, long days)
    {
        var day = Period.DaysBetween(FirstDate, date) + days;
        if (day < 0 || day > LastDay)
        {
            return null;
        }

        return FirstDate.PlusDays((int)day);
    }

    /// <summary>The name of a whole period of a day or longer, such as <c>2027-W05</c>.</summary>
    internal static string NameOf(ReportingCalendar calendar, Grain grain, LocalDate start)
    {
        if (grain == Grain.Week)
        {
            return Invariant($"{calendar.Weeks.GetWeekYear(start):D4}-W{calendar.Weeks.GetWeekOfWeekYear(start):D2}");
        }

        if (IsRetail(grain))
        {
            var retail = RetailOf(calendar);
            var (year, inYear) = retail.PartOf(grain, start);
            return grain switch
            {
                Grain.RetailWeek => Invariant($"R{year:D4}-W{(Period.DaysBetween(retail.StartOf(year), start) / 7) + 1:D2}"),
                Grain.RetailPeriod => Invariant($"R{year:D4}-P{inYear + 1:D2}"),
                Grain.RetailQuarter => Invariant($"R{year:D4}-Q{inYear + 1}"),
                _ => Invariant($"R{year:D4}"),
            };
        }

        var firstMonth = FirstMonth(calendar, grain);
        var part = ((start.Month - firstMonth + 12) % 12 / Math.Max(1, MonthsIn(grain))) + 1;
        var fiscalYear = calendar.FiscalYearHolding(start);
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

    internal static bool IsRetail(Grain grain) =>
        grain is Grain.RetailWeek or Grain.RetailPeriod or Grain.RetailQuarter or Grain.RetailYear;

    internal static RetailCalendar RetailOf(ReportingCalendar calendar) => calendar.Retail
        ?? throw new ArgumentException(
            "The calendar has no retail year. Give it one: calendar.WithRetailYear(RetailCalendar.Nrf), or a RetailCalendar of your own.");

    private static int FirstMonth(ReportingCalendar calendar, Grain grain)
    {
        if (grain is Grain.FiscalQuarter or Grain.FiscalHalfYear or Grain.FiscalYear)
        {
            return calendar.FirstFiscalMonth;
        }

        return 1;
    }

    private static int MonthNumber(LocalDate date) => (date.Year * 12) + date.Month - 1;
}
