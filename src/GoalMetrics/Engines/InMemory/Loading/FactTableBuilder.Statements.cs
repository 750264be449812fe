using NodaTime;

namespace GoalMetrics;

// What is known about all facts of the table together.
public sealed partial class FactTableBuilder<TFact>
{
    /// <summary>
    /// Each fact is the total of a whole period of the grain and dated inside it, such as the revenue of a month. Queries for less than
    /// a whole period are refused.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The grain is the hour, or not one of the named grains.</exception>
    public FactTableBuilder<TFact> EachFactCovers(Grain grain)
    {
        _loader.EachFactCovers(grain);
        return this;
    }

    /// <summary>
    /// Facts at the same time are ordered by a column of values that was added before, such as a sequence number: smallest first, facts
    /// without a value before all others, equal ones in the order of their rows. Defaults to the order of the rows.
    /// </summary>
    /// <exception cref="ArgumentException">There is no column of values of this name.</exception>
    /// <exception cref="InvalidOperationException">The rows are stated to stand newest first, which is another order.</exception>
    public FactTableBuilder<TFact> OrderedBy(string column)
    {
        _loader.OrderBy(column);
        return this;
    }

    /// <summary>
    /// The rows stand newest first, as in most exports of banks: of facts at the same time, the first row is the latest, and the last row
    /// the earliest. Defaults to the order of the rows, oldest first.
    /// </summary>
    /// <remarks>
    /// It decides which balance of a day is its last one, what is first and last, and which event a conversion is credited to.
    /// </remarks>
    /// <exception cref="InvalidOperationException">A column that orders the facts is stated too.</exception>
    public FactTableBuilder<TFact> NewestFirst()
    {
        _loader.PutNewestFirst();
        return this;
    }

    /// <summary>
    /// States the dates for which the facts are complete. Defaults to the days from the first fact to the last one. Inside these dates,
    /// sums and counts are 0 where there are no facts; outside them there is no data, and facts there are not counted.
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
    public FactTableBuilder<TFact> Covering(LocalDate start, LocalDate endExclusive, IEnumerable<DateInterval>? except = null)
    {
        _loader.Cover(start, endExclusive, except);
        return this;
    }

    /// <summary>
    /// States that a fact without a value of this column has none, as a sale without a refund, and not one that is not known: the sum over
    /// nothing but these facts is 0. Otherwise it is undefined, as a null is not a zero.
    /// </summary>
    /// <param name="column">The column of values; it must have been added before.</param>
    /// <exception cref="ArgumentException">The table has no such column of values.</exception>
    public FactTableBuilder<TFact> NullMeansNone(string column)
    {
        _loader.TakeNullForNone(column);
        return this;
    }

    /// <summary>Facts may come in for this long after a period has ended. Until then the period is settling.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public FactTableBuilder<TFact> SettlesAfter(Duration time)
    {
        _loader.SettleAfter(time);
        return this;
    }

    /// <summary>Does not stop at a bad row: the good rows are loaded, the bad ones listed in <see cref="FactTable.RefusedRows"/>.</summary>
    public FactTableBuilder<TFact> KeepGoodRows()
    {
        _loader.KeepGoodRows();
        return this;
    }
}
