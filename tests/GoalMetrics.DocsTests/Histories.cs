#region history-facts
using GoalMetrics;
using NodaTime;

#endregion

namespace DocsTests;

/// <summary>The guide to a measure's past and future: the regions are its snippets.</summary>
public sealed class Histories
{
    [Fact]
    public void History_Snippets_GiveWhatTheirCommentsSay()
    {
        #region history-facts
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
        var shop = FactTable.From("shop", ShopDays.All)                // a shop's days from 2025 to 20 November 2026
            .At(day => day.Date)
            .Dimension("market", day => day.Market)
            .Value("visits", day => day.Visits, Unit.Count("visit"))
            .Value("orders", day => day.Orders, Unit.Count("order"))
            .Build();
        var source = new InMemorySource(calendar, shop);
        var orders = Metric.Sum("orders", shop, "orders");
        var conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, orders, Metric.Sum("visits", shop, "visits"));
        var asOf = calendar.At(new LocalDateTime(2026, 11, 24, 12, 0));
        #endregion

        #region history-read
        MeasureHistory history = source.History(conversion, Grain.Month, asOf, from: new(2026, 8, 1));

        foreach (var point in history.Points)
        {
            Console.WriteLine($"{point}, {point.Numerator} of {point.Denominator}");
            // 2026-08: 2.9 %, 1,118 of 38,496
            // 2026-09: 2.91 %, 1,116 of 38,416
            // 2026-10: 2.92 %, 1,170 of 40,106
            // 2026-11: 2.93 % (open, partly covered), 781 of 26,660
        }

        Console.WriteLine(history.Settled.Count);                   // 3
        Console.WriteLine(history.KnownUntil);                      // 2026-11-20T23:00:00Z: four days are missing
        Console.WriteLine(history.AddsUp);                          // False: a rate is a level
        #endregion

        history.Points.Select(point => $"{point}, {point.Numerator} of {point.Denominator}").Should().Equal(
            "2026-08: 2.9 %, 1,118 of 38,496",
            "2026-09: 2.91 %, 1,116 of 38,416",
            "2026-10: 2.92 %, 1,170 of 40,106",
            "2026-11: 2.93 % (open, partly covered), 781 of 26,660");
        history.Settled.Should().HaveCount(3);
        history.KnownUntil.ToString().Should().Be("2026-11-20T23:00:00Z");

        #region history-several
        IReadOnlyList<MeasureHistory> ofDenmark = source.Histories(
            [orders, conversion], Grain.Week, asOf, where: Filter.Equal("market", "DK"));

        IReadOnlyList<double?> values = ofDenmark[0].Values;        // one for each point; null is a gap, never 0
        #endregion

        values.Count.Should().Be(ofDenmark[0].Points.Count);
        values[^1].Should().BeNull();
        values[^3].Should().NotBeNull();
    }
}

/// <summary>Made-up days with a weekday pattern and a slow rise.</summary>
internal static class ShopDays
{
    private static readonly int[] Weekdays = [110, 104, 100, 98, 96, 70, 82];

    public static IEnumerable<(LocalDate Date, string Market, int Visits, int Orders)> All
    {
        get
        {
            var first = new LocalDate(2025, 1, 1);
            for (var day = 0; day < 689; day++)
            {
                var date = first.PlusDays(day);
                var visits = (Weekdays[(int)date.DayOfWeek - 1] * (900 + day) / 200) + (day * 7919 % 97);
                yield return (date, "DK", visits, visits * 3 / 100);
                yield return (date, "SE", visits * 2 / 3, visits / 50);
            }
        }
    }
}
