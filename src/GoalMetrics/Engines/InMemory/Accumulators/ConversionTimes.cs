using NodaTime;

namespace GoalMetrics;

// The base events that count as converted, and how long each took.
internal sealed class ConversionTimes(ConversionCredits conversions, EventConversion match)
{
    // The decimals of a time in seconds: ticks.
    public const int Scale = 7;

    public bool Contain(int row) =>
        conversions.Of(row) > 0 && conversions.IsBase(row) && (match.IncludesImmature || conversions.IsMature(row));

    public long TicksOf(int row) => conversions.TicksToConvert(row);

    public decimal SecondsOf(int row) => TicksOf(row) / (decimal)NodaConstants.TicksPerSecond;
}
