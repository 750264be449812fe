namespace GoalMetrics.Expressions;

/// <summary>A formula as a tree. Immutable; equal where it says the same.</summary>
internal abstract record Expression
{
    /// <summary>The result for these inputs, in the order of the formula's.</summary>
    public abstract Quantity Evaluate(ReadOnlySpan<Quantity> inputs);

    /// <summary>Whether it holds numbers only, so that it has no unit of its own.</summary>
    public virtual bool IsConstant => false;

    public sealed override string ToString() => new ExpressionWriter(ExpressionStyle.Text).Write(this);

    // A number beside a count is a count, and zero is zero of anything.
    protected static Quantity Fitted(Expression expression, Quantity value, Unit? beside, string doing)
    {
        if (!expression.IsConstant || !value.IsDefined
            || beside is null or { Kind: UnitKind.Ratio or UnitKind.PercentagePoint } || value.Unit == beside)
        {
            return value;
        }

        if (value.IsZero || beside.Kind == UnitKind.Count)
        {
            return value.WithUnit(beside);
        }

        throw new ArgumentException(
            $"Cannot {doing} {expression} and {beside}: a number in a text has no unit. Make it an input, and give it with its unit.");
    }
}
