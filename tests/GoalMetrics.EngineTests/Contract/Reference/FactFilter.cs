namespace EngineTests.Contract.Reference;

// Whether a fact passes a filter. A comparison with no value is false, and its negation is true.
internal sealed class FactFilter(FactSet table, Fact fact) : FilterVisitor<bool>
{
    public override bool VisitMemberIn(Filter.MemberIn filter) =>
        filter.Members.Contains(table.MemberOf(fact, filter.Dimension), StringComparer.Ordinal);

    public override bool VisitDerivedIn(Filter.DerivedIn filter) =>
        filter.Members.Contains(filter.Dimension.Accept(new FactMember(table, fact)));

    public override bool VisitValueCompare(Filter.ValueCompare filter)
    {
        var value = table.ValueOf(fact, filter.Column);
        return filter.Comparison switch
        {
            Comparison.Equal => value == filter.Value,
            Comparison.Less => value < filter.Value,
            Comparison.LessOrEqual => value <= filter.Value,
            Comparison.Greater => value > filter.Value,
            Comparison.GreaterOrEqual => value >= filter.Value,
            _ => throw new NotSupportedException($"{filter.Comparison}"),
        };
    }

    public override bool VisitValueMissing(Filter.ValueMissing filter) => table.ValueOf(fact, filter.Column) is null;

    public override bool VisitBoth(Filter.Both filter) => filter.Left.Accept(this) && filter.Right.Accept(this);

    public override bool VisitEither(Filter.Either filter) => filter.Left.Accept(this) || filter.Right.Accept(this);

    public override bool VisitNegation(Filter.Negation filter) => !filter.Filter.Accept(this);
}
