using System.Globalization;

namespace EngineTests.DuckDb;

// Aggregates in SQL. Balances are not among them: they take a command of their own, which groups by their holders too.
internal sealed class SqlAggregate(DuckDbTable table, SqlFilter filters, List<EventConversion> conversions) : AggregateVisitor<SqlValue>
{
    private const int TickScale = 7;

    public override SqlValue VisitCount(Aggregate.Count aggregate) => SqlValue.Number($"count(*) {Where(aggregate)}");

    public override SqlValue VisitCountDistinct(Aggregate.CountDistinct aggregate) => Distinct(aggregate, aggregate.Dimension);

    // DuckDB's own sketch does not say how far it is off; its exact count does not have to.
    public override SqlValue VisitApproximateCountDistinct(Aggregate.ApproximateCountDistinct aggregate) =>
        Distinct(aggregate, aggregate.Dimension);

    public override SqlValue VisitSum(Aggregate.Sum aggregate)
    {
        var (whole, parts) = Sums(aggregate, aggregate.Column);
        return new([whole, parts], (row, column) => Sql.Value(SqlValue.Units(row, column)))
        {
            Order = Sql.Ordered($"coalesce({whole}, 0)", $"coalesce({parts}, 0)"),
        };
    }

    public override SqlValue VisitSumOfProducts(Aggregate.SumOfProducts aggregate)
    {
        var products = new SqlProducts(table.Values(aggregate.Column), table.Values(aggregate.Factor));
        return new([.. products.Digits.Select(digit => $"sum({digit}) {Where(aggregate)}")], SqlProducts.Read);
    }

    public override SqlValue VisitAverage(Aggregate.Average aggregate)
    {
        var (whole, parts) = Sums(aggregate, aggregate.Column);
        return new(
            [whole, parts, Count(aggregate, aggregate.Column)],
            (row, column) => row.GetInt64(column + 2) is > 0 and var count
                ? AggregateValue.Mean(SqlValue.Units(row, column), Sql.Decimals, count)
                : SqlValue.NoData);
    }

    public override SqlValue VisitMinimum(Aggregate.Minimum aggregate) =>
        SqlValue.Pair($"min({table.Values(aggregate.Column)}) {Where(aggregate)}");

    public override SqlValue VisitMaximum(Aggregate.Maximum aggregate) =>
        SqlValue.Pair($"max({table.Values(aggregate.Column)}) {Where(aggregate)}");

    public override SqlValue VisitOrderStatistic(Aggregate.OrderStatistic aggregate) =>
        Sorted(aggregate, aggregate.Column, aggregate.Share, aggregate.Rank);

    public override SqlValue VisitApproximatePercentile(Aggregate.ApproximatePercentile aggregate) =>
        Sorted(aggregate, aggregate.Column, aggregate.Share, OrderRank.Nearest);

    public override SqlValue VisitFirst(Aggregate.First aggregate) => SqlValue.Pair(Edge("arg_min", aggregate, aggregate.Column));

    public override SqlValue VisitLast(Aggregate.Last aggregate) => SqlValue.Pair(Edge("arg_max", aggregate, aggregate.Column));

    public override SqlValue VisitSoleValue(Aggregate.SoleValue aggregate)
    {
        var count = Count(aggregate, aggregate.Column);
        var sole = SqlValue.Pair($"CASE WHEN {count} = 1 THEN any_value({table.Values(aggregate.Column)}) {Where(aggregate)} END");
        return new(
            [.. sole.Expressions, count],
            (row, column) => row.GetInt64(column + 2) > 1 ? AggregateValue.Undefined(UndefinedReason.NotAdditive) : sole.Read(row, column))
        {
            Order = sole.Order,
        };
    }

    public override SqlValue VisitBalance(Aggregate.Balance aggregate) =>
        throw new NotSupportedException("A balance takes a command of its own.");

    public override SqlValue VisitConversion(Aggregate.Conversion aggregate)
    {
        var (number, isCounted) = Placed(aggregate);
        return SqlValue.Number(aggregate.Counted switch
        {
            ConversionCount.BaseEvents => $"count(*) {Where(aggregate, isCounted)}",
            ConversionCount.ConvertedEvents => $"count(*) {Where(aggregate, $"{isCounted} AND credits{number} > 0")}",
            ConversionCount.CreditedConversions => $"coalesce(sum(credits{number}) {Where(aggregate, isCounted)}, 0)::BIGINT",
            _ => $"count(*) {Where(aggregate, $"base{number} AND NOT closed{number}")}",
        });
    }

    public override SqlValue VisitAverageTimeToConvert(Aggregate.AverageTimeToConvert aggregate)
    {
        var (ticks, converted) = Times(aggregate);
        return new(
            [$"sum({ticks}) {converted}", $"count(*) {converted}"],
            (row, column) => row.GetInt64(column + 1) is > 0 and var count
                ? AggregateValue.Mean(row.GetFieldValue<System.Numerics.BigInteger>(column), TickScale, count)
                : SqlValue.NoData);
    }

    public override SqlValue VisitTimeToConvert(Aggregate.TimeToConvert aggregate)
    {
        var (ticks, converted) = Times(aggregate);
        var value = At($"list_sort(list({ticks}) {converted})", $"count(*) {converted}", aggregate.Share, aggregate.Rank);
        return new(
            [value],
            (row, column) => row.IsDBNull(column) ? SqlValue.NoData : AggregateValue.Exact(row.GetInt64(column), TickScale));
    }

    private (string Ticks, string Converted) Times(Aggregate.OfConversions aggregate)
    {
        var (number, isCounted) = Placed(aggregate);
        return ($"ticks{number}", Where(aggregate, $"{isCounted} AND credits{number} > 0"));
    }

    private (int Number, string IsCounted) Placed(Aggregate.OfConversions aggregate)
    {
        var number = conversions.IndexOf(aggregate.Match);
        if (number < 0)
        {
            number = conversions.Count;
            conversions.Add(aggregate.Match);
        }

        return (number, aggregate.Match.IncludesImmature ? $"base{number}" : $"base{number} AND closed{number}");
    }

    private string Where(Aggregate aggregate, string more = "true") => $"FILTER (WHERE {filters.Of(aggregate.Filter)} AND {more})";

    private SqlValue Distinct(Aggregate aggregate, string dimension) =>
        SqlValue.Number($"count(DISTINCT {table.Dimension(dimension)}) {Where(aggregate)}");

    private string Count(Aggregate aggregate, string column) => $"count({table.Values(column)}) {Where(aggregate)}";

    private (string Whole, string Parts) Sums(Aggregate aggregate, string column) =>
        ($"sum({table.Values(column)}.whole) {Where(aggregate)}", $"sum({table.Values(column)}.parts) {Where(aggregate)}");

    private string Edge(string function, Aggregate aggregate, string column) =>
        $"{function}({table.Values(column)}, {{'t': t, 'seq': seq}}) {Where(aggregate, $"{table.Values(column)} IS NOT NULL")}";

    private SqlValue Sorted(Aggregate aggregate, string column, decimal share, OrderRank rank) => SqlValue.Pair(At(
        $"list_sort(list({table.Values(column)}) {Where(aggregate, $"{table.Values(column)} IS NOT NULL")})",
        Count(aggregate, column),
        share,
        rank));

    // The share in whole numbers, so that the place is exact. Lists are numbered from 1.
    private static string At(string sorted, string count, decimal share, OrderRank rank)
    {
        AggregateValue.Of(share).TryGetExact(out var unscaled, out var scale);
        var (p, one) = (Sql.Literal(unscaled), Sql.Literal(System.Numerics.BigInteger.Pow(10, scale)));
        var exclusive = $"least(greatest({p} * ({count} + 1) // {one}, 1), {count})";
        var place = rank switch
        {
            OrderRank.Below => $"1 + ({p} * ({count} - 1)) // {one}",
            OrderRank.Above => $"least(2 + ({p} * ({count} - 1)) // {one}, {count})",
            OrderRank.BelowExclusive => exclusive,
            OrderRank.AboveExclusive => $"least({exclusive} + 1, {count})",
            _ => $"greatest(({p} * {count} + {one} - 1) // {one}, 1)",
        };
        return string.Create(CultureInfo.InvariantCulture, $"({sorted})[({place})::BIGINT]");
    }
}
