using System.Globalization;
using GoalMetrics.Sources;

namespace GoalMetrics;

// What a live table keeps, as a text: two tables with the same keep the same. It stands in files, so what it says never changes.
internal static class LiveFingerprint
{
    public static string Of(LiveDefinition definition) => string.Join(
        '\n',
        [
            $"table {Quoted(definition.Schema.Name)}, {definition.Schema.Time}",
            .. definition.Schema.DimensionNames.Select(dimension => $"dimension {Quoted(dimension)}"),
            .. definition.Schema.Columns.Select(
                column => $"column {Quoted(column.Name)}, {UnitOf(column)}, {column.CountedPer}, {column.IsBalance}"),
            $"calendar {definition.Calendar}",
            $"cells {definition.Grain} {string.Join(", ", definition.Dimensions.Select(Quoted))}",
            .. definition.Aggregates.Select(Text),
        ]);

    private static string UnitOf(FactColumn column) =>
        column.Unit?.ToString() ?? $"money in the currency of {Quoted(column.CurrencyDimension)}";

    private static string Text(Aggregate aggregate)
    {
        var balance = aggregate as Aggregate.Balance;

        // Files from before balances kept this about their facts have another text.
        var edge = balance is null ? "" : $" at its own fact among ({Text(balance.Among)})";
        var account = balance is { IsOfOneAccount: true } ? " of one account" : "";
        var lists = balance switch
        {
            { IsOfCompleteSnapshots: true, Value: BalanceValue.Average } => " of complete snapshots, each list once",
            { IsOfCompleteSnapshots: true } => " of complete snapshots",
            _ => "",
        };
        var factor = LiveDefinition.FactorIn(aggregate) is { } column ? $" times {Quoted(column)}" : "";
        var what = $"{aggregate.Kind} {Quoted(LiveDefinition.NameIn(aggregate))}{factor}";
        return $"{what} {balance?.Value} {Quoted(balance?.Entity)} {Text(aggregate.Filter)}{edge}{account}{lists}";
    }

    // Two texts that differ stay different, and in one line.
    private static string Quoted(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        var escaped = text
            .Replace("\\", @"\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }

    private static string Text(DerivedDimension dimension) => dimension switch
    {
        DerivedDimension.OfTime time => $"{time.Part} of {Quoted(time.Zone.Id)} from {time.FirstHour} as {Quoted(time.Name)}",
        DerivedDimension.OfNumber bands => $"{Quoted(bands.Column)} by ({string.Join(", ", bands.Members)}) as {Quoted(bands.Name)}",
        _ => throw new ArgumentException($"Unknown kind of dimension: {dimension.GetType().Name}.", nameof(dimension)),
    };

    private static string Text(Filter? filter) => filter?.Accept(new OfFilter()) ?? "";

    private sealed class OfFilter : FilterVisitor<string>
    {
        public override string VisitMemberIn(Filter.MemberIn filter) =>
            $"{Quoted(filter.Dimension)} in ({string.Join(", ", filter.Members.Select(Quoted))})";

        public override string VisitDerivedIn(Filter.DerivedIn filter) =>
            $"{Text(filter.Dimension)} in ({string.Join(", ", filter.Members.Select(Quoted))})";

        public override string VisitValueCompare(Filter.ValueCompare filter) => string.Create(
            CultureInfo.InvariantCulture, $"{Quoted(filter.Column)} {filter.Comparison} {ShortestDecimal.Of(filter.Value)}");

        public override string VisitValueMissing(Filter.ValueMissing filter) => $"{Quoted(filter.Column)} missing";

        public override string VisitBoth(Filter.Both filter) => $"({filter.Left.Accept(this)} and {filter.Right.Accept(this)})";

        public override string VisitEither(Filter.Either filter) => $"({filter.Left.Accept(this)} or {filter.Right.Accept(this)})";

        public override string VisitNegation(Filter.Negation filter) => $"not ({filter.Filter.Accept(this)})";
    }
}
