namespace EngineTests.Contract.Generating;

// A filter and all that it is made of.
internal sealed class FilterParts : FilterVisitor<IEnumerable<Filter>>
{
    public static IEnumerable<Filter> Of(Filter? filter) => filter?.Accept(new FilterParts()) ?? [];

    public override IEnumerable<Filter> VisitMemberIn(Filter.MemberIn filter) => [filter];

    public override IEnumerable<Filter> VisitDerivedIn(Filter.DerivedIn filter) => [filter];

    public override IEnumerable<Filter> VisitValueCompare(Filter.ValueCompare filter) => [filter];

    public override IEnumerable<Filter> VisitValueMissing(Filter.ValueMissing filter) => [filter];

    public override IEnumerable<Filter> VisitBoth(Filter.Both filter) =>
        [filter, .. filter.Left.Accept(this), .. filter.Right.Accept(this)];

    public override IEnumerable<Filter> VisitEither(Filter.Either filter) =>
        [filter, .. filter.Left.Accept(this), .. filter.Right.Accept(this)];

    public override IEnumerable<Filter> VisitNegation(Filter.Negation filter) => [filter, .. filter.Filter.Accept(this)];
}
