using GoalMetrics.Sources;

namespace GoalMetrics;

// What a filter asks of the facts of one part of time: whether all of them pass or none does, or else what each has to pass.
internal readonly record struct PartCondition
{
    // Null where it depends on the fact.
    public bool? All { get; private init; }

    public Filter? Rest { get; private init; }

    public static PartCondition Of(bool all) => new() { All = all };

    public static PartCondition Of(Filter rest) => new() { Rest = rest };

    // Of no filter, all facts pass.
    public static PartCondition Of(Filter? filter, ReportingPeriod part, Grain grain)
    {
        if (filter is null)
        {
            return Of(true);
        }

        return filter.Accept(new InPart(part, grain));
    }

    // What is known of all facts of the part leaves the filter; the rest stays as it was written.
    private sealed class InPart(ReportingPeriod part, Grain grain) : FilterVisitor<PartCondition>
    {
        public override PartCondition VisitMemberIn(Filter.MemberIn filter) => Of(filter);

        public override PartCondition VisitValueCompare(Filter.ValueCompare filter) => Of(filter);

        public override PartCondition VisitValueMissing(Filter.ValueMissing filter) => Of(filter);

        public override PartCondition VisitDerivedIn(Filter.DerivedIn filter)
        {
            if (filter.Dimension is not DerivedDimension.OfTime time)
            {
                return Of(filter);
            }

            if (DerivedDimensions.IsWithin(time.Part, grain))
            {
                return Of(filter.Members.Any(member => MemberParts.Occurs(time, member, part)));
            }

            if (filter.Members.Any(member => MemberParts.Occurs(time, member, part)))
            {
                return Of(filter);
            }

            return Of(false);
        }

        public override PartCondition VisitBoth(Filter.Both filter)
        {
            var (left, right) = (filter.Left.Accept(this), filter.Right.Accept(this));
            if (left.All is { } known)
            {
                return known ? right : left;
            }

            if (right.All is { } other)
            {
                return other ? left : right;
            }

            if (left.Rest == filter.Left && right.Rest == filter.Right)
            {
                return Of(filter);
            }

            return Of(left.Rest! & right.Rest!);
        }

        public override PartCondition VisitEither(Filter.Either filter)
        {
            var (left, right) = (filter.Left.Accept(this), filter.Right.Accept(this));
            if (left.All is { } known)
            {
                return known ? left : right;
            }

            if (right.All is { } other)
            {
                return other ? right : left;
            }

            if (left.Rest == filter.Left && right.Rest == filter.Right)
            {
                return Of(filter);
            }

            return Of(left.Rest! | right.Rest!);
        }

        public override PartCondition VisitNegation(Filter.Negation filter)
        {
            var negated = filter.Filter.Accept(this);
            if (negated.All is { } known)
            {
                return Of(!known);
            }

            if (negated.Rest == filter.Filter)
            {
                return Of(filter);
            }

            return Of(!negated.Rest!);
        }
    }
}
