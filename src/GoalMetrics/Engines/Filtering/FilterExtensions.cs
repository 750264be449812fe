using GoalMetrics.Sources;

namespace GoalMetrics;

// The library's own questions about filters.
internal static class FilterExtensions
{
    // Refuses dimensions and columns that the table does not have.
    public static void Check(this Filter filter, TableSchema table, string? parameter = "filter") =>
        filter.Accept(new AgainstTable(table, parameter));

    // Whether facts with this member of the dimension can pass, whatever else they have.
    public static bool LetsThrough(this Filter filter, string dimension, string? member) =>
        filter.Accept(new OfMember(dimension, member)) != false;

    // Whether facts of this member of a part of time can pass, by whatever name the filter calls it.
    public static bool LetsThrough(this Filter filter, DerivedDimension.OfTime dimension, string? member) =>
        filter.Accept(new OfPart(dimension, member)) != false;

    // The members that the filter names, at any depth.
    public static IReadOnlyList<Filter.MemberIn> Named(this Filter filter)
    {
        var named = new NamedMembers();
        filter.Accept(named);
        return named.Found;
    }

    // Whether only one member of the dimension can pass.
    public static bool Fixes(this Filter filter, string dimension) => filter.Accept(new OneMember(dimension));

    // The only member of the dimension that can pass; null where there are several, or where it is null.
    public static string? PinnedMember(this Filter filter, string dimension) => filter.Accept(new SoleMember(dimension));

    // Whether it looks at the column's values.
    public static bool Reads(this Filter filter, string column) => filter.Accept(new OfColumn(column));

    // Both, where there are two.
    public static Filter? And(Filter? one, Filter? other)
    {
        if (one is null)
        {
            return other;
        }

        if (other is null)
        {
            return one;
        }

        return one & other;
    }

    private sealed class AgainstTable(TableSchema table, string? parameter) : FilterVisitor<int>
    {
        public override int VisitDerivedIn(Filter.DerivedIn filter)
        {
            DerivedDimensions.Check(filter.Dimension, table, parameter);
            return 0;
        }

        public override int VisitMemberIn(Filter.MemberIn filter)
        {
            table.CheckDimension(filter.Dimension, parameter);
            return 0;
        }

        public override int VisitValueCompare(Filter.ValueCompare filter) => Check(filter.Column);

        public override int VisitValueMissing(Filter.ValueMissing filter) => Check(filter.Column);

        public override int VisitBoth(Filter.Both filter) => filter.Left.Accept(this) + filter.Right.Accept(this);

        public override int VisitEither(Filter.Either filter) => filter.Left.Accept(this) + filter.Right.Accept(this);

        public override int VisitNegation(Filter.Negation filter) => filter.Filter.Accept(this);

        private int Check(string column)
        {
            table.Column(column, parameter);
            return 0;
        }
    }

    private sealed class NamedMembers : FilterVisitor<int>
    {
        public List<Filter.MemberIn> Found { get; } = [];

        public override int VisitDerivedIn(Filter.DerivedIn filter) => 0;

        public override int VisitMemberIn(Filter.MemberIn filter)
        {
            Found.Add(filter);
            return 0;
        }

        public override int VisitValueCompare(Filter.ValueCompare filter) => 0;

        public override int VisitValueMissing(Filter.ValueMissing filter) => 0;

        public override int VisitBoth(Filter.Both filter) => filter.Left.Accept(this) + filter.Right.Accept(this);

        public override int VisitEither(Filter.Either filter) => filter.Left.Accept(this) + filter.Right.Accept(this);

        public override int VisitNegation(Filter.Negation filter) => filter.Filter.Accept(this);
    }

    private sealed class OneMember(string dimension) : FilterVisitor<bool>
    {
        public override bool VisitDerivedIn(Filter.DerivedIn filter) => false;

        public override bool VisitMemberIn(Filter.MemberIn filter) => filter.Dimension == dimension && filter.Members.Count <= 1;

        public override bool VisitValueCompare(Filter.ValueCompare filter) => false;

        public override bool VisitValueMissing(Filter.ValueMissing filter) => false;

        public override bool VisitBoth(Filter.Both filter) => filter.Left.Accept(this) || filter.Right.Accept(this);

        public override bool VisitEither(Filter.Either filter) => false;

        public override bool VisitNegation(Filter.Negation filter) => false;
    }

    private sealed class SoleMember(string dimension) : FilterVisitor<string?>
    {
        public override string? VisitDerivedIn(Filter.DerivedIn filter) => null;

        public override string? VisitMemberIn(Filter.MemberIn filter)
        {
            if (filter.Dimension == dimension && filter.Members.Count == 1)
            {
                return filter.Members[0];
            }

            return null;
        }

        public override string? VisitValueCompare(Filter.ValueCompare filter) => null;

        public override string? VisitValueMissing(Filter.ValueMissing filter) => null;

        public override string? VisitBoth(Filter.Both filter) => filter.Left.Accept(this) ?? filter.Right.Accept(this);

        public override string? VisitEither(Filter.Either filter) => null;

        public override string? VisitNegation(Filter.Negation filter) => null;
    }

    // Null where it depends on other dimensions or on values.
    private sealed class OfMember(string dimension, string? member) : FilterVisitor<bool?>
    {
        public override bool? VisitDerivedIn(Filter.DerivedIn filter) => null;

        public override bool? VisitMemberIn(Filter.MemberIn filter)
        {
            if (filter.Dimension == dimension)
            {
                return filter.Members.Contains(member);
            }

            return null;
        }

        public override bool? VisitValueCompare(Filter.ValueCompare filter) => null;

        public override bool? VisitValueMissing(Filter.ValueMissing filter) => null;

        public override bool? VisitBoth(Filter.Both filter) => filter.Left.Accept(this) & filter.Right.Accept(this);

        public override bool? VisitEither(Filter.Either filter) => filter.Left.Accept(this) | filter.Right.Accept(this);

        public override bool? VisitNegation(Filter.Negation filter) => !filter.Filter.Accept(this);
    }

    // Null where it depends on anything else.
    private sealed class OfPart(DerivedDimension.OfTime dimension, string? member) : FilterVisitor<bool?>
    {
        public override bool? VisitDerivedIn(Filter.DerivedIn filter)
        {
            if (filter.Dimension is DerivedDimension.OfTime time && time.Part == dimension.Part)
            {
                return filter.Members.Contains(member);
            }

            return null;
        }

        public override bool? VisitMemberIn(Filter.MemberIn filter) => null;

        public override bool? VisitValueCompare(Filter.ValueCompare filter) => null;

        public override bool? VisitValueMissing(Filter.ValueMissing filter) => null;

        public override bool? VisitBoth(Filter.Both filter) => filter.Left.Accept(this) & filter.Right.Accept(this);

        public override bool? VisitEither(Filter.Either filter) => filter.Left.Accept(this) | filter.Right.Accept(this);

        public override bool? VisitNegation(Filter.Negation filter) => !filter.Filter.Accept(this);
    }

    private sealed class OfColumn(string column) : FilterVisitor<bool>
    {
        public override bool VisitDerivedIn(Filter.DerivedIn filter) =>
            filter.Dimension is DerivedDimension.OfNumber bands && bands.Column == column;

        public override bool VisitMemberIn(Filter.MemberIn filter) => false;

        public override bool VisitValueCompare(Filter.ValueCompare filter) => filter.Column == column;

        public override bool VisitValueMissing(Filter.ValueMissing filter) => filter.Column == column;

        public override bool VisitBoth(Filter.Both filter) => filter.Left.Accept(this) || filter.Right.Accept(this);

        public override bool VisitEither(Filter.Either filter) => filter.Left.Accept(this) || filter.Right.Accept(this);

        public override bool VisitNegation(Filter.Negation filter) => filter.Filter.Accept(this);
    }
}
