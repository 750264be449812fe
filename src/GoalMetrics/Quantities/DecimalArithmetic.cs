namespace GoalMetrics;

// Whether results fit a decimal, and arithmetic that says so instead of throwing.
internal static class DecimalArithmetic
{
    // A little less than the largest decimal, 7.92e28, as estimates are rounded.
    private const double SafelySmall = 7.9e28;

    private const double SafelyBelowOne = 0.999_999;

    // Whether an estimate shows that the result fits, as it almost always does: that takes less time than to stand ready for an exception,
    // which also keeps the compiler from inlining.
    public static bool SumFits(decimal left, decimal right) => Math.Abs((double)left + (double)right) < SafelySmall;

    public static bool ProductFits(decimal left, decimal right) => Math.Abs((double)left * (double)right) < SafelySmall;

    // Not where the divisor is 0.
    public static bool QuotientFits(decimal dividend, decimal divisor) =>
        Math.Abs((double)dividend) < SafelySmall * Math.Abs((double)divisor);

    // Exactly, where the estimate does not show it.
    public static bool TryAdd(decimal left, decimal right, out decimal sum)
    {
        try
        {
            sum = left + right;
            return true;
        }
        catch (OverflowException)
        {
            sum = 0m;
            return false;
        }
    }

    public static bool TryMultiply(decimal left, decimal right, out decimal product)
    {
        try
        {
            product = left * right;
            return true;
        }
        catch (OverflowException)
        {
            product = 0m;
            return false;
        }
    }

    public static bool TryDivide(decimal dividend, decimal divisor, out decimal quotient)
    {
        try
        {
            quotient = dividend / divisor;
            return true;
        }
        catch (OverflowException)
        {
            quotient = 0m;
            return false;
        }
    }

    // From 0 to 1, which a double shows but near the ends: a comparison of decimals takes as long as a product.
    public static bool IsShare(decimal amount) => (double)amount is > 0d and < SafelyBelowOne || IsFromZeroToOne(amount);

    private static bool IsFromZeroToOne(decimal amount) => amount is >= 0m and <= 1m;
}
