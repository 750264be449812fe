using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// States what a live table keeps: by which periods and dimensions, and with <c>Keeping</c> for which measures. For one thread; the table
/// it builds is for many.
/// </summary>
public sealed class LiveTableBuilder
{
    private readonly ReportingCalendar _calendar;
    private readonly List<Aggregate> _kept = [];
    private Grain _grain = Grain.Day;
    private string[] _dimensions = [];
    private readonly HashSet<string> _withoutUnknown = new(StringComparer.Ordinal);
    private FactCoverage _coverage;
    private Duration _settling;

    internal LiveTableBuilder(TableSchema schema, ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(calendar);
        if (schema.Order is { } order)
        {
            throw new ArgumentException(
                $"Table '{schema}' orders facts of the same time by '{order}'; a live table orders them as they come in. "
                + "Leave out OrderedBy, or load the facts with FactTable.From.",
                nameof(schema));
        }

        Schema = schema;
        _calendar = calendar;
    }

    internal TableSchema Schema { get; }

    /// <summary>
    /// The finest question that can be asked: periods of this grain, by these dimensions. Defaults to days and no dimensions.
    /// </summary>
    /// <remarks>
    /// There is a cell for each period and combination of members that has facts. Each cell costs memory, each fact does not.
    /// </remarks>
    /// <param name="grain">The grain of the periods.</param>
    /// <param name="dimensions">The dimensions.</param>
    /// <exception cref="ArgumentException">
    /// The table has no such dimension, or has dates, which cannot be divided into hours.
    /// </exception>
    public LiveTableBuilder By(Grain grain, params string[] dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        EnumValue.Checked(grain);

        if (grain == Grain.Hour && Schema.Time == FactTime.Date)
        {
            throw new ArgumentException(
                $"Table '{Schema}' has dates, and no times of day. Keep days, or give the schema instants.", nameof(grain));
        }

        foreach (var dimension in dimensions)
        {
            Schema.CheckDimension(dimension, nameof(dimensions));
        }

        _grain = grain;
        _dimensions = [.. dimensions.Distinct(StringComparer.Ordinal)];
        return this;
    }

    /// <summary>
    /// States the dates for which the facts are complete. Defaults to those from the first fact's day to the last one's. Inside, "no
    /// facts" is 0 for sums and counts; outside there is no data, and facts there are not counted.
    /// </summary>
    /// <param name="start">The first date.</param>
    /// <param name="endExclusive">The date after the last one.</param>
    /// <param name="except">
    /// Days inside for which facts are missing, such as those of an outage: they are neither counted nor compared, and what needs them is
    /// not judged. The last day of each is part of it. Defaults to none.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The end is not after the start, a date lies outside the supported dates, or a gap outside the dates stated.
    /// </exception>
    public LiveTableBuilder Covering(LocalDate start, LocalDate endExclusive, IEnumerable<DateInterval>? except = null)
    {
        _coverage = FactCoverage.Stated(Schema.Name, start, endExclusive, except);
        return this;
    }

    /// <summary>
    /// States that a fact without a value of this column has none, as a sale without a refund, and not one that is not known: the sum over
    /// nothing but these facts is 0. Otherwise it is undefined, as a null is not a zero.
    /// </summary>
    /// <param name="column">The column of values.</param>
    /// <exception cref="ArgumentException">The table has no such column of values.</exception>
    public LiveTableBuilder NullMeansNone(string column)
    {
        _withoutUnknown.Add(Schema.Column(column, nameof(column)).Name);
        return this;
    }

    /// <summary>States for how long after the end of a period facts may still come in: until then the period is settling.</summary>
    /// <param name="time">How long. Defaults to no time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public LiveTableBuilder SettlesAfter(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        _settling = time;
        return this;
    }

    /// <summary>Builds the table, without facts.</summary>
    public LiveTable Build() => new(new LiveDefinition(Schema, _calendar, _grain, _dimensions, _kept)
    {
        Coverage = _coverage,
        WithoutUnknown = [.. _withoutUnknown],
        Settling = _settling,
    });

    // Aggregates over facts that the schema has all of.
    internal LiveTableBuilder Keep(IEnumerable<Aggregate> aggregates)
    {
        _kept.AddRange(aggregates);
        return this;
    }
}
