using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// Measures over time: the same measure, read over another stretch of time than the period asked for.
public abstract partial class Measure
{
    /// <summary>The measure over a stretch of time that ends with the period: <c>activeUsers.Rolling(28, Grain.Day)</c>.</summary>
    /// <remarks>
    /// All facts of that many days, weeks, months or hours up to the end of the period are read: 7 days at a day are that day and the
    /// six before it. A measure that does not add up, such as a distinct count or a percentile, is computed afresh from those facts. While
    /// the period is open, only facts before the moment of the query are read.
    /// </remarks>
    /// <param name="count">How many units, from 1 to 1,000,000.</param>
    /// <param name="grain">The unit: an hour, or a day to a year as the calendar counts them.</param>
    /// <param name="id">The new measure's id. Defaults to the measure's id and the length: <c>visits-rolling-7-days</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of range, or the grain is a fiscal or a retail one.</exception>
    public Measure Rolling(int count, Grain grain, string? id = null) =>
        new WindowedMeasure(
            this, new RollingView(RollingUnits.Checked(count, nameof(count)), RollingUnits.Checked(grain, nameof(grain))), id);

    /// <summary>The measure from the start of a longer period: <c>revenue.ToDate(Grain.Year)</c>, year to date.</summary>
    /// <remarks>
    /// The longer period is the one that contains the last day of the period asked for; while that is open, the last day before the moment
    /// of the query. Month to date for a whole year is therefore that of its last month, or of the current one.
    /// </remarks>
    /// <param name="grain">The longer period, longer than an hour.</param>
    /// <param name="id">The new measure's id. Defaults to <c>revenue-year-to-date</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grain is the hour, or not one of the named grains.</exception>
    public Measure ToDate(Grain grain, string? id = null) =>
        new WindowedMeasure(this, new ToDateView(Longer(grain, nameof(grain))), id);

    /// <summary>The measure from the first date of the data to the end of the period: customers ever won.</summary>
    /// <param name="id">The new measure's id. Defaults to <c>signups-cumulative</c>.</param>
    public Measure Cumulative(string? id = null) => new WindowedMeasure(this, new CumulativeView(null), id);

    /// <summary>The measure from a date to the end of the period. Undefined for periods that end before that date.</summary>
    /// <param name="origin">The first date.</param>
    /// <param name="id">The new measure's id. Defaults to <c>signups-since-2027-01-01</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the supported dates.</exception>
    public Measure CumulativeSince(LocalDate origin, string? id = null)
    {
        var iso = origin.WithCalendar(CalendarSystem.Iso);
        var (first, last) = (ReportingCalendar.MinDate, ReportingCalendar.MaxDate);
        if (iso >= first && iso <= last)
        {
            return new WindowedMeasure(this, new CumulativeView(iso), id);
        }

        throw new ArgumentOutOfRangeException(
            nameof(origin), Invariant($"Expected a date from {first:R} to {last:R}; found {iso:R}."));
    }

    /// <summary>The measure one unit of the grain earlier: <c>revenue.Previous(Grain.Year)</c>, the same period last year.</summary>
    /// <inheritdoc cref="Shifted" path="/remarks"/>
    /// <param name="grain">How far back.</param>
    /// <param name="id">The new measure's id. Defaults to <c>revenue-previous-year</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grain is not one of the named grains.</exception>
    public Measure Previous(Grain grain, string? id = null) =>
        new WindowedMeasure(this, new ShiftedView(-1, EnumValue.Checked(grain)), id);

    /// <summary>The measure a number of units of the grain later, or earlier if the number is negative.</summary>
    /// <remarks>
    /// Periods are shifted as <see cref="ReportingPeriod.Shift(int, Grain)"/> does: monthly figures shifted by a month are exactly the
    /// previous month's figures. For an open period, the same elapsed part of the earlier one is read, so that the two compare like
    /// for like, unless the query is <see cref="Query.ComparingWholePeriods"/>. A later period is read up to the moment of the query, which
    /// defaults to the end of its range.
    /// </remarks>
    /// <param name="count">How many units, not 0.</param>
    /// <param name="grain">The unit.</param>
    /// <param name="id">The new measure's id. Defaults to <c>revenue-2-months-earlier</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is 0, or the grain is not one of the named grains.</exception>
    public Measure Shifted(int count, Grain grain, string? id = null)
    {
        if (count == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(count), "Expected a shift by one or more, or minus one or less; found 0.");
        }

        return new WindowedMeasure(this, new ShiftedView(count, EnumValue.Checked(grain)), id);
    }

    /// <summary>The value of the last of the shorter periods inside the period that has one: the rate of the month's last week.</summary>
    /// <remarks>
    /// Shorter periods that are cut by an end of the period, by the moment of the query or by an end of the facts are skipped, unless all
    /// are. A balance is the last one of each entity in the whole period, whichever day it was recorded.
    /// </remarks>
    /// <param name="grain">The shorter period, such as the day.</param>
    /// <param name="id">The new measure's id. Defaults to <c>stock-last-day</c>.</param>
    /// <exception cref="ArgumentException">
    /// The grain is the hour, and a table the measure is computed from has only dates; the facts of one are totals of longer periods; or it
    /// reads an opening or average balance.
    /// </exception>
    public Measure AtLast(Grain grain, string? id = null) =>
        new SubPeriodMeasure(this, WindowRules.Readable(grain, this, nameof(grain)), SubPeriodValue.Last, id);

    /// <summary>
    /// The value of the first of the shorter periods inside the period that has one; for a balance, the first of each entity.
    /// </summary>
    /// <remarks>Shorter periods that are cut are skipped, as for <see cref="AtLast"/>.</remarks>
    /// <inheritdoc cref="AtLast"/>
    public Measure AtFirst(Grain grain, string? id = null) =>
        new SubPeriodMeasure(this, WindowRules.Readable(grain, this, nameof(grain)), SubPeriodValue.First, id);

    /// <summary>
    /// The mean of the values of the shorter periods inside the period: average daily visitors, average month-end subscribers.
    /// </summary>
    /// <remarks>
    /// Every shorter period has the same weight, however many facts it has; for a ratio it is the mean of the ratios, not the ratio of the
    /// totals. Shorter periods without a value are left out. So are those that are cut by an end of the period, by the moment of the query
    /// or by an end of the facts, unless all are: five days of March in a week that ends in April are not a week of March. A balance is, at
    /// the end of each shorter period, the last one of each entity since the longer period began.
    /// </remarks>
    /// <inheritdoc cref="AtLast"/>
    public Measure AverageOver(Grain grain, string? id = null) =>
        new SubPeriodMeasure(this, WindowRules.Readable(grain, this, nameof(grain)), SubPeriodValue.Average, id);

    /// <summary>The compound growth rate per unit of the grain, over a number of units: <c>(now / then)^(1/n) − 1</c>.</summary>
    /// <remarks>A ratio. Undefined where the earlier value is missing or not above zero. Computed in double, to 15 digits.</remarks>
    /// <param name="count">The number of units, 1 or more.</param>
    /// <param name="grain">The unit.</param>
    /// <param name="id">The new measure's id. Defaults to <c>revenue-growth-per-year-over-3</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1, or the grain is not one of the named grains.</exception>
    public Measure CompoundGrowth(int count, Grain grain, string? id = null)
    {
        if (count < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(count), Invariant($"Expected growth over one or more; found {count}."));
        }

        return Of(
            id ?? GoalMetrics.Id.Joined(Id, Invariant($"growth-per-{EnumValue.Checked(grain).Slug()}-over-{count}")),
            Finance.CompoundGrowthRate,
            Shifted(-count, grain),
            this,
            Constant("periods", count));
    }

    /// <summary>A measure with the same value everywhere: a price, a headcount, a limit.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is undefined.</exception>
    public static Measure Constant(string id, Quantity value) => new ConstantMeasure(id, value);

    private static Grain Longer(Grain grain, string parameter)
    {
        if (EnumValue.Checked(grain, parameter) == Grain.Hour)
        {
            throw new ArgumentOutOfRangeException(
                parameter, grain, "Expected a grain longer than the hour: nothing is shorter, so there is no hour to date.");
        }

        return grain;
    }
}
