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
        for (var i = 0; i < table.Schema.Dimensions.Length; i++)
        {
            var place = i;
            builder = builder.Dimension(table.Schema.Dimensions[i], fact => fact.Members[place]);
        }

        for (var i = 0; i < table.Schema.Columns.Length; i++)
        {
            var place = i;
            builder = builder.Value(table.Schema.Columns[i].Name, fact => fact.Values[place], table.Schema.Columns[i].Unit);
        }

        if (table.CoveredFrom is { } from && table.CoveredUntil is { } until)
        {
            builder = builder.Covering(from, until);
        }

        return (table.Schema.Order is { } order ? builder.OrderedBy(order) : builder).Build();
    }
}
