using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.Currencies;

// A balance is converted at the rate of the last day that was read of its period.
public sealed class ConvertedBalanceTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Utc;
    private static readonly ReportingPeriod Days = Calendar.Range(new(2024, 3, 14), new(2024, 3, 19));

    private static readonly FactTable Accounts = FactTable.From<(LocalDate Day, string Account, decimal Amount, string Currency)>(
        "accounts",
        [
            (new(2024, 3, 14), "main", 400m, "EUR"), (new(2024, 3, 14), "travel", 200m, "USD"), (new(2024, 3, 15), "main", 500m, "EUR"),
        ])
        .At(row => row.Day).Dimension("account", row => row.Account).Dimension("currency", row => row.Currency)
        .Balance("cash", row => row.Amount, currency: "currency")
        .Covering(new(2024, 3, 14), new(2024, 3, 19)).Build();

    private static readonly Metric Cash = Metric.Balance("cash", Accounts, "cash", entity: "account");
    private static readonly Metric InKroner = Cash.ConvertedTo("DKK", Ecb.Rates);
    private static readonly InMemorySource Source = new(Calendar, Accounts);

    // 500 × 7.4564 + 200 × 6.85835172921266, the rates of the 18th.
    [Fact]
    public void Query_TheLastBalance_HasTheRateOfTheLastDay() => Total(InKroner).Should().Be(Money.Dkk(5099.870345842532m));

    // 400 × 7.4566 + 200 × 6.82526315789474, the rates of the 14th.
    [Fact]
    public void Query_TheFirstBalance_HasTheRateOfTheFirstDay()
    {
        var opening = Metric.Balance("opening", Accounts, "cash", BalanceValue.First, "account").ConvertedTo("DKK", Ecb.Rates);
        Total(opening).Should().Be(Money.Dkk(4347.692631578948m));
        Total(InKroner.AtFirst(Grain.Day)).Should().Be(Money.Dkk(4347.692631578948m));
    }

    // On the 15th: 500 × 7.4570 + 200 × 6.84756657483930; at midnight before the 16th the last day is the 15th.
    [Fact]
    public void Query_AnOpenPeriod_HasTheRateOfTheDayReached()
    {
        var answer = Source.Query(Query.For(InKroner).During(Days).AsOf(Instant.FromUtc(2024, 3, 16, 0, 0)));
        answer.Total[InKroner].Should().Be(Money.Dkk(5098.01331496786m));
    }

    // Carried forward to the 16th and 17th at the rates of Friday.
    [Fact]
    public void Query_CarriedForward_HasTheRateOfEachDay()
    {
        var carried = InKroner.CarriedForward();
        Source.Query(Query.For(carried).During(Days).By(Grain.Day)).Rows.Select(row => row[carried].ToString("N2", null))
            .Should().Equal("4,347.69", "5,098.01", "5,098.01", "5,098.01", "5,099.87");
    }

    [Fact]
    public void ConvertedTo_WhatIsOfNoOneDay_IsRefused()
    {
        Messages.Of<InvalidOperationException>(() => Cash.ConvertedTo("DKK", Ecb.Rates, CurrencyRate.PeriodAverage(Grain.Month)))
            .Should().Be(
                "'cash' is a balance, last of the period, and cannot be converted at the rate of average of the month: a balance is an"
                + " amount of one day. Convert the last or first balance of a period at CurrencyRate.FactDay, or any at"
                + " CurrencyRate.FixedDay.");
        var mean = Metric.Balance("mean", Accounts, "cash", BalanceValue.Average, "account");
        Messages.Of<InvalidOperationException>(() => mean.ConvertedTo("DKK", Ecb.Rates))
            .Should().StartWith("'mean' is a balance, average of the period");
        Total(mean.ConvertedTo("DKK", Ecb.Rates, CurrencyRate.FixedDay(new(2024, 3, 14))))
            .Should().Be(Money.Dkk(4720.522631578948m)); // 450 × 7.4566 + 200 × 6.82526315789474
    }

    private static Quantity Total(Measure measure) => Source.Query(Query.For(measure).During(Days)).Total[measure];
}
