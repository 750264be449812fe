namespace GoalMetrics.Statistics;

// The least value of a function between two ends by golden sections: where it has one dip, that.
internal static class BoundedMinimum
{
    public static double Find(Func<double, double> function, double low, double high, double tolerance = 1e-7)
    {
        const double golden = 0.6180339887498949;
        double left = high - (golden * (high - low)), right = low + (golden * (high - low));
        double atLeft = function(left), atRight = function(right);
        while (high - low > tolerance)
        {
            if (atLeft <= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (golden * (high - low));
                atLeft = function(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (golden * (high - low));
                atRight = function(right);
            }
        }

        return (low + high) / 2d;
    }
}
