using GoalMetrics.Statistics;

namespace GoalMetrics;

// How often chance leaves a day without facts of a table that has few a day, as a shop with three orders a day has none on one day in
// twenty. Counts of a weekday are taken to be spread as Poisson's are, or as much wider as they are (negative binomial).
internal sealed class ChanceOfNone
{
    private const int Week = 7;
    private const int Rounds = 20;

    // Counts that vary by less are planned, such as one fact a day: an empty day is no accident then.
    private const double LeastSpread = 0.5;

    private readonly List<int> _days;
    private readonly double[] _ofWeekday = new double[Week];

    public ChanceOfNone(List<int> days, int[] facts)
    {
        _days = days;
        var means = Means(days, facts);
        var spread = Spread(days, facts, means);
        for (var weekday = 0; weekday < Week; weekday++)
        {
            _ofWeekday[weekday] = spread < LeastSpread || means[weekday] <= 0d ? 0d : ChanceOfZero(means[weekday], spread);
        }
    }

    // The chance that so many of the days or more are empty.
    public double OfAsMany(int empty, int days) => Poisson.AtLeast(empty, _days.Sum(ChanceOn) * days / _days.Count);

    // How often days like these are empty in a row, wherever that begins.
    public double OfRun(List<int> run) => _days.Count * run.Aggregate(1d, (chance, day) => chance * ChanceOn(day));

    private double ChanceOn(int day) => _ofWeekday[day % Week];

    private static double[] Means(List<int> days, int[] facts)
    {
        var (sums, counts) = (new double[Week], new int[Week]);
        foreach (var day in days.Where(day => facts[day] > 0))
        {
            sums[day % Week] += facts[day];
            counts[day % Week]++;
        }

        return [.. sums.Zip(counts, (sum, count) => count == 0 ? 0d : sum / count)];
    }

    // The mean of squares of how far counts lie from what is usual on their weekday, each over what is usual: 1 for those of Poisson.
    private static double Spread(List<int> days, int[] facts, double[] means)
    {
        var counts = days.FindAll(day => facts[day] > 0);
        var degrees = counts.Count - means.Count(mean => mean > 0d);
        var squares = counts.Sum(day => Math.Pow(facts[day] - means[day % Week], 2d) / means[day % Week]);
        if (degrees > 0)
        {
            return squares / degrees;
        }

        return 0d;
    }

    // The mean is one of days that have facts; that of all days is as much smaller as some have none.
    private static double ChanceOfZero(double mean, double spread)
    {
        var rate = spread > 1d ? Math.Log(spread) / (spread - 1d) : 1d;
        var none = 0d;
        for (var i = 0; i < Rounds; i++)
        {
            none = Math.Exp(-rate * mean * (1d - none));
        }

        return none;
    }
}
