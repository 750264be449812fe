namespace GoalMetrics.Statistics;

/// <summary>The result of a two-sided test. Immutable and safe to share between threads.</summary>
public sealed partial class HypothesisTest
{
    internal HypothesisTest(TestMethod method, long n, double? testStatistic, double? degreesOfFreedom, Statistic pValue) =>
        (Method, N, TestStatistic, DegreesOfFreedom, PValue) = (method, n, testStatistic, degreesOfFreedom, pValue);

    internal HypothesisTest(TestMethod method, long n, UndefinedReason reason, string cause)
        : this(method, n, null, null, Statistic.Undefined(reason, cause))
    {
    }

    /// <summary>How it was tested.</summary>
    public TestMethod Method { get; }

    /// <summary>How many observations it rests on, those of all sides.</summary>
    public long N { get; }

    /// <summary>The test statistic (z, t or chi-square); null for an exact test, and where the test is undefined.</summary>
    public double? TestStatistic { get; }

    /// <summary>The degrees of freedom; null where the method has none, and where the test is undefined.</summary>
    public double? DegreesOfFreedom { get; }

    /// <summary>
    /// How likely a statistic at least as extreme is if there is no effect; undefined where the data cannot answer. Below 1e-300 it may
    /// be 0.
    /// </summary>
    public Statistic PValue { get; }

    /// <summary>Whether the p-value is at most the significance. False where it is undefined.</summary>
    /// <param name="significance">The accepted share of false alarms, between 0 and 1; defaults to 0.05.</param>
    public bool IsSignificant(double significance = 0.05)
    {
        Require.Share(significance);
        return PValue.IsDefined && PValue.Value <= significance;
    }

    /// <summary>Method, test statistic and p-value, in the invariant culture.</summary>
    public override string ToString()
    {
        if (TestStatistic is { } value)
        {
            return FormattableString.Invariant($"{Method}: {value:G6}, p = {PValue}");
        }

        return FormattableString.Invariant($"{Method}: p = {PValue}");
    }
}
