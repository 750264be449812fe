using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// A fact of workload W1 in plain numbers: ticks since 1970 in whole microseconds, the number of the channel, revenue in hundredths.
/// </summary>
internal readonly record struct FactRow(long Ticks, byte Channel, int Customer, bool Ordered, int Cents)
{
    public const int CustomerCount = 500_000;

    private const int Seed = 20_261_123;
    private const int TicksPerMicrosecond = 10;

    // 24 months in UTC and in Copenhagen, which is an hour ahead of it at both ends.
    private static readonly long First = Instant.FromUtc(2026, 1, 1, 0, 0).ToUnixTimeTicks();
    private static readonly long End = Instant.FromUtc(2027, 12, 31, 23, 0).ToUnixTimeTicks();

    /// <summary>The channels by their number.</summary>
    public static string[] Channels { get; } = ["direct", "email", "search", "social", "display", "affiliate", "video", "referral"];

    /// <summary>
    /// So many facts spread evenly over the 24 months of 2026 and 2027, sorted by time, the same every time, none of them kept.
    /// </summary>
    public static IEnumerable<FactRow> Generate(int count)
    {
        var random = new Random(Seed);
        var step = (End - First) / count;
        for (var i = 0; i < count; i++)
        {
            var ticks = First + (i * step) + random.NextInt64(step);
            var ordered = random.Next(100) < 4;
            yield return new(
                ticks - (ticks % TicksPerMicrosecond),
                (byte)random.Next(Channels.Length),
                random.Next(CustomerCount),
                ordered,
                ordered ? random.Next(1_000, 200_000) : 0);
        }
    }

    /// <summary>The revenue in kroner, with two decimals.</summary>
    public decimal Revenue => new(Cents, 0, 0, false, 2);

    /// <summary>The same fact as an object.</summary>
    public Fact ToFact() => new(Instant.FromUnixTimeTicks(Ticks), Channels[Channel], Customer, Ordered, Revenue);
}
