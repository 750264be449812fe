using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>Month and channel as one number, for peers that have no time zones.</summary>
internal static class MonthAndChannel
{
    public static int Key(FactColumns columns, int row, DateTimeZone zone)
    {
        var date = Instant.FromUnixTimeTicks(columns.Ticks[row]).InZone(zone).Date;
        return (((date.Year * 100) + date.Month) * FactRow.Channels.Length) + columns.Channel[row];
    }

    public static Cell Cell(int key, long visits, long orders, decimal revenue)
    {
        var (month, channel) = Math.DivRem(key, FactRow.Channels.Length);
        return Benchmarks.Cell.Of(month, FactRow.Channels[channel], visits, orders, revenue);
    }
}
