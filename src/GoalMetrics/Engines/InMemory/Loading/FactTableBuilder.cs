using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GoalMetrics;

/// <summary>Describes how objects become the rows of a <see cref="FactTable"/>. Not safe for several threads; used once.</summary>
/// <remarks>
/// Each function is called at most once for each fact, in the order of the facts, and should look at nothing but the fact: other
/// functions may be called in between. After <see cref="Build"/>, every method throws an <see cref="InvalidOperationException"/>.
/// </remarks>
/// <typeparam name="TFact">The type of the objects.</typeparam>
public sealed partial class FactTableBuilder<TFact>
{
    private const string NoUnit =
        "A number does not state what it is measured in. Add its unit, such as Unit.Count(\"order\") or Unit.Money(\"DKK\").";

    // One of the two: facts that are there, or facts that are yet to arrive.
    private readonly IEnumerable<TFact>? _facts;
    private readonly IAsyncEnumerable<TFact>? _arriving;
    private readonly FactLoader<TFact> _loader;

    internal FactTableBuilder(string name, IEnumerable<TFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        _facts = facts;
        _loader = new(name);
    }

    internal FactTableBuilder(string name, IAsyncEnumerable<TFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        _arriving = facts;
        _loader = new(name);
    }

    /// <summary>A dimension. Null is a member of its own.</summary>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public FactTableBuilder<TFact> Dimension(string name, Func<TFact, string?> member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Read(name, _loader.Dimension(new(name)).Reader(member));
    }

    /// <summary>A dimension of whole numbers, such as the keys of customers. Null is a member of its own.</summary>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public FactTableBuilder<TFact> Dimension(string name, Func<TFact, long?> member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Read(name, _loader.Dimension(new(name, MemberKind.WholeNumber)).Reader(member));
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
        return Read(name, _loader.Value(new(name, unit)).FlagReader(value));
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

    /// <summary>Not possible: a number does not state what it is measured in.</summary>
    [Obsolete(NoUnit, error: true)]
    public FactTableBuilder<TFact> Value<TNumber>(string name, Func<TFact, TNumber> value)
        where TNumber : struct, INumber<TNumber> => throw new NotSupportedException(name);

    /// <summary>Not possible: a number does not state what it is measured in.</summary>
    [Obsolete(NoUnit, error: true)]
    public FactTableBuilder<TFact> Value<TNumber>(string name, Func<TFact, TNumber?> value)
        where TNumber : struct, INumber<TNumber> => throw new NotSupportedException(name);

    /// <summary>A column of lengths of time, in seconds, null where there is none: exact to the 100 nanoseconds of a time span.</summary>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public FactTableBuilder<TFact> Value(string name, Func<TFact, TimeSpan?> length)
    {
        ArgumentNullException.ThrowIfNull(length);
        const decimal SecondsATick = 0.000_000_1m;
        var column = _loader.Value(new(name, Unit.Duration(DurationUnit.Second)));
        return Read(name, (fact, slot) => column.StageAmount(slot, length(fact)?.Ticks * SecondsATick));
    }

    /// <summary>
    /// Refuses a fact whose key a fact before it has, such as an order that was exported twice, and a fact whose key is null. Facts that
    /// were refused do not count.
    /// </summary>
    public FactTableBuilder<TFact> RefuseDuplicatesOf<TKey>(Func<TFact, TKey> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var keys = new RowKeys<TKey>();
        _loader.RefuseDuplicates("key", (fact, row) => keys.Check(key(fact), row));
        return this;
    }

    /// <summary>Reads the facts and builds the table.</summary>
    /// <exception cref="RefusedRowException">A row is bad, and <see cref="KeepGoodRows"/> was not called. Nothing is loaded.</exception>
    /// <exception cref="InvalidOperationException">
    /// The facts have no time yet, the builder was used before, or its facts come asynchronously: those are read by
    /// <see cref="BuildAsync"/>.
    /// </exception>
    public FactTable Build()
    {
        if (_facts is null)
        {
            throw new InvalidOperationException(
                $"The facts of table '{_loader.Name}' come asynchronously; expected a call of BuildAsync() instead of Build().");
        }

        AddAll(_facts);
        return _loader.Finish();
    }

    /// <summary>Reads the facts, without blocking where they come asynchronously, and builds the table.</summary>
    /// <exception cref="RefusedRowException">A row is bad, and <see cref="KeepGoodRows"/> was not called. Nothing is loaded.</exception>
    /// <exception cref="InvalidOperationException">The facts have no time yet, or the builder was used before.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled; nothing is loaded.</exception>
    public async ValueTask<FactTable> BuildAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_arriving is null)
        {
            return Build();
        }

        _loader.Begin();
        await foreach (var fact in _arriving.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _loader.Add(fact);
        }

        return _loader.Finish();
    }

    private void AddAll(IEnumerable<TFact> facts)
    {
        switch (facts)
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
                foreach (var fact in facts)
                {
                    _loader.Add(fact);
                }

                break;
        }
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
        return Read(definition.Name, _loader.Value(definition).Reader(value));
    }

    private FactTableBuilder<TFact> Values<TNumber>(FactColumn definition, Func<TFact, TNumber?> value)
        where TNumber : struct, INumber<TNumber>
    {
        CheckNumber<TNumber>(definition.Name);
        return Read(definition.Name, _loader.Value(definition).Reader(value));
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

    private FactTableBuilder<TFact> Read(string column, CellReader<TFact> read) => Read(column, CellsReaders.Of(read));

    private FactTableBuilder<TFact> Read(string column, CellsReader<TFact> read)
    {
        _loader.Read(column, read);
        return this;
    }
}
