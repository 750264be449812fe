using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// The change of a measure of converted money, split into the change at constant rates and the effect of the rates. Both sum to the change
/// exactly. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<RateEffect>))]
public sealed partial class RateEffect
{
    internal RateEffect(Change change, Quantity atEarlierRates)
    {
        Change = change;
        AtConstantRates = GoalMetrics.Change.Between(change.From, atEarlierRates);
        OfRates = GoalMetrics.Change.Between(atEarlierRates, change.To).Absolute;
    }

    /// <summary>The change as it is reported: from the earlier value to the later one, each at the rates of its own time.</summary>
    public Change Change { get; }

    /// <summary>
    /// The change that there would have been at the rates of the earlier time: from the earlier value to the later amounts, converted at
    /// the rates of the earlier time. Its relative part is the growth in constant currency.
    /// </summary>
    public Change AtConstantRates { get; }

    /// <summary>What the rates did: the later value, less the same amounts at the rates of the earlier time.</summary>
    public Quantity OfRates { get; }

    /// <summary>All three, as <c>EUR 300.00, of which at constant rates EUR 250.00 and of rates EUR 50.00</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Change.Absolute}, of which at constant rates {AtConstantRates.Absolute} and of rates {OfRates}");
}
