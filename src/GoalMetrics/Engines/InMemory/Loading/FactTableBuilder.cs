using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using NodaTime;

namespace GoalMetrics;

/// <summary>Describes how objects become the rows of a <see cref="FactTable"/>. Not safe for several threads; used once.</summary>
/// <remarks>
/// Each function is called at most once for each fact, in the order of the facts, and should look at nothing but the fact: other
/// functions may be called in between. After <see cref="Build"/>, every method throws an <see cref="InvalidOperationException"/>.
/// </remarks>
/// <typeparam name="TFact">The type of the objects.</typeparam>
public sealed class FactTableBuilder<TFact>
{
    private readonly IEnumerable<TFact> _facts;
    private readonly FactLoader<TFact> _loader;

    internal FactTableBuilder(string name, IEnumerable<TFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        _facts = facts;
        _loader = new(name);
    }

    /// <summary>Each fact has a local date. A fact without one is refused.</summary>
    public FactTableBuilder<TFact> At(Func<TFact, LocalDate?> date)
    {
        ArgumentNullException.ThrowIfNull(date);
        _loader.Time(FactTime.Date);
        return Read("time", (fact, slot) => _loader.TimeColumn.Stage(slot, date(fact)));
    }

    /// <summary>Each fact has a date. A fact without one is refused.</summary>
    public FactTableBuilder<TFact> At(Func<TFact, DateOnly?> date)
    {
        ArgumentNullException.ThrowIfNull(date);
        _loader.Time(FactTime.Date);
        return Read("time", (fact, slot) => _loader.TimeColumn.Stage(slot, date(fact)));
    }

    /// <summary>Each fact has an instant; the calendar's zone decides its day. A fact without one is refused.</summary>
    public FactTableBuilder<TFact> At(Func<TFact, Instant?> instant)
    {
        ArgumentNullException.ThrowIfNull(instant);
        _loader.Time(FactTime.Instant);
        return Read("time", (fact, slot) => _loader.TimeColumn.Stage(slot, instant(fact)));
    }

    /// <summary>Each fact has a date and time with an offset: an instant. A fact without one is refused.</summary>
    public FactTableBuilder<TFact> At(Func<TFact, DateTimeOffset?> instant)
    {
        ArgumentNullException.ThrowIfNull(instant);
        _loader.Time(FactTime.Instant);
        return Read("time", (fact, slot) => _loader.TimeColumn.Stage(slot, instant(fact)));
    }

    /// <summary>Not possible: a <see cref="DateTime"/> does not say its zone.</summary>
    [Obsolete(
        "A DateTime does not say its zone. Use DateTimeOffset, an Instant (Instant.FromDateTimeUtc),"
        + " or a LocalDate (LocalDate.FromDateTime).",
        error: true)]
    public FactTableBuilder<TFact> At(Func<TFact, DateTime?> time) => throw new NotSupportedException(time?.ToString());

    /// <summary>All facts belong to one date: a snapshot, such as a list of customers.</summary>
    public FactTableBuilder<TFact> AllAt(LocalDate date) => At(_ => (LocalDate?)date);

    /// <summary>A dimension. Null is a member of its own.</summary>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public FactTableBuilder<TFact> Dimension(string name, Func<TFact, string?> member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var column = _loader.Dimension(new(name));
        return Read(name, (fact, slot) => column.Stage(slot, member(fact)));
    }

    /// <summary>A dimension of whole numbers, such as the keys of customers. Null is a member of its own.</summary>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public FactTableBuilder<TFact> Dimension(string name, Func<TFact, long?> member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var column = _loader.Dimension(new(name, MemberKind.WholeNumber));
        return Read(name, (fact, slot) => column.Stage(slot, member(fact)));
    }

    /// <summary>The members of a dimension that was added before come in this order in results, such as low, medium, high.</summary>
    /// <inheritdoc cref="TableSchema.MembersInOrder"/>
    public FactTableBuilder<TFact> MembersInOrder(string dimension, params string[] members)
    {
        _loader.OrderMembers(dimension, members);
        return this;
    }

    /// <summary>A column of values.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">
    /// The value of a fact; double and float are rounded to the 15 and 7 digits that survive the conversion. NaN and infinities are
    /// refused, and so are negative counts.
    /// </param>
    /// <param name="unit">What the values are measured in.</param>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public FactTableBuilder<TFact> Value<TNumber>(string name, Func<TFact, TNumber> value, Unit unit)
        where TNumber : struct, INumber<TNumber>
    {
        ArgumentNullException.ThrowIfNull(value);
        return Values(new(name, unit), value);
    }

    /// <summary>A column of values, null where there is none. Nulls are skipped, and counted.</summary>
    /// <inheritdoc cref="Value{TNumber}(string, Func{TFact, TNumber}, Unit)"/>
    public FactTableBuilder<TFact> Value<TNumber>(string name, Func<TFact, TNumber?> value, Unit unit)
        where TNumber : struct, INumber<TNumber>
    {
        ArgumentNullException.ThrowIfNull(value);
        return Values(new(name, unit), value);
    }

    /// <summary>A column of yes and no, as 1 and 0: its sum is the number of facts with a yes.</summary>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public FactTableBuilder<TFact> Flag(string name, Func<TFact, bool?> value, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(value);
        var column = _loader.Value(new(name, unit));
        return Read(name, (fact, slot) => column.StageFlag(slot, value(fact)));
    }

    /// <summary>
    /// A column of distinct counts that were made elsewhere, each for one period of the grain and one member of every dimension. They
    /// are never added up.
    /// </summary>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public FactTableBuilder<TFact> DistinctCount(string name, Func<TFact, long?> value, Unit unit, Grain per)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Values(new(name, unit, per), value);
    }

    /// <summary>
    /// A column of balances, such as stock, subscribers or cash: amounts at a point in time. They are never added up over time.
    /// </summary>
    /// <inheritdoc cref="Value{TNumber}(string, Func{TFact, TNumber}, Unit)"/>
    public FactTableBuilder<TFact> Balance<TNumber>(string name, Func<TFact, TNumber?> value, Unit unit)
        where TNumber : struct, INumber<TNumber>
    {
        ArgumentNullException.ThrowIfNull(value);
        return Values(new(name, unit, isBalance: true), value);
    }

    /// <inheritdoc cref="Balance{TNumber}(string, Func{TFact, TNumber?}, Unit)"/>
    public FactTableBuilder<TFact> Balance<TNumber>(string name, Func<TFact, TNumber> value, Unit unit)
        where TNumber : struct, INumber<TNumber>
    {
        ArgumentNullException.ThrowIfNull(value);
        return Values(new(name, unit, isBalance: true), value);
    }

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
    public FactTableBuilder<TFact> OrderedBy(string column)
    {
        _loader.OrderBy(column);
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

    /// <summary>Reads the facts and builds the table.</summary>
    /// <exception cref="RefusedRowException">A row is bad, and <see cref="KeepGoodRows"/> was not called. Nothing is loaded.</exception>
    /// <exception cref="InvalidOperationException">The facts have no time yet, or the builder was used before.</exception>
    public FactTable Build()
    {
        switch (_facts)
        {
            case TFact[] array:
                AddAll(array);
                break;
            case ImmutableArray<TFact> { IsDefault: false } array:
                AddAll(array.AsSpan());
                break;
            case List<TFact> list when list.GetType() == typeof(List<TFact>):
                AddAll(CollectionsMarshal.AsSpan(list), list);
                break;
            default:
                // One by one: a sequence may yield the same object again and again, each time with another fact in it.
                _loader.Begin();
                foreach (var fact in _facts)
                {
                    _loader.Add(fact);
                }

                break;
        }

        return _loader.Finish();
    }

    private void AddAll(ReadOnlySpan<TFact> facts, List<TFact>? list = null)
    {
        _loader.Begin(facts.Length);
        var watch = list is null ? default : list.GetEnumerator();
        while (!facts.IsEmpty)
        {
            var count = Math.Min(StagedColumn.BatchSize, facts.Length);
            _loader.Stage(facts[..count]);
            if (list is not null)
            {
                // Throws if one of the functions has changed the list.
                watch.MoveNext();
            }

            _loader.Keep(count);
            _loader.Commit();
            facts = facts[count..];
        }
    }

    private FactTableBuilder<TFact> Values<TNumber>(FactColumn definition, Func<TFact, TNumber> value)
        where TNumber : struct, INumber<TNumber>
    {
        CheckNumber<TNumber>(definition.Name);
        var column = _loader.Value(definition);
        return Read(definition.Name, (fact, slot) => column.Stage(slot, value(fact)));
    }

    private FactTableBuilder<TFact> Values<TNumber>(FactColumn definition, Func<TFact, TNumber?> value)
        where TNumber : struct, INumber<TNumber>
    {
        CheckNumber<TNumber>(definition.Name);
        var column = _loader.Value(definition);
        return Read(definition.Name, (fact, slot) => value(fact) is { } number ? column.Stage(slot, number) : column.StageNull(slot));
    }

    // The character '5' would be taken for its code, 53.
    private static void CheckNumber<TNumber>(string column)
    {
        if (typeof(TNumber) == typeof(char))
        {
            throw new ArgumentException(
                $"Column '{column}' got characters; expected numbers. Convert them, such as with value - '0' for a digit.", nameof(column));
        }
    }

    private FactTableBuilder<TFact> Read(string column, CellReader<TFact> read)
    {
        _loader.Read(column, read);
        return this;
    }
}
