using System.Globalization;

namespace EngineTests.DuckDb;

/// <summary>The member of a derived dimension as an expression over the columns of a table.</summary>
internal sealed class SqlDerived(DuckDbTable table) : DerivedDimensionVisitor<string>
{
    public override string VisitOfTime(DerivedDimension.OfTime dimension)
    {
        var time = table.Schema.Time == FactTime.Date ? "t" : $"timezone('{dimension.Zone.Id}', timezone('UTC', t))";
        var day = table.Schema.Time == FactTime.Date ? "t" : FormattableString.Invariant($"({time} - INTERVAL {dimension.FirstHour} HOUR)");
        return dimension.Part switch
        {
            TimePart.Weekday => $"dayname({day})",
            TimePart.HourOfDay => $"hour({time})::VARCHAR",
            TimePart.DayOfMonth => $"day({day})::VARCHAR",
            _ => $"month({day})::VARCHAR",
        };
    }

    public override string VisitOfNumber(DerivedDimension.OfNumber dimension)
    {
        var value = table.Values(dimension.Column);
        var bands = dimension.Edges.Select((edge, i) => string.Create(
            CultureInfo.InvariantCulture, $"WHEN {value} < {Sql.Literal(edge)} THEN '{dimension.Members[i]}'"));
        return $"CASE WHEN {value} IS NULL THEN NULL {string.Join(' ', bands)} ELSE '{dimension.Members[^1]}' END";
    }
}
