using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using GoalMetrics.Statistics;

namespace GoalMetrics;

/// <summary>Whether two shares of counts differ by more than noise, such as this month's conversion rate and the last. Immutable.</summary>
/// <remarks>
/// It is about one difference that was of interest beforehand. Of many differences some look large by chance: see
/// <see cref="Statistics.AdjustedPValues"/>, and <see cref="SignalReport"/> for a series.
/// </remarks>
[JsonConverter(typeof(ResultConverter<ShareComparison>))]
public sealed partial class ShareComparison
{
    private static readonly LocalizedText
        Exact = new("{0}, p = {1} by Fisher's exact test", "{0}, p = {1} ved Fishers eksakte test"),
        Noise = new("{0}: within the noise", "{0}: inden for støjen"),
        More = new("{0}: more than noise", "{0}: mere end støj"),
        Few = new("{0} ({1} of {2} against {3} of {4}: few)", "{0} ({1} af {2} mod {3} af {4}: få)");

    private readonly ShareCounts _from;
    private readonly ShareCounts _to;
    private readonly double _level;

    internal ShareComparison(ShareCounts from, ShareCounts to, double level)
    {
        (_from, _to, _level) = (from, to, level);
        (From, To) = (from.Interval(level), to.Interval(level));
        var difference = Proportion.Difference(to.Successes, to.Trials, from.Successes, from.Trials, level);
        if ((from.Reason ?? to.Reason) is { } reason)
        {
            Difference = new(reason, from.Cause ?? to.Cause, level, 0, difference.Method, Unit.PercentagePoint);
        }
        else
        {
            Difference = difference;
        }

        RestsOnFew = Difference.IsDefined && (from.IsFew || to.IsFew);
        if (RestsOnFew)
        {
            Test = Proportion.FisherExactTest(to.Successes, to.Trials, from.Successes, from.Trials);
        }
        else
        {
            Test = Proportion.PooledZTest(to.Successes, to.Trials, from.Successes, from.Trials);
        }
    }

    /// <summary>The share that is compared with: Wilson's interval.</summary>
    public Interval From { get; }

    /// <summary>The share itself: Wilson's interval.</summary>
    public Interval To { get; }

    /// <summary>The difference in percentage points: Newcombe's hybrid score interval. Undefined where a side is.</summary>
    public Interval Difference { get; }

    /// <summary>
    /// The test of both being the same: the pooled z test, or Fisher's exact test where they rest on few. Its p-value is undefined where a
    /// side is.
    /// </summary>
    public HypothesisTest Test { get; }

    /// <summary>Whether either side has fewer than five of either outcome: a percentage of them says little.</summary>
    public bool RestsOnFew { get; }

    /// <summary>
    /// Whether there is a difference at the level: where 0 lies outside its interval, and of few, where the exact test finds one. Null
    /// where the difference is undefined.
    /// </summary>
    public bool? IsMoreThanNoise
    {
        get
        {
            if (!Difference.IsDefined || !Test.PValue.IsDefined)
            {
                return null;
            }

            if (RestsOnFew)
            {
                return Test.IsSignificant(1d - _level);
            }

            return !Difference.Contains(0d);
        }
    }

    /// <summary>The difference in words: <c>0.7 pp [-0.1 pp; 1.5 pp]: within the noise</c>.</summary>
    public override string ToString() => ToText();

    /// <summary>The difference in words; where it rests on few, the counts too.</summary>
    /// <param name="culture">The language and figures. Defaults to English.</param>
    public string ToText(CultureInfo? culture = null)
    {
        if (IsMoreThanNoise is not { } isMore)
        {
            return Difference.ToString(culture);
        }

        var figures = culture ?? CultureInfo.InvariantCulture;
        var interval = Difference.ToString("G2", culture);
        if (RestsOnFew)
        {
            interval = string.Format(figures, Exact.In(culture), interval, Test.PValue.ToString("G2", figures));
        }

        var text = string.Format(figures, (isMore ? More : Noise).In(culture), interval);
        if (RestsOnFew)
        {
            return string.Format(figures, Few.In(culture), text, _to.Successes, _to.Trials, _from.Successes, _from.Trials);
        }

        return text;
    }
}
