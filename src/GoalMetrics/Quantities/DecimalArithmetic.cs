namespace GoalMetrics;

// Decimal arithmetic that says whether the result was too large, instead of throwing.
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

    // Seen from the digits where these are few, which takes a fraction of a comparison.
    public static bool IsAboveOne(decimal amount)
    {
        if (ExactDecimal.TryMantissa(amount, out var digits)
            && (amount.Scale >= PowersOfTen.Longs.Length || digits <= PowersOfTen.Longs[amount.Scale]))
        {
            return false;
        }

        return amount > 1m;
    }
}
