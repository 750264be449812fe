using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>A fact of the benchmarks: a visit to a shop, on a date without a zone.</summary>
public sealed record Visit(LocalDate Date, string Channel, int Orders, decimal Revenue)
{
    private static readonly string[] Channels = ["direct", "email", "search", "social", "display", "affiliate", "video", "referral"];

    /// <summary>Visits over the 24 months of 2026 and 2027, the same every time, sorted by date or in random order.</summary>
    public static List<Visit> Make(int count, bool sorted)
    {
        var random = new Random(20_261_123);
        var first = new LocalDate(2026, 1, 1);
        var visits = new List<Visit>(count);
        for (var i = 0; i < count; i++)
        {
            var day = sorted ? (int)((long)i * 730 / count) : random.Next(730);
            var ordered = random.Next(100) < 4 ? 1 : 0;
            var channel = Channels[random.Next(Channels.Length)];
            visits.Add(new(first.PlusDays(day), channel, ordered, ordered * random.Next(1_000, 20_000) / 100m));
        }

        return visits;
    }

    /// <summary>The visits as a table.</summary>
    public static FactTable Load(IEnumerable<Visit> visits) => FactTable.From("visits", visits)
        .At(visit => visit.Date)
        .Dimension("channel", visit => visit.Channel)
        .Value("orders", visit => visit.Orders, Unit.Count("order"))
        .Value("revenue", visit => visit.Revenue, Unit.Money("DKK"))
        .Build();
}
