using NodaTime;

namespace GoalMetrics;

// The columns that live facts stand in on their way into cells: those of a loaded table, emptied again and again.
internal sealed class LiveColumns
{
    // No currency has more.
    private const int DecimalsOfMoney = 4;

    private readonly LiveDefinition _definition;
    private readonly LiveMembers[] _dimensions;
    private readonly ValueColumn[] _values;
    private readonly ValueColumn[] _kept;
    private readonly long[] _sequences;

    // The columns whose values are each in a currency of their own, and the places of values and currencies in a fact.
    private readonly (string Column, string Dimension, int Value, int Member)[] _currencies;

    public LiveColumns(LiveDefinition definition)
    {
        _definition = definition;
        var schema = definition.Schema;
        var (members, hashed) = (new List<DimensionColumn>(), new List<DimensionColumn>());
        foreach (var name in schema.DimensionNames)
        {
            if (definition.IsWhole(name))
            {
                members.Add(new(name));
                continue;
            }

            if (definition.NamedMembers(name) is { } named)
            {
                members.Add(new(name) { Named = named });
            }

            if (definition.IsCounted(name))
            {
                hashed.Add(new(name) { IsHashed = true });
            }
        }

        string[] names = [.. schema.DimensionNames];
        Members = members;
        _dimensions = [.. members.Concat(hashed).Select(column => new LiveMembers(column, Array.IndexOf(names, column.Name)))];
        _values = [.. schema.Columns.Select(column => new ValueColumn(column) { DecimalsThatStay = DecimalsOfMoney })];
        _kept = [.. _values.Where(column => definition.IsKept(column.Name))];
        _currencies =
        [
            .. schema.Columns
                .Select((column, place) => (column.Name, column.CurrencyDimension, place))
                .Where(column => column.CurrencyDimension is not null)
                .Select(column =>
                    (column.Name, column.CurrencyDimension!, column.place, Array.IndexOf(names, column.CurrencyDimension))),
        ];
        _sequences = definition.KeepsOrder ? new long[StagedColumn.BatchSize] : [];
        Facts = new(schema, new TimeColumn { Kind = schema.Time }, members, _kept, default, Duration.Zero, [])
        {
            Sequence = definition.KeepsOrder ? _sequences : null,
            Hashed = hashed,
            IsGrowing = true,
        };
    }

    // The facts that were committed.
    public FactTable Facts { get; }

    // The dimensions of which members are kept.
    public IReadOnlyList<DimensionColumn> Members { get; }

    // Stages a fact at a slot, if all of its values fit.
    public void Stage(int slot, ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var column = _values[i];
            if (column.StageAmount(slot, in values[i]) is { } problem)
            {
                throw _definition.Refusal(column.Name, problem);
            }
        }

        if (_currencies.Length > 0)
        {
            CheckCurrencies(members, values);
        }

        foreach (var dimension in _dimensions)
        {
            dimension.Stage(slot, members);
        }
    }

    private void CheckCurrencies(ReadOnlySpan<string?> members, ReadOnlySpan<decimal?> values)
    {
        foreach (var (column, dimension, value, member) in _currencies)
        {
            var code = members[member];
            if (code is not null && CurrencyCodes.Find(code) is null)
            {
                throw _definition.Refusal(dimension, CurrencyCell.Unknown(code));
            }

            if (code is null && values[value] is not null)
            {
                throw _definition.Refusal(dimension, CurrencyCell.Missing(column));
            }
        }
    }

    // The order of the fact among those of the same time, where that matters.
    public void SetSequence(int slot, long sequence) => _sequences[slot] = sequence;

    // Adds the facts at the first slots, which happened at these times.
    public void Commit(ReadOnlySpan<long> times)
    {
        Facts.TimeColumn.Add(times);
        foreach (var dimension in _dimensions)
        {
            dimension.Commit(times.Length);
        }

        foreach (var column in _kept)
        {
            column.Commit(times.Length);
        }
    }

    public void Clear()
    {
        Facts.TimeColumn.Clear();
        Array.ForEach(_dimensions, dimension => dimension.Column.Clear());
        Array.ForEach(_kept, column => column.Clear());
    }
}
