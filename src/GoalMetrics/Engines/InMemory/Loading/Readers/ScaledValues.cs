namespace GoalMetrics;

// Values of which a cell holds a multiple, such as cents.
internal static class ScaledValues
{
    public static CellProblem? StageScaled(this ValueColumn column, int slot, object? cell, decimal scaledBy, CellText text)
    {
        if (CellParser.Number(cell, column.Definition.Unit, text, out var number) is { } expected)
        {
            return new(CellParser.Describe(cell), expected);
        }

        // A share that says itself that it is one of a hundred.
        if (cell is string written && written.Contains('%', StringComparison.Ordinal))
        {
            var scale = CellParser.Text(scaledBy);
            return new(CellParser.Describe(cell), $"a number without %, as it is scaled by {scale}; leave scaledBy out");
        }

        if (number is not { } count)
        {
            return column.StageNull(slot);
        }

        if (Product(count, scaledBy) is { } amount)
        {
            return column.Stage(slot, amount);
        }

        return new(CellParser.Describe(cell), $"a number that is exact after it was scaled by {CellParser.Text(scaledBy)}");
    }

    // Null if it has more digits than a decimal.
    private static decimal? Product(decimal number, decimal factor)
    {
        try
        {
            var (mantissa, other) = (ExactDecimal.Mantissa(number), ExactDecimal.Mantissa(factor));
            var exact = (System.Numerics.BigInteger)mantissa * (System.Numerics.BigInteger)other;
            if (ExactDecimal.From(exact, number.Scale + factor.Scale, out var isExact) is { } product && isExact)
            {
                return product;
            }

            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
