using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Sequential;

/// <summary>10,000 series without an effect, each read on 60 days: in how many does a method ever signal?</summary>
public sealed class DailyLookTests
{
    private const int Series = 10_000;
    private const int Days = 60;
    private const int PerDay = 100;
    private const double Share = 0.05;

    [Fact]
    public void Difference_OfTwoShares_RarelySignalsWhereTheZTestOftenDoes()
    {
        var random = new RandomNumbers(17);
        int sequences = 0, tests = 0;
        for (var series = 0; series < Series; series++)
        {
            long successes = 0, baseSuccesses = 0;
            bool signalled = false, rejected = false;
            for (var day = 1; day <= Days; day++)
            {
                successes += Converted(random);
                baseSuccesses += Converted(random);
                var trials = (long)day * PerDay;
                var interval = ConfidenceSequence.OfProportionDifference(successes, trials, baseSuccesses, trials);
                signalled |= interval.IsDefined && !interval.Contains(0);
                rejected |= !rejected && Proportion.PooledZTest(successes, trials, baseSuccesses, trials).IsSignificant();
            }

            sequences += signalled ? 1 : 0;
            tests += rejected ? 1 : 0;
        }

        Published(sequences, 0.0144);
        Published(tests, 0.3235);
    }

    [Fact]
    public void Proportion_OfOneShare_RarelyLeavesItOut()
    {
        var random = new RandomNumbers(18);
        var known = new Dictionary<(long Successes, long Trials), bool>();
        var sequences = 0;
        for (var series = 0; series < Series; series++)
        {
            var successes = 0L;
            var signalled = false;
            for (var day = 1; day <= Days; day++)
            {
                successes += Converted(random);
                var seen = (successes, (long)day * PerDay);
                if (!known.TryGetValue(seen, out var excluded))
                {
                    excluded = !ConfidenceSequence.OfProportion(seen.successes, seen.Item2).Contains(Share);
                    known.Add(seen, excluded);
                }

                signalled |= excluded;
            }

            sequences += signalled ? 1 : 0;
        }

        Published(sequences, 0.0032);
    }

    // Order values are skewed: exponential, with a mean of 1.
    [Fact]
    public void Mean_OfSkewedValues_RarelyLeavesItOut()
    {
        var random = new RandomNumbers(19);
        var sequences = 0;
        for (var series = 0; series < Series; series++)
        {
            double sum = 0, squares = 0;
            var signalled = false;
            for (var day = 1; day <= Days; day++)
            {
                for (var i = 0; i < PerDay; i++)
                {
                    var value = -Math.Log(1d - random.Uniform());
                    sum += value;
                    squares += value * value;
                }

                var n = (long)day * PerDay;
                var deviation = Math.Sqrt((squares - (sum * sum / n)) / (n - 1));
                signalled |= !ConfidenceSequence.OfMean(new SampleMoments(n, sum / n, deviation)).Contains(1d);
            }

            sequences += signalled ? 1 : 0;
        }

        Published(sequences, 0.0095);
    }

    // The page about evidence prints these shares; the last digit may differ where a machine rounds logarithms differently.
    private static void Published(int signals, double share) => ((double)signals / Series).Should().BeApproximately(share, 0.0011);

    private static int Converted(RandomNumbers random)
    {
        var count = 0;
        for (var i = 0; i < PerDay; i++)
        {
            count += random.Uniform() < Share ? 1 : 0;
        }

        return count;
    }
}
