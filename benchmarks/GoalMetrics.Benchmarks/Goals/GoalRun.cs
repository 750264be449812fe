using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>A run of the goals: its options, and workload W1 in both orders, made when it is first asked for.</summary>
internal sealed class GoalRun(RunOptions options)
{
    private const int WarmUpRows = 20_000;
    private const int WarmUps = 200;
    private readonly Dictionary<FactOrder, FactColumns> _columns = [];
    private readonly Dictionary<FactOrder, Shop> _shops = [];

    public RunOptions Options { get; } = options;

    public Rounds Rounds { get; } = new(options.Clock);

    /// <summary>The zone of workload W1.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    /// <summary>The facts as columns.</summary>
    public FactColumns Columns(FactOrder order) =>
        _columns.TryGetValue(order, out var columns) ? columns : _columns[order] = FactColumns.Make(Options.Rows, order);

    /// <summary>The facts in the library, which has answered often before.</summary>
    public Shop Shop(FactOrder order)
    {
        if (_shops.Count == 0)
        {
            WarmUp();
        }

        return _shops.TryGetValue(order, out var shop) ? shop : _shops[order] = new(Columns(order).Facts());
    }

    /// <summary>The facts as objects; not kept here, for they are large.</summary>
    public List<Fact> Objects(FactOrder order) => [.. Columns(order).Facts()];

    // A query over ten million rows is run a few times only; the compiler takes many to see that it is worth its effort.
    private static void WarmUp()
    {
        var shop = new Shop(FactColumns.Make(WarmUpRows, FactOrder.Shuffled).Facts());
        for (var i = 0; i < WarmUps; i++)
        {
            shop.AnswerByMonth(shop.Copenhagen);
            shop.AnswerWithCustomers(shop.Utc);
            shop.AnswerByDay();
        }
    }
}
