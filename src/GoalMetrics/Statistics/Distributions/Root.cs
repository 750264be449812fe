namespace GoalMetrics.Statistics;

// Where a function of one variable crosses zero.
internal static class Root
{
    private const int MostSteps = 200;

    /// <summary>
    /// The root between two ends at which the function has different signs: regula falsi with the Illinois weights, and halving where
    /// that is slow. Stops when the ends are next to each other in double, or at a zero.
    /// </summary>
    public static double Between(Func<double, double> function, double low, double high)
    {
        double atLow = function(low), atHigh = function(high);
        for (var step = 0; step < MostSteps && atLow != 0d && atHigh != 0d; step++)
        {
            var width = high - low;
            var middle = low + (width / 2d);
            if (middle <= low || middle >= high)
            {
                break;
            }

            var guess = step % 4 == 3 ? middle : low - (atLow * (width / (atHigh - atLow)));
            var isInside = guess > low && guess < high;
            if (!isInside)
            {
                guess = middle;
            }

            var atGuess = function(guess);
            if (Math.Sign(atGuess) == Math.Sign(atLow))
            {
                (low, atLow, atHigh) = (guess, atGuess, atHigh / 2d);
            }
            else
            {
                (high, atHigh, atLow) = (guess, atGuess, atLow / 2d);
            }

            if (atGuess == 0d)
            {
                return guess;
            }
        }

        if (Math.Abs(atLow) < Math.Abs(atHigh))
        {
            return low;
        }

        return high;
    }
}
