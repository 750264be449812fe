using System.Globalization;
using EngineTests.Contract;
using NodaTime;

namespace EngineTests.InMemory;

// Loads tables into fact tables in memory.
internal sealed class InMemoryEngine : IEngineUnderTest
{
    public IMetricSource Load(EngineCase tables) => new InMemorySource(tables.Calendar, [.. tables.Tables.Select(Load)]);

    private static FactTable Load(FactSet table)
    {
        var builder = FactTable.From(table.Schema.Name, table.Facts);
        builder = table.Schema.Time == FactTime.Date ? builder.At(fact => (LocalDate?)fact.Date) : builder.At(fact => (Instant?)fact.Time);
        for (var i = 0; i < table.Schema.Dimensions.Count; i++)
        {
            var place = i;
            var dimension = table.Schema.Dimensions[i];
            builder = dimension.Kind == MemberKind.WholeNumber
                ? builder.Dimension(dimension.Name, fact => NumberOf(fact.Members[place]))
                : builder.Dimension(dimension.Name, fact => fact.Members[place]);
            builder = dimension.Order.Count > 0 ? builder.MembersInOrder(dimension.Name, [.. dimension.Order]) : builder;
        }

        for (var i = 0; i < table.Schema.Columns.Count; i++)
        {
            var (place, column) = (i, table.Schema.Columns[i]);
            builder = column.CurrencyDimension is { } currency
                ? builder.Value(column.Name, fact => fact.Values[place], currency)
                : builder.Value(column.Name, fact => fact.Values[place], column.Unit!);
        }

        if (table.CoveredFrom is { } from && table.CoveredUntil is { } until)
        {
            builder = builder.Covering(from, until, table.Gaps);
        }

        return (table.Schema.Order is { } order ? builder.OrderedBy(order) : builder).Build();
    }

    private static long? NumberOf(string? member) => member is null ? null : long.Parse(member, CultureInfo.InvariantCulture);
}
