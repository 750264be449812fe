using NodaTime;

namespace GoalMetrics;

/// <summary>Says what a live table keeps. Used by one thread; the table it builds is for many.</summary>
public sealed class LiveTableBuilder
{
    private readonly TableSchema _schema;
    private readonly ReportingCalendar _calendar;
    private readonly List<Metric> _metrics = [];
    private Grain _grain = Grain.Day;
    private string[] _dimensions = [];
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

        (_schema, _calendar) = (schema, calendar);
    }

    /// <summary>The finest question that can be asked: periods of this grain, by these dimensions. Days and no dimensions unless told.</summary>
    /// <remarks>There is a cell for each period and combination of members that has facts. Each cell costs memory, each fact does not.</remarks>
    /// <exception cref="ArgumentException">The table has no such dimension, or has dates and was asked for hours.</exception>
    public LiveTableBuilder By(Grain grain, params string[] dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        if (!Enum.IsDefined(grain))
        {
            throw new ArgumentOutOfRangeException(nameof(grain), grain, "Expected one of the named grains.");
        }

        if (grain == Grain.Hour && _schema.Time == FactTime.Date)
        {
            throw new ArgumentException($"Table '{_schema}' has dates, and no times of day. Keep days, or give the schema instants.", nameof(grain));
        }

        foreach (var dimension in dimensions)
        {
            _schema.CheckDimension(dimension, nameof(dimensions));
        }

        (_grain, _dimensions) = (grain, [.. dimensions.Distinct(StringComparer.Ordinal)]);
        return this;
    }

    /// <summary>Keeps what these measures need of the facts: metrics, KPIs, formulas over them. Metrics of other tables are left to those.</summary>
    /// <exception cref="ArgumentException">A measure has no metric of this table, or counts conversions, for which every event is needed.</exception>
    public LiveTableBuilder Keeping(params Measure[] measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        foreach (var measure in measures)
        {
            ArgumentNullException.ThrowIfNull(measure, nameof(measures));
            var own = measure.Metrics.Where(metric => metric.Table.Name == _schema.Name).ToList();
            if (own.Count == 0)
            {
                throw new ArgumentException(
                    $"'{measure.Id}' has no metric of table '{_schema}'; it is of {Shown.List(measure.Metrics.Select(metric => metric.Table.Name).Distinct())}.", nameof(measures));
            }

            foreach (var metric in own)
            {
                metric.CheckFits(_schema);
                if (metric.Conversion is not null)
                {
                    throw new ArgumentException(
                        $"'{metric.Id}' counts conversions, which need every event and not totals. Load the events with FactTable.From, and let the live table keep the other measures.",
                        nameof(measures));
                }

                _metrics.Add(metric);
            }
        }

        return this;
    }

    /// <summary>
    /// States the dates for which the facts are complete. Without it, that is from the first fact's day to the last one's. Inside,
    /// "no facts" is 0 for sums and counts; outside there is no data (S2.6).
    /// </summary>
    /// <param name="start">The first date.</param>
    /// <param name="endExclusive">The date after the last one.</param>
    /// <exception cref="ArgumentException">The end does not come after the start.</exception>
    public LiveTableBuilder Covering(LocalDate start, LocalDate endExclusive)
    {
        _coverage = FactCoverage.Stated(_schema.Name, start, endExclusive);
        return this;
    }

    /// <summary>Facts may come in for this long after a period has ended: until then the period is settling (S2.3).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public LiveTableBuilder SettlesAfter(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        _settling = time;
        return this;
    }

    /// <summary>Builds the table, without facts.</summary>
    public LiveTable Build()
    {
        var definition = new LiveDefinition
        {
            Schema = _schema,
            Calendar = _calendar,
            Grain = _grain,
            Dimensions = [.. _dimensions],
            Coverage = _coverage,
            Settling = _settling,
        };
        _metrics.ForEach(definition.Keep);
        definition.KeepCount();
        return new(definition);
    }
}
