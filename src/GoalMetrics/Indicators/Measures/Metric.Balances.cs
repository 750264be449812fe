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
        EnumValue.Checked(over);

        if (entity is not null)
        {
            Checked(of).CheckDimension(entity, nameof(entity));
        }

        among?.Check(Checked(of));
        if (Checked(of).Column(column, nameof(column)) is { Unit.Kind: UnitKind.Ratio or UnitKind.PercentagePoint or UnitKind.Score } found)
        {
            throw new ArgumentException(
                $"Column '{column}' of table '{of}' is in {found.Unit}, which does not add up over entities."
                + " Load what the ratio is made of and divide the balances, or use Metric.Last, First or Average.",
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

        throw NoLastBalance("be carried forward");
    }

    /// <summary>
    /// The same balance of a table that is one account, such as a bank statement: the latest row of the period is its balance, whatever
    /// members that row has. By default, each combination of members has a balance of its own.
    /// </summary>
    /// <remarks>By a dimension, the balance stands under the member of the latest row; the other members are 0.</remarks>
    /// <exception cref="InvalidOperationException">The metric is not a balance, or one of the entities of a dimension.</exception>
    public Metric OfOneAccount()
    {
        var balance = AsBalance("be of one account");
        if (balance.Entity is { } entity)
        {
            throw new InvalidOperationException(
                $"'{Id}' cannot be of one account: each '{entity}' has a balance of its own."
                + " Make it with Metric.Balance without an entity.");
        }

        return new(this) { Aggregates = [balance.InOneAccount()] };
    }

    /// <summary>
    /// The same balance of a table in which the facts of one time list all entities there are, as a daily export of all subscriptions does:
    /// what is missing from the latest list of the period has gone, and does not count. By default, it would count with its last value.
    /// </summary>
    /// <remarks>
    /// An opening balance is that of the first list of the period, and a mean that of all lists, where what is not listed has 0. Facts of
    /// one list have the same time: load them by date, or with the time of the list.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The metric is not a balance.</exception>
    public Metric OfCompleteSnapshots() => new(this) { Aggregates = [AsBalance("be of complete snapshots").InCompleteSnapshots()] };

    /// <summary>
    /// The balance with which a period opens: the latest value of each entity that was recorded before the period began, summed. The
    /// opening balance of February is the balance carried forward to the end of January.
    /// </summary>
    /// <remarks>
    /// Undefined (<see cref="UndefinedReason.NoData"/>) where nothing is known from before the period. Closing less opening is the change
    /// in the period. Compare <see cref="BalanceValue.First"/>, which is the first value recorded within the period.
    /// </remarks>
    /// <param name="id">The new measure's id. Defaults to the metric's id and a suffix: <c>stock-opening</c>.</param>
    /// <exception cref="InvalidOperationException">The metric is not a balance, or is a first or average balance.</exception>
    public Measure Opening(string? id = null)
    {
        if (StandsFor != BalanceValue.Last)
        {
            throw NoLastBalance("be read at the opening");
        }

        return new WindowedMeasure(this, new OpeningView(), id);
    }

    // The same balance, with the earliest value of each entity.
    internal Metric AtEarliest() => new(this) { Aggregates = [((Aggregate.Balance)Main).Of(BalanceValue.First)] };

    // The same metric with another filter in place of its own.
    internal Metric Filtered(Filter? filter) => new(this) { Aggregates = [.. Aggregates.Select(aggregate => aggregate.Where(filter))] };

    private Aggregate.Balance AsBalance(string what) => Main as Aggregate.Balance
        ?? throw new InvalidOperationException($"'{Id}' cannot {what}: it is not a balance. Make it with Metric.Balance(\"{Id}\", …).");

    private InvalidOperationException NoLastBalance(string what)
    {
        var found = IsBalance ? "a balance over another value than the last" : "not a balance";
        return new(
            $"'{Id}' cannot {what}: it is {found}."
            + $" Make it with Metric.Balance(\"{Id}\", …), over: BalanceValue.Last, or use Cumulative() for what has added up.");
    }
}
