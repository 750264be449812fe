using EngineTests.Contract;
using NodaTime;

namespace EngineTests.DuckDb;

/// <summary>A table of a DuckDB database, by what its columns are called.</summary>
/// <remarks>
/// The relation has the columns <c>t</c> (TIMESTAMP in UTC, or DATE), <c>seq</c> (BIGINT, the order of facts at the same time), <c>d0</c>,
/// <c>d1</c> … (the dimensions: VARCHAR, or BIGINT for whole numbers), and <c>v0</c>, <c>v1</c> … (the values: STRUCT(whole HUGEINT, parts
/// HUGEINT)). A decimal has up to 29 digits before its point and up to 28 behind, more than DECIMAL(38, s) holds at any one scale: so
/// <c>whole</c> is the part before the point, and <c>parts</c> counts units of the 28th decimal. Both sums stay exact over 10¹⁰ facts, and
/// pairs sort as their values.
/// </remarks>
/// <param name="schema">What it holds.</param>
/// <param name="relation">The table or view.</param>
/// <param name="coverage">The time for which its facts are complete; null for from the day of the first fact to that of the last.</param>
/// <param name="gaps">The times inside for which facts are missing; the relation has none of them.</param>
internal sealed class DuckDbTable(TableSchema schema, string relation, Interval? coverage, IReadOnlyList<Interval> gaps)
{
    public TableSchema Schema { get; } = schema;

    public string Relation { get; } = relation;

    public Interval? Coverage { get; } = coverage;

    public IReadOnlyList<Interval> Gaps { get; } = gaps;

    public string Dimension(string name) => $"d{Schema.DimensionNames().IndexOf(name)}";

    public bool HasNumbers(string dimension) => Schema.Dimensions.Single(it => it.Name == dimension).Kind == MemberKind.WholeNumber;

    public string Values(string column) => $"v{Schema.ColumnNames().IndexOf(column)}";

    /// <summary>When a fact happened, or its date so many days later began, in microseconds since 1970.</summary>
    public string Moment(ReportingCalendar calendar, int daysLater = 0)
    {
        if (Schema.Time != FactTime.Date)
        {
            return "epoch_us(t)";
        }

        // Where clocks show the start of a day twice, it starts the first time.
        var start = FormattableString.Invariant($"(t + {daysLater})::TIMESTAMP + INTERVAL {calendar.FirstHourOfDay} HOUR");
        var zone = calendar.Zone.Id;
        return $"least(epoch_us(timezone('{zone}', {start})), epoch_us(timezone('{zone}', {start} - INTERVAL 1 HOUR)) + 3600000000)";
    }
}
