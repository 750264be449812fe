namespace GoalMetrics;

/// <summary>Quantities of unlike units were added, subtracted or compared: a mistake in the program, not in the data.</summary>
public sealed class UnitMismatchException : InvalidOperationException
{
    internal UnitMismatchException(string message, Unit left, Unit right, Exception? inner = null)
        : base(message, inner)
    {
        Left = left;
        Right = right;
    }

    /// <summary>The unit of the first quantity.</summary>
    public Unit Left { get; }

    /// <summary>The unit of the second quantity.</summary>
    public Unit Right { get; }

    internal static UnitMismatchException For(string doing, Unit left, Unit right)
    {
        var advice = (left.Kind, right.Kind) switch
        {
            (UnitKind.Money, UnitKind.Money) => "convert one of them first, with ExchangeRate",
            (UnitKind.Count, UnitKind.Count) => "give both the same noun, or make them plain with WithUnit(Unit.Count())",
            (UnitKind.Count, UnitKind.Ratio) or (UnitKind.Ratio, UnitKind.Count) =>
                "a whole number is a count and a decimal is a ratio, so write 1m for 100 %",
            _ when left.TimeFactorTo(right) is not null => "convert one of them first, with In(unit)",
            _ => "both must have the same unit",
        };
        return new($"Cannot {doing} {left} and {right}: {advice}.", left, right);
    }
}
