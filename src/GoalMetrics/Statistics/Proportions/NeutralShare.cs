namespace GoalMetrics.Statistics;

// A share where few cases are known.
internal static class NeutralShare
{
    // The neutral prior: the median of what follows from it is close to the share in the data (Kerman 2011, Electronic Journal of
    // Statistics 5:1450-1470).
    private const double Prior = 1d / 3d;

    // How much the share of all says about one of its parts: as much as so many cases of the part.
    private const double Weight = 2d;

    public static double Of(double cases, double all) => (cases + Prior) / (all + (2d * Prior));

    public static double OfPart(double cases, double all, double shareOfAll) => (cases + (Weight * shareOfAll)) / (all + Weight);
}
