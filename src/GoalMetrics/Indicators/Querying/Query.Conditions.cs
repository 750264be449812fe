using System.Collections.Immutable;

namespace GoalMetrics;

// Which rows of an answer are kept.
public sealed partial class Query
{
    internal ImmutableArray<QueryCondition> Conditions { get; private set; } = [];

    // Of each list, a measure must have facts.
    internal ImmutableArray<ImmutableArray<Measure>> FactConditions { get; private set; } = [];

    internal bool LeavesOutRows => !Conditions.IsEmpty || !FactConditions.IsEmpty;

    // Whether rows are left out or put in an order of their own.
    internal bool SelectsRows => LeavesOutRows || Order is not null;

    /// <summary>
    /// Only rows where a measure satisfies the comparison with the value; rows without a value are left out. Where there are several
    /// conditions, all must hold. Totals remain those of all facts.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The query does not ask for the measure, or the value is undefined or in a unit that cannot be compared with it.
    /// </exception>
    public Query Having(Measure measure, Comparison comparison, Quantity value)
    {
        EnumValue.Checked(comparison);

        if (!value.IsDefined)
        {
            throw new ArgumentException($"Expected a value to compare with; found {value.ToString(null)}.", nameof(value));
        }

        if (Asked(measure, nameof(measure)).Unit is { } unit)
        {
            try
            {
                _ = value.CompareTo(new(0m, unit));
            }
            catch (UnitMismatchException mismatch)
            {
                throw new ArgumentException(
                    $"'{measure.Id}' is in {unit}, and cannot be compared with {value.ToString(null)}: {mismatch.Message}",
                    nameof(value),
                    mismatch);
            }
        }

        return With(copy => copy.Conditions = Conditions.Add(new(measure, comparison, value)));
    }

    /// <summary>
    /// Only rows where any of the measures has facts (<see cref="MetricRow.HasFacts"/>). Asked for once, with measures of two tables, it
    /// keeps rows where either side has facts; asked for twice, with one measure each, those where both have. Totals remain those of all
    /// facts.
    /// </summary>
    /// <param name="measures">Measures of the query. Defaults to all of them.</param>
    /// <exception cref="ArgumentException">The query does not ask for one of the measures.</exception>
    public Query HavingFacts(params Measure[] measures)
    {
        ImmutableArray<Measure> asked = [.. Copies.Of(measures, nameof(measures)).Select(measure => Asked(measure, nameof(measures)))];
        return With(copy => copy.FactConditions = FactConditions.Add(asked.IsEmpty ? Measures : asked));
    }
}
