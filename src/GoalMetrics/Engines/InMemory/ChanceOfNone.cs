using GoalMetrics.Statistics;

namespace GoalMetrics;

// How often chance leaves a day without facts of a table that has few a day, as a shop with three orders a day has none on one day in
// twenty. Facts that come together, such as the lines of an order, leave more days empty than as many that come alone: e^(-mean²/variance)
// of all days at most, by Cauchy and Schwarz (a compound Poisson distribution). Where facts come alone, it is Poisson's own chance.
internal sealed class ChanceOfNone
{
    private const int Week = 7;
    private const int Rounds = 20;

    // A day is compared with the same weekday of so many weeks before and after: a shop that grows had few facts only at first.
    private const int Weeks = 6;

    // Counts that vary by less are planned, such as one fact a day: an empty day is no accident then.
    private const double LeastSpread = 0.5;

    private readonly Dictionary<int, double> _chances = [];

    // The days in ascending order, and the facts of each day by its number.
    public ChanceOfNone(IReadOnlyList<int> days, int[] facts)
    {
        var weekdays = days.GroupBy(day => day % Week).Select(weekday => weekday.ToList()).ToList();
        var spread = Spread(weekdays, facts);
        foreach (var weekday in weekdays)
        {
            var known = weekday.FindAll(day => facts[day] > 0);
            var before = 0;
            foreach (var day in weekday)
            {
                _chances.Add(day, Chance(Mean(known, before, facts), spread));
                before += facts[day] > 0 ? 1 : 0;
            }
        }
    }

    // The chance that so many of the days or more are empty.
    public double OfAsMany(int empty, IEnumerable<int> days) => Poisson.AtLeast(empty, days.Sum(day => _chances[day]));

    // How often days like these can be expected to be empty in a row, wherever that begins: a number that may be above 1.
    public double OfRun(IEnumerable<int> run) => _chances.Count * run.Aggregate(1d, (chance, day) => chance * _chances[day]);

    // Of the days nearest to it that have facts, on the side that has fewer.
    private static double Mean(List<int> known, int before, int[] facts)
    {
        var (earlier, later) = (Math.Min(before, Weeks), Math.Min(known.Count - before, Weeks));
        return Math.Min(MeanOf(before - earlier, earlier), MeanOf(before, later));

        double MeanOf(int from, int count) =>
            count == 0 ? double.PositiveInfinity : known.GetRange(from, count).Average(day => facts[day]);
    }

    // The variance over the mean in the whole table, by how far counts lie from that of the week before: 1 for those of Poisson, however
    // they rise and fall.
    private static double Spread(List<List<int>> weekdays, int[] facts)
    {
        double squares = 0d, pairs = 0d;
        foreach (var weekday in weekdays)
        {
            var counts = weekday.Select(day => (double)facts[day]).Where(count => count > 0d).ToList();
            squares += counts.Zip(counts.Skip(1), (one, next) => Math.Pow(next - one, 2d) / (next + one)).Sum();
            pairs += Math.Max(0, counts.Count - 1);
        }

        if (pairs > 0d)
        {
            return squares / pairs;
        }

        return 0d;
    }

    // The mean is one of days that have facts; that of all days is as much smaller as some have none.
    private static double Chance(double mean, double spread)
    {
        if (spread < LeastSpread)
        {
            return 0d;
        }

        var none = 0d;
        for (var i = 0; i < Rounds; i++)
        {
            none = Math.Exp(-mean * (1d - none) / Math.Max(1d, spread));
        }

        return none;
    }
}
