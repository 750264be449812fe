using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// A fact of the benchmarks as web shops log them: when, by which way, who, whether there was an order, and for how much.
/// </summary>
public sealed record Session(Instant Time, string Channel, long Customer, bool Ordered, decimal Revenue)
{
    private const int SessionsACustomer = 20;
    private static readonly Instant First = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly string[] Channels = ["direct", "email", "search", "social", "display", "affiliate", "video", "referral"];

    /// <summary>
    /// Sessions over the 24 months of 2026 and 2027 in the order of time, the same every time, made as they are asked for.
    /// </summary>
    public static IEnumerable<Session> Make(int count)
    {
        var random = new Random(20_261_123);
        for (var i = 0; i < count; i++)
        {
            var ordered = random.Next(100) < 4;
            yield return new(
                First.PlusTicks(i * (730 * NodaConstants.TicksPerDay / count)),
                Channels[random.Next(Channels.Length)],
                1 + random.Next(count / SessionsACustomer),
                ordered,
                ordered ? random.Next(1_000, 20_000) / 100m : 0m);
        }
    }

    /// <summary>The sessions as a table.</summary>
    public static FactTable Load(IEnumerable<Session> sessions) => FactTable.From("sessions", sessions)
        .At(session => session.Time)
        .Dimension("channel", session => session.Channel)
        .Dimension("customer", session => session.Customer)
        .Flag("orders", session => session.Ordered, Unit.Count("order"))
        .Value("revenue", session => session.Revenue, Unit.Money("DKK"))
        .Build();
}
