using GoalMetrics.Sources;

namespace GoalMetrics;

// Balances: metrics that add up over dimensions, but not over time.
public sealed partial class Metric
{
    internal Filter? Among => (Main as Aggregate.Balance)?.Among;

    internal BalanceValue? StandsFor => (Main as Aggregate.Balance)?.Value;

    internal override IEnumerable<Metric> Balances => IsBalance ? [this] : [];

    internal bool IsBalance => Main is Aggregate.Balance;

    /// <summary>
    /// A balance, such as subscribers, stock or cash: one value of each entity in the period, summed. It adds up over dimensions, never
    /// over time.
    /// </summary>
    /// <remarks>
    /// An entity without a value in the period contributes nothing, unless balances are <see cref="CarriedForward">carried forward</see>.
    /// Of values at the same time, the latest is the last by the column that the table is ordered by, or else the one in the last row.
    /// <para>
    /// An entity counts once: with several dimensions, under the member of its own latest fact (its earliest, for
    /// <see cref="BalanceValue.First"/>). A customer that goes from one plan to another in the period is a customer of the second. Filters,
    /// of the metric and of a query, choose among these facts in the same way: with <c>Where(Filter.Equal("plan", "basic"))</c>, that
    /// customer no longer counts. So the members add up to the total.
    /// </para>
    /// </remarks>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="of">The table, or its schema.</param>
    /// <param name="column">The column of values.</param>
    /// <param name="over">Which value of an entity stands for the period: the last, the first or the mean. Defaults to the last.</param>
    /// <param name="entity">
    /// The dimension that identifies whose balance it is, such as the account. By default, each combination of members has a balance of its
    /// own.
    /// </param>
    /// <param name="among">
    /// Which facts are balances at all, such as the booked lines of a statement: an entity's latest is found among these, as if there were
    /// no others. Defaults to all.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The table has no such column or dimension, or the column holds ratios or scores, which do not add up.
    /// </exception>
    public static Metric Balance(
        string id,
        TableSchema of,
        string column,
        BalanceValue over = BalanceValue.Last,
        string? entity = null,
        Filter? among = null)
    {
        if (!Enum.IsDefined(over))
        {
            throw new ArgumentOutOfRangeException(nameof(over), over, "Expected one of the named values.");
        }

        if (entity is not null)
        {
            Checked(of).CheckDimension(entity, nameof(entity));
        }

        among?.Check(Checked(of));
        if (Checked(of).Column(column, nameof(column)) is { Unit.Kind: UnitKind.Ratio or UnitKind.PercentagePoint or UnitKind.Score } found)
        {
            throw new ArgumentException(
                $"Column '{column}' of table '{of}' is in {found.Unit}, which does not add up over entities."
                + " Load what the ratio is made of and divide the balances, or say Metric.Last, First or Average.",
                nameof(column));
        }

        return OfColumn(id, of, column, Additivity.SemiAdditive, new Aggregate.Balance(column, over, entity) { Among = among });
    }

    /// <summary>
    /// The balance carried forward: the latest value of each entity since the data began, recorded in the period or before it, summed. For
    /// balances that are recorded only when they change.
    /// </summary>
    /// <remarks>
    /// Record 0 for an entity that has closed; otherwise its last balance is carried forward. Not available for opening or average
    /// balances.
    /// </remarks>
    /// <param name="id">The new measure's id. Defaults to the metric's id and a suffix: <c>stock-carried-forward</c>.</param>
    /// <exception cref="InvalidOperationException">The metric is not a balance, or is an opening or average balance.</exception>
    public Measure CarriedForward(string? id = null)
    {
        if (StandsFor == BalanceValue.Last)
        {
            return new WindowedMeasure(this, new CarriedForwardView(), id);
        }

        var found = IsBalance ? "a balance over another value than the last" : "no balance";
        throw new InvalidOperationException(
            $"'{Id}' cannot be carried forward: it is {found}."
            + $" Make it with Metric.Balance(\"{Id}\", …), over: BalanceValue.Last, or use Cumulative() for what has added up.");
    }

    // The same balance, with the earliest value of each entity.
    internal Metric Opening()
    {
        var balance = (Aggregate.Balance)Main;
        return new(this)
        {
            Aggregates =
            [
                new Aggregate.Balance(balance.Column, BalanceValue.First, balance.Entity)
                {
                    Filter = balance.Filter,
                    Among = balance.Among,
                },
            ],
        };
    }
}
