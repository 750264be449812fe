using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics;

/// <summary>What a <see cref="SignalReport"/> reads, and how its limits are computed. Immutable.</summary>
/// <remarks>
/// All but <see cref="Where"/> and the measures of shifts can be read from JSON (<see cref="GoalMetrics.Json.SignalOptionsConverter"/>)
/// and from an application's configuration.
/// </remarks>
public sealed partial class SignalOptions
{
    /// <summary>The defaults: every measure as often as it is read, from its first fact on, limits from all values, all rules.</summary>
    public static SignalOptions Default { get; } = new();

    /// <summary>
    /// The periods of all measures. Null, the default, for those that a KPI or performance indicator is read by, and days for any other
    /// measure.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the named grains.</exception>
    public Grain? Grain
    {
        get;
        init => field = EnumValue.Checked(value, nameof(Grain));
    }

    /// <summary>The first date that is read. Null, the default, for the first fact of each measure.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Only facts that match. Null, the default, for all.</summary>
    public Filter? Where { get; init; }

    /// <summary>
    /// How many periods of each stretch between declared shifts the limits are computed from, and frozen then. Null, the default, for all.
    /// At least six; limits of ten periods or more are dependable. Freeze them on a time that was as usual, so that
    /// what happened since stands out. Days on which the business is closed are among these periods, and not in the limits.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 6.</exception>
    public int? Baseline
    {
        get;
        init
        {
            if (value < 6)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "Expected at least 6 periods.");
            }

            field = value;
        }
    }

    /// <summary>The days from which on the processes are known to be others; none by default.</summary>
    /// <exception cref="ArgumentException">One is null.</exception>
    public IReadOnlyList<DeclaredShift> Shifts { get; init => field = Copies.Of(value); } = [];

    /// <summary>
    /// The rules of charts that signal. Null, the default, for all; empty for none. Data that are late or missing always signal.
    /// </summary>
    /// <exception cref="ArgumentException">One is not a named rule.</exception>
    public IReadOnlyList<ChartRule>? Rules
    {
        get;
        init
        {
            var rules = value is null ? null : Copies.Of(value);
            if (rules is not null && !rules.All(Enum.IsDefined))
            {
                throw new ArgumentException("Expected rules of ChartRule.", nameof(value));
            }

            field = rules;
        }
    }

    internal bool Has(ChartRule rule) => Rules is null || Rules.Contains(rule);
}
