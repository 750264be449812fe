namespace GoalMetrics;

// Decimal arithmetic that says whether the result was too large, instead of throwing. The result is returned, and so comes in registers;
// an out parameter is written to memory in parts and read back at once, for which the processor waits as long as for another sum.
internal static class DecimalArithmetic
{
    public static decimal Add(decimal left, decimal right, out bool fits)
    {
        try
        {
            fits = true;
            return left + right;
        }
        catch (OverflowException)
        {
            fits = false;
            return 0m;
        }
    }

    public static decimal Subtract(decimal left, decimal right, out bool fits) => Add(left, -right, out fits);

    public static decimal Multiply(decimal left, decimal right, out bool fits)
    {
        try
        {
            fits = true;
            return left * right;
        }
        catch (OverflowException)
        {
            fits = false;
            return 0m;
        }
    }

    public static decimal Divide(decimal dividend, decimal divisor, out bool fits)
    {
        try
        {
            fits = true;
            return dividend / divisor;
        }
        catch (OverflowException)
        {
            fits = false;
            return 0m;
        }
    }

    // From 0 to 1, as the digits tell where they fit a long: a comparison with 1 takes as long as a product.
    public static bool IsShare(decimal amount) =>
        amount.Scale < PowersOfTen.Longs.Length && ExactDecimal.TryMantissa(amount, out var digits)
            ? digits >= 0 && digits <= PowersOfTen.Longs[amount.Scale]
            : IsFromZeroToOne(amount);

    private static bool IsFromZeroToOne(decimal amount) => amount is >= 0m and <= 1m;
}
