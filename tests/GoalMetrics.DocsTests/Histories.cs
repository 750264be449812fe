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

        #region history-project
        Projection projection = source.Project(orders, Grain.Day, asOf, calendar.Year(2026));
        var landing = projection.Landing();

        Console.WriteLine(projection.SoFar);                                // 11,322 until 20 November
        Console.WriteLine(landing.ToString("G0", null));                    // 12,928 [12,882; 12,977] orders in 2026
        Console.WriteLine(projection.ChanceOfAtLeast(Quantity.Count(12_900, "order")));   // 88 %
        Console.WriteLine(projection.Points[^1].Interval(level: 0.8));      // New Year's Eve

        Console.WriteLine(projection.Chosen);                               // Combination (7): 1.40999
        Console.WriteLine(projection.RunnerUp);                             // HoltWinters (7): 1.33042
        Console.WriteLine(projection.Naive);                                // Naive: 10.0585
        #endregion

        projection.SoFar.ToString().Should().Be("11,322");
        landing.ToString("G0", null).Should().Be("12,928 [12,882; 12,977]");
        projection.ChanceOfAtLeast(Quantity.Count(12_900, "order")).ToString().Should().Be("88 %");
        projection.Chosen!.ToString().Should().Be("Combination (7): 1.40999");
        projection.RunnerUp!.ToString().Should().Be("HoltWinters (7): 1.33042");
        projection.Naive!.ToString().Should().Be("Naive: 10.0585");

        #region history-ratio
        Projection rate = source.Project(conversion, Grain.Month, asOf, calendar.Quarter(2026, 4));

        Console.WriteLine(rate.Landing());                                  // 2.92 % [2.91 %; 2.93 %] over the quarter
        Console.WriteLine(rate.ChanceOfAtLeast(2.9m.Percent()));            // 99.4 %
        Console.WriteLine(rate.InLastPeriod());                             // 2.91 % [2.89 %; 2.93 %] in December
        Console.WriteLine(rate);                                            // Conversion rate: expected to land at 2.92 % [2.91 %; 2.93 %]
                                                                            // over all of 2026-Q4, by …
        #endregion

        rate.Landing().ToString().Should().Be("2.92 % [2.91 %; 2.93 %]");
        rate.ChanceOfAtLeast(2.9m.Percent()).ToString().Should().Be("99.4 %");
        rate.InLastPeriod().ToString().Should().Be("2.91 % [2.89 %; 2.93 %]");
        rate.ToString().Should().StartWith("Conversion rate: expected to land at 2.92 % [2.91 %; 2.93 %] over all of 2026-Q4, by ");
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
