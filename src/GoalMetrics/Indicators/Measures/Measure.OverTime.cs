using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// Measures over time: the same measure, read in another stretch of time than the period asked for.
public abstract partial class Measure
{
    /// <summary>The measure over a stretch of time that ends with the period: <c>activeUsers.Rolling(28, Grain.Day)</c>.</summary>
    /// <remarks>
    /// All facts of that many days, weeks, months or hours up to the end of the period are read: 7 days at a day are that day and the
    /// six before it. A measure that does not add up, such as a distinct count or a percentile, is computed anew from those facts. While
    /// the period is open, only the facts before the moment of the query are there.
    /// </remarks>
    /// <param name="count">How many units, from 1 to 1,000,000.</param>
    /// <param name="grain">The unit: an hour, or a day to a year as the calendar counts them.</param>
    /// <param name="id">The new measure's id. Defaults to the measure's id and the length: <c>visits-rolling-7-days</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of its range, or the grain is a fiscal or a retail one.</exception>
    public Measure Rolling(int count, Grain grain, string? id = null) =>
        new WindowedMeasure(
            this, new RollingView(RollingUnits.Checked(count, nameof(count)), RollingUnits.Checked(grain, nameof(grain))), id);

    /// <summary>The measure from the start of the longer period: <c>revenue.ToDate(Grain.Year)</c>, year to date (S3.7).</summary>
    /// <remarks>
    /// The longer period is the one that holds the last day seen of the period asked for. A year, asked for month to date, is seen at its
    /// last month; while it is open, at the running one.
    /// </remarks>
    /// <param name="grain">The longer period, longer than an hour.</param>
    /// <param name="id">The new measure's id; left out, <c>revenue-year-to-date</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grain is the hour, or no grain.</exception>
    public Measure ToDate(Grain grain, string? id = null) =>
        new WindowedMeasure(this, new ToDateView(Longer(grain, nameof(grain))), id);

    /// <summary>The measure from the first date of the data to the end of the period (S3.7): customers ever won.</summary>
    /// <param name="id">The new measure's id; left out, <c>signups-cumulative</c>.</param>
    public Measure Cumulative(string? id = null) => new WindowedMeasure(this, new CumulativeView(null), id);

    /// <summary>The measure from a date to the end of the period (S3.7). Undefined in periods that end before it.</summary>
    /// <param name="origin">The first date.</param>
    /// <param name="id">The new measure's id; left out, <c>signups-since-2027-01-01</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the supported dates.</exception>
    public Measure CumulativeSince(LocalDate origin, string? id = null)
    {
        var iso = origin.WithCalendar(CalendarSystem.Iso);
        return iso >= ReportingCalendar.MinDate && iso <= ReportingCalendar.MaxDate
            ? new WindowedMeasure(this, new CumulativeView(iso), id)
            : throw new ArgumentOutOfRangeException(
                nameof(origin), Invariant($"Expected a date from {ReportingCalendar.MinDate:R} to {ReportingCalendar.MaxDate:R}; found {iso:R}."));
    }

    /// <summary>The measure one unit of the grain earlier: <c>revenue.Previous(Grain.Year)</c>, the same period last year (S2.4).</summary>
    /// <inheritdoc cref="Shifted" path="/remarks"/>
    /// <param name="grain">How far back.</param>
    /// <param name="id">The new measure's id; left out, <c>revenue-previous-year</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grain is no grain.</exception>
    public Measure Previous(Grain grain, string? id = null) => new WindowedMeasure(this, new ShiftedView(-1, Known(grain, nameof(grain))), id);

    /// <summary>The measure so many units of the grain later, or earlier if negative (S2.4).</summary>
    /// <remarks>
    /// Periods are shifted as <see cref="ReportingPeriod.Shift(int, Grain)"/> does: monthly figures shifted by a month are exactly the
    /// previous month's figures. At an open period, the same elapsed part of the earlier one is read, so that both compare like
    /// for like (S2.3); whole ones where the query says <see cref="Query.ComparingWholePeriods"/>. A later period is seen as far as
    /// the moment of the query, which is the end of its range unless told.
    /// </remarks>
    /// <param name="count">How many units, not 0.</param>
    /// <param name="grain">The unit.</param>
    /// <param name="id">The new measure's id; left out, <c>revenue-2-months-earlier</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is 0, or the grain is no grain.</exception>
    public Measure Shifted(int count, Grain grain, string? id = null) => count == 0
        ? throw new ArgumentOutOfRangeException(nameof(count), "Expected a shift by one or more, or minus one or less; found 0.")
        : new WindowedMeasure(this, new ShiftedView(count, Known(grain, nameof(grain))), id);

    /// <summary>The value of the last shorter period inside the period that has one: the rate of the month's last week.</summary>
    /// <remarks>
    /// A shorter period that is cut is passed over: by the ends of the period, by the moment of the query, or by the ends of the facts;
    /// unless there are only such. A balance is the last of each entity in the whole period, whichever day it was told (S3.8).
    /// </remarks>
    /// <param name="grain">The shorter period, such as the day.</param>
    /// <param name="id">The new measure's id; left out, <c>stock-last-day</c>.</param>
    /// <exception cref="ArgumentException">
    /// The grain is the hour, and a table the measure is computed from has only dates; or a balance it reads says itself which value counts.
    /// </exception>
    public Measure AtLast(Grain grain, string? id = null) => new SubPeriodMeasure(this, Readable(grain, this, nameof(grain)), SubPeriodValue.Last, id);

    /// <summary>The value of the first shorter period inside the period that has one; of a balance, the first of each entity (S3.8).</summary>
    /// <remarks>A shorter period that is cut is passed over, as <see cref="AtLast"/> does.</remarks>
    /// <inheritdoc cref="AtLast"/>
    public Measure AtFirst(Grain grain, string? id = null) => new SubPeriodMeasure(this, Readable(grain, this, nameof(grain)), SubPeriodValue.First, id);

    /// <summary>
    /// The mean of the values of the shorter periods inside the period: average daily visitors, average month-end subscribers (S3.8).
    /// </summary>
    /// <remarks>
    /// Every shorter period weighs the same, whatever it holds; of a ratio it is a mean of ratios, not the ratio of the totals.
    /// Shorter periods without a value are left out, and so are those that are cut: by the ends of the period, by the moment of the query, or
    /// by the ends of the facts; unless there are only such. The five days of March in a week of April are no week of March. A balance
    /// is, at the end of each shorter period, the last of each entity since the longer period began.
    /// </remarks>
    /// <inheritdoc cref="AtLast"/>
    public Measure AverageOver(Grain grain, string? id = null) => new SubPeriodMeasure(this, Readable(grain, this, nameof(grain)), SubPeriodValue.Average, id);

    /// <summary>How fast the measure grew per unit of the grain, at a constant rate over so many of them (S5.2): <c>(now / then)^(1/n) − 1</c>.</summary>
    /// <remarks>A ratio; undefined where the earlier value is not above zero, or there is none. Computed in double, to 15 digits.</remarks>
    /// <param name="count">Over how many units, 1 or more.</param>
    /// <param name="grain">The unit.</param>
    /// <param name="id">The new measure's id; left out, <c>revenue-growth-per-year-over-3</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1, or the grain is no grain.</exception>
    public Measure CompoundGrowth(int count, Grain grain, string? id = null)
    {
        if (count < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(count), Invariant($"Expected growth over one or more; found {count}."));
        }

        return Of(
            id ?? GoalMetrics.Id.Joined(Id, Invariant($"growth-per-{Known(grain, nameof(grain)).Slug()}-over-{count}")),
            Finance.CompoundGrowthRate,
            Shifted(-count, grain),
            this,
            Constant("periods", count));
    }

    /// <summary>A measure that is the same everywhere: a price, a number of staff, a limit.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is undefined.</exception>
    public static Measure Constant(string id, Quantity value) => new ConstantMeasure(id, value);

    private static Grain Known(Grain grain, string parameter) => Enum.IsDefined(grain)
        ? grain
        : throw new ArgumentOutOfRangeException(parameter, grain, "Expected one of the named grains.");

    private static Grain Longer(Grain grain, string parameter) => Known(grain, parameter) == Grain.Hour
        ? throw new ArgumentOutOfRangeException(parameter, grain, "Expected a grain longer than the hour: nothing is shorter, so there is no hour to date.")
        : grain;
}
