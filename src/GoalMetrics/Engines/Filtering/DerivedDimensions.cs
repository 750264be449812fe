using GoalMetrics.Sources;

namespace GoalMetrics;

// The library's own questions about derived dimensions.
internal static class DerivedDimensions
{
    // Those that a filter names, at any depth.
    public static IReadOnlyList<DerivedDimension> In(Filter? filter)
    {
        var named = new NamedDimensions();
        filter?.Accept(named);
        return named.Found;
    }

    // Whether a request takes an engine that derives dimensions.
    public static bool AreIn(AggregateRequest request) => request.Derived.Count > 0
        || In(request.Filter).Count > 0
        || request.Aggregates.Any(AreIn);

    public static bool AreIn(Aggregate aggregate) => FiltersOf(aggregate).Any(filter => In(filter).Count > 0);

    // Refuses what the facts of the table cannot be grouped or filtered by.
    public static void Check(DerivedDimension dimension, TableSchema table, string? parameter)
    {
        if (table.HasDimension(dimension.Name))
        {
            throw new ArgumentException(
                $"Table '{table}' has a dimension {Shown.Quote(dimension.Name)} already."
                + $" Give the grouping another name with As, such as As(\"{dimension.Name}-of-time\").",
                parameter);
        }

        dimension.Accept(new AgainstTable(table, parameter));
    }

    public static IEnumerable<Filter?> FiltersOf(Aggregate aggregate) => aggregate switch
    {
        Aggregate.Balance balance => [balance.Filter, balance.Among],
        Aggregate.OfConversions { Match: var match } conversion => [conversion.Filter, match.BaseFilter, match.ConversionFilter],
        _ => [aggregate.Filter],
    };

    // Whether all of a period of the grain has the same part.
    public static bool IsWithin(TimePart part, Grain grain) => part switch
    {
        TimePart.HourOfDay => grain == Grain.Hour,
        TimePart.MonthOfYear => grain is Grain.Hour or Grain.Day or Grain.Month,
        _ => grain is Grain.Hour or Grain.Day,
    };

    private sealed class AgainstTable(TableSchema table, string? parameter) : DerivedDimensionVisitor<int>
    {
        public override int VisitOfTime(DerivedDimension.OfTime dimension)
        {
            if (dimension.Part == TimePart.HourOfDay && table.Time == FactTime.Date)
            {
                throw new ArgumentException(
                    $"Table '{table}' has dates, and no times of day: it cannot be asked by '{dimension.Name}'. Load instants.", parameter);
            }

            var isSplit = table.FactGrain is { } grain && !IsWithin(dimension.Part, grain);
            if (isSplit)
            {
                throw new ArgumentException(
                    $"Each fact of table '{table}' is the total of a whole {table.FactGrain!.Value.Title()}: it cannot be asked by"
                    + $" '{dimension.Name}'. Load finer facts.",
                    parameter);
            }

            return 0;
        }

        public override int VisitOfNumber(DerivedDimension.OfNumber dimension)
        {
            if (table.Column(dimension.Column, parameter).CurrencyDimension is { } currency)
            {
                throw new ArgumentException(
                    $"Column '{dimension.Column}' of table '{table}' is money in the currency of its '{currency}': a band of it would put"
                    + " 100 yen beside 100 euros. Load the values in one currency, with ExchangeRates.Convert.",
                    parameter);
            }

            return 0;
        }
    }

    private sealed class NamedDimensions : FilterVisitor<int>
    {
        public List<DerivedDimension> Found { get; } = [];

        public override int VisitMemberIn(Filter.MemberIn filter) => 0;

        public override int VisitDerivedIn(Filter.DerivedIn filter)
        {
            Found.Add(filter.Dimension);
            return 0;
        }

        public override int VisitValueCompare(Filter.ValueCompare filter) => 0;

        public override int VisitValueMissing(Filter.ValueMissing filter) => 0;

        public override int VisitBoth(Filter.Both filter) => filter.Left.Accept(this) + filter.Right.Accept(this);

        public override int VisitEither(Filter.Either filter) => filter.Left.Accept(this) + filter.Right.Accept(this);

        public override int VisitNegation(Filter.Negation filter) => filter.Filter.Accept(this);
    }
}
