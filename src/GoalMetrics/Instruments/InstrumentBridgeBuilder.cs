using System.Collections.Immutable;

namespace GoalMetrics;

/// <summary>States which instruments go into which live tables. For one thread; the bridge it starts is for many.</summary>
public sealed class InstrumentBridgeBuilder
{
    private readonly TimeProvider _time;
    private ImmutableArray<InstrumentRoute> _routes = [];

    internal InstrumentBridgeBuilder(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
    }

    /// <summary>
    /// Adds the measurements of an instrument to a table. An instrument may go into several tables, and a table may have several
    /// instruments, which may be created later.
    /// </summary>
    /// <param name="table">The table. A measurement is a fact of it, whose other columns have no value.</param>
    /// <param name="meter">The name of the meter.</param>
    /// <param name="instrument">The name of the instrument.</param>
    /// <param name="column">The column that the measurement goes into; not needed where the table has one.</param>
    /// <param name="tags">For dimensions whose tag has another name: the dimension, and the tag.</param>
    /// <exception cref="ArgumentException">
    /// The table has no such column or dimension, or several columns of which none is named; or the instrument goes into the column
    /// already.
    /// </exception>
    public InstrumentBridgeBuilder Into(
        LiveTable table, string meter, string instrument, string? column = null, IReadOnlyDictionary<string, string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(meter);
        ArgumentException.ThrowIfNullOrWhiteSpace(instrument);
        foreach (var (dimension, tag) in tags ?? ImmutableDictionary<string, string>.Empty)
        {
            table.Schema.CheckDimension(dimension, nameof(tags));
            ArgumentException.ThrowIfNullOrWhiteSpace(tag, nameof(tags));
        }

        string[] names = [.. table.Schema.DimensionNames.Select(dimension => tags?.GetValueOrDefault(dimension) ?? dimension)];
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"Two dimensions of table '{table.Name}' take the tag {Shown.Quote(twice.Key)}; expected a tag of its own for each.",
                nameof(tags));
        }

        var route = new InstrumentRoute(table, meter, instrument, Place(table.Schema, column), names);
        if (_routes.Any(route.IsSame))
        {
            throw new ArgumentException(
                $"{route} goes into table '{table.Name}', column '{route.Column.Name}' already; it would count twice.",
                nameof(instrument));
        }

        table.TakesNullForNone = true;
        _routes = _routes.Add(route);
        return this;
    }

    /// <summary>Starts listening, to the instruments there are and to those created later. Dispose of the bridge to stop.</summary>
    /// <remarks>An instrument created later whose unit does not fit disturbs nothing: its measurements are refused.</remarks>
    /// <exception cref="InvalidOperationException">
    /// No instrument was named, or one does not fit its column: it is known to measure in another unit (milliseconds, a percentage, another
    /// currency), or it measures changes and the column is a balance.
    /// </exception>
    public InstrumentBridge Start()
    {
        if (_routes.IsEmpty)
        {
            throw new InvalidOperationException("There is no instrument to listen to: name at least one with Into(…).");
        }

        var bridge = new InstrumentBridge(_time, _routes);
        try
        {
            bridge.Start();
            return bridge;
        }
        catch
        {
            bridge.Dispose();
            throw;
        }
    }

    private static int Place(TableSchema schema, string? column)
    {
        if (column is not null)
        {
            return schema.Columns.ToList().IndexOf(schema.Column(column, nameof(column)));
        }

        return schema.Columns.Count switch
        {
            1 => 0,
            0 => throw new ArgumentException(
                $"Table '{schema}' has no value column, and a measurement needs one: give it one with Value(…).", nameof(column)),
            var count => throw new ArgumentException(
                $"Table '{schema}' has {count} value columns ({Shown.List(schema.Columns.Select(one => one.Name))}); "
                + "name the one that the measurement goes into.",
                nameof(column)),
        };
    }
}
