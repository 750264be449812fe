using System.Data;
using NodaTime;

namespace GoalMetrics.AotSmoke;

/// <summary>A day of a small shop in a market. The days are loaded as objects and through a data reader.</summary>
internal sealed record Day(LocalDate Date, string? Market, int Visits, int Orders, decimal Revenue)
{
    public static readonly Day[] All =
    [
        new(new(2027, 1, 4), "UK", 400, 14, 1_400.10m),
        new(new(2027, 1, 20), "abroad", 100, 2, 310.40m),
        new(new(2027, 2, 2), "UK", 500, 15, 1_499.90m),
        new(new(2027, 2, 10), null, 0, 0, 0m),
    ];

    public static FactTable FromObjects() => FactTable.From("days", All)
        .At(day => day.Date)
        .Dimension("market", day => day.Market)
        .Value("visits", day => day.Visits, Unit.Count("visit"))
        .Value("orders", day => day.Orders, Unit.Count("order"))
        .Value("revenue", day => day.Revenue, Unit.Money("GBP"))
        .Covering(new(2027, 1, 1), new(2027, 3, 1))
        .Build();

    public static FactTable FromReader()
    {
        // Text, as a CSV reader would give it.
        using var rows = new DataTable();
        foreach (var column in (string[])["date", "market", "visits", "orders", "revenue"])
        {
            rows.Columns.Add(column, typeof(string));
        }

        foreach (var (date, market, visits, orders, revenue) in All)
        {
            rows.Rows.Add(
                FormattableString.Invariant($"{date:uuuu-MM-dd}"),
                market,
                $"{visits}",
                $"{orders}",
                FormattableString.Invariant($"{revenue}"));
        }

        using var reader = rows.CreateDataReader();
        return FactTable.From("days", reader)
            .AtDate("date")
            .Dimension("market")
            .Value("visits", Unit.Count("visit"))
            .Value("orders", Unit.Count("order"))
            .Value("revenue", Unit.Money("GBP"))
            .Covering(new(2027, 1, 1), new(2027, 3, 1))
            .Build();
    }
}
