using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Statistics;

/// <summary>How an interval was computed.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IntervalMethod>))]
public enum IntervalMethod
{
    /// <summary>Given by the caller.</summary>
    Given = 0,

    /// <summary>Wilson's score interval of a proportion.</summary>
    Wilson,

    /// <summary>Wilson's score interval of a proportion with continuity correction.</summary>
    WilsonContinuityCorrected,

    /// <summary>Newcombe's hybrid score interval of a difference of two proportions.</summary>
    NewcombeHybridScore,

    /// <summary>Student's t interval of a mean.</summary>
    StudentT,

    /// <summary>Welch's interval of a difference of two means.</summary>
    Welch,

    /// <summary>The delta method, of a ratio of two sums or of a difference of two ratios.</summary>
    DeltaMethod,

    /// <summary>Ranks of the pairwise slopes (Sen).</summary>
    SenSlope,

    /// <summary>A confidence sequence of a proportion: valid at every look (beta mixture).</summary>
    BetaMixtureSequence,

    /// <summary>An asymptotic confidence sequence: valid at every look once it rests on enough observations.</summary>
    AsymptoticSequence,

    /// <summary>Quantiles of a forecast's sample paths.</summary>
    SamplePaths,
}
