using GoalMetrics.Sources;

namespace GoalMetrics;

// Finds a filter that compares amounts of several currencies with one number: 100 is not the same in euros and in yen.
internal sealed class MixedComparison(TableSchema table) : FilterVisitor<FactColumn?>
{
    public static void Check(Metric metric, Filter? filter)
    {
        if (filter is not null)
        {
            CheckFilter(metric, filter);
        }
    }

    private static void CheckFilter(Metric metric, Filter filter)
    {
        if (metric.Table.Columns.All(column => column.CurrencyDimension is null)
            || filter.Accept(new MixedComparison(metric.Table)) is not { } mixed)
        {
            return;
        }

        var currency = mixed.CurrencyDimension;
        throw new InvalidOperationException(
            $"A filter of '{metric.Id}' compares '{mixed.Name}' with one number, but its amounts are in the currencies of '{currency}'."
            + $" Compare those of one currency: Filter.Equal(\"{currency}\", \"EUR\") & …, and add others with |.");
    }

    public override FactColumn? VisitMemberIn(Filter.MemberIn filter) => null;

    // What is above zero is so in any currency.
    public override FactColumn? VisitDerivedIn(Filter.DerivedIn filter) => null;

    public override FactColumn? VisitValueCompare(Filter.ValueCompare filter)
    {
        if (filter.Value != 0m && table.Column(filter.Column, nameof(filter)) is { CurrencyDimension: not null } column)
        {
            return column;
        }

        return null;
    }

    public override FactColumn? VisitValueMissing(Filter.ValueMissing filter) => null;

    public override FactColumn? VisitBoth(Filter.Both filter) =>
        Mixed(filter, filter.Left.Accept(this)) ?? Mixed(filter, filter.Right.Accept(this));

    public override FactColumn? VisitEither(Filter.Either filter) => filter.Left.Accept(this) ?? filter.Right.Accept(this);

    public override FactColumn? VisitNegation(Filter.Negation filter) => filter.Filter.Accept(this);

    // Not where the other half of the filter lets through one currency alone.
    private static FactColumn? Mixed(Filter whole, FactColumn? compared)
    {
        if (compared is not null && whole.PinnedMember(compared.CurrencyDimension!) is null)
        {
            return compared;
        }

        return null;
    }
}
