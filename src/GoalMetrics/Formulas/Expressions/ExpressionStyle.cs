namespace GoalMetrics.Expressions;

internal enum ExpressionStyle
{
    /// <summary>As it is parsed: <c>pow(end / start, 1 / periods) - 1</c>.</summary>
    Text,

    /// <summary>As it is read: <c>(end / start)^(1 / periods) − 1</c>.</summary>
    Plain,

    /// <summary>As LaTeX.</summary>
    Latex,
}
