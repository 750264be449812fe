namespace GoalMetrics.Sources;

/// <summary>One method for each kind of <see cref="Filter"/>: an engine that lacks one does not compile.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class FilterVisitor<TResult>
{
    /// <summary>The dimension has one of the members.</summary>
    public abstract TResult VisitMemberIn(Filter.MemberIn filter);

    /// <summary>A derived dimension has one of some members.</summary>
    public abstract TResult VisitDerivedIn(Filter.DerivedIn filter);

    /// <summary>The column's value compares with a number in a stated way.</summary>
    public abstract TResult VisitValueCompare(Filter.ValueCompare filter);

    /// <summary>The column has no value.</summary>
    public abstract TResult VisitValueMissing(Filter.ValueMissing filter);

    /// <summary>Both hold.</summary>
    public abstract TResult VisitBoth(Filter.Both filter);

    /// <summary>At least one holds.</summary>
    public abstract TResult VisitEither(Filter.Either filter);

    /// <summary>The other filter does not hold.</summary>
    public abstract TResult VisitNegation(Filter.Negation filter);
}
