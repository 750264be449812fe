namespace GoalMetrics.Sources;

/// <summary>One method for each kind of <see cref="DerivedDimension"/>.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class DerivedDimensionVisitor<TResult>
{
    /// <summary>A part of the local time of a fact.</summary>
    public abstract TResult VisitOfTime(DerivedDimension.OfTime dimension);

    /// <summary>The band that a value of a fact lies in.</summary>
    public abstract TResult VisitOfNumber(DerivedDimension.OfNumber dimension);
}
