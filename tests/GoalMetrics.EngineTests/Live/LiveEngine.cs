using EngineTests.Contract;

namespace EngineTests.Live;

// Live tables, which keep totals of days by all dimensions, and only those that the case asks for.
internal sealed class LiveEngine : IEngineUnderTest
{
    public bool KeepsFacts => false;

    public IMetricSource Load(EngineCase tables) =>
        new InMemorySource(tables.Calendar, [.. tables.Tables.Select(table => Load(tables, table))]);

    // Conversions need every event, and no metric asks an ordinary column for its sole value.
    public bool IsAsked(Aggregate aggregate) => aggregate is not (Aggregate.OfConversions or Aggregate.SoleValue);

    // Cells are not cut, neither by time nor by the values of facts.
    public bool IsAsked(EngineCase tables, AggregateRequest request) => (request.Filter?.Accept(new OfMembers()) ?? true)
        && request.Derived.Count == 0
        && request.Table.Order is null
        && request.Time.Instants.All(cut => tables.Calendar.StartOfDay(tables.Calendar.DateOf(cut)) == cut);

    private static LiveTable Load(EngineCase tables, FactSet table)
    {
        var schema = Unordered(table.Schema);
        Measure[] kept =
        [
            .. tables.Requests
                .Where(request => request.Table.Name == schema.Name)
                .SelectMany(request => request.Aggregates)
                .Where(aggregate => aggregate is not (Aggregate.OfConversions or Aggregate.SoleValue))
                .Select((aggregate, number) => aggregate.Accept(new MetricOf(schema, $"m{number}"))),
        ];
        var builder = LiveTable.Of(schema, tables.Calendar).By(Grain.Day, [.. schema.DimensionNames()]);
        builder = kept.Length > 0 ? builder.Keeping(kept) : builder;
        if (table.CoveredFrom is { } from && table.CoveredUntil is { } until)
        {
            builder = builder.Covering(from, until, table.Gaps);
        }

        var live = builder.Build();
        foreach (var fact in table.Facts)
        {
            if (schema.Time == FactTime.Date)
            {
                live.Add(fact.Date, [.. fact.Members], [.. fact.Values]);
            }
            else
            {
                live.Add(fact.Time, [.. fact.Members], [.. fact.Values]);
            }
        }

        return live;
    }

    // A live table orders facts as they come in; of others only what does not need their order is asked.
    private static TableSchema Unordered(TableSchema schema) => schema.Columns.Aggregate(
        schema.Dimensions.Aggregate(TableSchema.Named(schema.Name, schema.Time), (table, dimension) => table.Dimension(dimension)),
        (table, column) => table.WithValuesOf(column));

    private sealed class OfMembers : FilterVisitor<bool>
    {
        public override bool VisitMemberIn(Filter.MemberIn filter) => true;

        public override bool VisitDerivedIn(Filter.DerivedIn filter) => false;

        public override bool VisitValueCompare(Filter.ValueCompare filter) => false;

        public override bool VisitValueMissing(Filter.ValueMissing filter) => false;

        public override bool VisitBoth(Filter.Both filter) => filter.Left.Accept(this) && filter.Right.Accept(this);

        public override bool VisitEither(Filter.Either filter) => filter.Left.Accept(this) && filter.Right.Accept(this);

        public override bool VisitNegation(Filter.Negation filter) => filter.Filter.Accept(this);
    }
}
