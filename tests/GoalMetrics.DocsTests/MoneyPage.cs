#region money-load
using GoalMetrics;
using NodaTime;

#endregion
using System.Data;
using System.Globalization;
using System.Text.Json;

namespace DocsTests;

/// <summary>The guide to money: the regions are its snippets.</summary>
public sealed class MoneyPage
{
    private sealed record Order(LocalDate Date, string Market, decimal Amount, string Currency);

    [Fact]
    public async Task Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        Order[] orders =
        [
            new(new(2024, 3, 14), "DK", 100m, "EUR"), new(new(2024, 3, 14), "US", 200m, "usd"), new(new(2024, 3, 16), "US", 10m, "USD"),
            new(new(2024, 4, 25), "US", 300m, "USD"),
        ];
        using var file = EcbFile();
        using var ledger = Ledger();

        #region money-load
        FactTable sales = FactTable.From("sales", orders)
            .At(order => order.Date)
            .Dimension("market", order => order.Market)
            .Value("amount", order => order.Amount, currency: order => order.Currency)
            .Covering(new LocalDate(2024, 3, 1), new LocalDate(2024, 5, 1))
            .Build();

        var source = new InMemorySource(ReportingCalendar.Iso("Europe/Copenhagen"), sales);
        Metric amount = Metric.Sum("amount", sales, "amount");
        #endregion

        #region money-refused
        try
        {
            source.Query(Query.For(amount));
        }
        catch (NotAdditiveException refused)
        {
            Console.WriteLine(refused.Message);
        }
        #endregion

        FluentActions.Invoking(() => source.Query(Query.For(amount))).Should().Throw<NotAdditiveException>()
            .WithMessage("*is of money in several currencies*");

        #region money-one
        MetricTable byCurrency = source.Query(Query.For(amount).By("currency"));
        Console.WriteLine(byCurrency["USD", amount]);               // USD 510.00
        Console.WriteLine(byCurrency.Total[amount]);                // undefined: not additive (currency)

        Metric dollars = amount.Where(Filter.Equal("currency", "USD"));
        Console.WriteLine(source.Query(Query.For(dollars)).Total[dollars]);   // USD 510.00
        #endregion

        byCurrency["USD", amount].ToString().Should().Be("USD 510.00");
        byCurrency.Total[amount].ToString().Should().Be("undefined: not additive (currency)");
        source.Query(Query.For(dollars)).Total[dollars].ToString().Should().Be("USD 510.00");

        #region money-rates
        ExchangeRates rates = ExchangeRates.From(
        [
            new ExchangeRate("EUR", "USD", 1.0925m, new LocalDate(2024, 3, 14)),
            new ExchangeRate("EUR", "USD", 1.0890m, new LocalDate(2024, 3, 15)),
            new ExchangeRate("EUR", "DKK", 7.4566m, new LocalDate(2024, 3, 14)),
            new ExchangeRate("EUR", "DKK", 7.4570m, new LocalDate(2024, 3, 15)),
        ]).LastKnownWithin(days: 7);

        Console.WriteLine(rates.RateOn("EUR", "DKK", new LocalDate(2024, 3, 14)));   // 7.4566, as quoted
        Console.WriteLine(rates.RateOn("USD", "DKK", new LocalDate(2024, 3, 14)));   // 6.82526315789474, through the euro
        Console.WriteLine(rates.RateOn("EUR", "DKK", new LocalDate(2024, 3, 17)));   // 7.4570, that of Friday

        // undefined: insufficient data (USD/EUR 2024-03-01)
        Console.WriteLine(rates.Convert(Money.Usd(100), "EUR", new LocalDate(2024, 3, 1)));
        #endregion

        rates.RateOn("EUR", "DKK", new LocalDate(2024, 3, 14)).Should().Be(7.4566m);
        rates.RateOn("USD", "DKK", new LocalDate(2024, 3, 14)).Should().Be(6.82526315789474m);
        rates.RateOn("EUR", "DKK", new LocalDate(2024, 3, 17)).Should().Be(7.4570m);
        rates.Convert(Money.Usd(100), "EUR", new LocalDate(2024, 3, 1)).ToString()
            .Should().Be("undefined: insufficient data (USD/EUR 2024-03-01)");

        #region money-json
        string kept = JsonSerializer.Serialize(rates);    // {"base":"EUR","knownForDays":7,"rates":[{"from":"EUR","to":"DKK", …
        ExchangeRates again = JsonSerializer.Deserialize<ExchangeRates>(kept)!;
        #endregion

        kept.Should().StartWith("""{"base":"EUR","knownForDays":7,"rates":[{"from":"EUR","to":"DKK","rate":7.4566,""");
        again.Rates.Should().Equal(rates.Rates);

        #region money-files
        // The file of the European Central Bank (eurofxref-hist.csv): a column for each currency.
        ExchangeRates published = ExchangeRates.From(file).AtDate("Date").OneBuys("EUR").Build().LastKnownWithin(7);

        // A table with a row for each day and currency, which says what one of it costs in kroner.
        ExchangeRates booked = await ExchangeRates.From(ledger)
            .In(CultureInfo.GetCultureInfo("da-DK"))
            .AtDate("dato")
            .OneCosts("DKK", currency: "valuta", rate: "kurs")
            .BuildAsync();
        #endregion

        booked.RateOn("USD", "DKK", new LocalDate(2024, 3, 14)).Should().Be(6.8253m);
        published.Currencies.Count.Should().Be(3);

        #region money-convert
        Metric revenue = amount.ConvertedTo("DKK", published);

        MetricTable answer = source.Query(Query.For(revenue).By(Grain.Month).By("market"));
        foreach (MetricRow row in answer)
        {
            Console.WriteLine($"{row.Period} {row["market"]}: {row[revenue]}");
        }
        #endregion

        answer.Rows.Select(row => $"{row.Period} {row["market"]}: {row[revenue]}").Should().Equal(
            "2024-03 DK: DKK 745.66", "2024-03 US: DKK 1,433.53", "2024-04 DK: DKK 0.00", "2024-04 US: DKK 2,087.32");

        #region money-which
        Metric monthly = amount.ConvertedTo("DKK", published, at: CurrencyRate.PeriodAverage(Grain.Month)).As("at-monthly-averages");
        Metric constant = amount.ConvertedTo("DKK", published, at: CurrencyRate.FixedDay(new LocalDate(2024, 3, 14))).As("constant");
        MetricTable three = source.Query(Query.For(revenue, monthly, constant).By(Grain.Month));
        #endregion

        three.Rows.Select(row => string.Join(", ", three.Measures.Select(measure => row[measure])))
            .Should().Equal("DKK 2,179.19, DKK 2,182.84, DKK 2,178.97", "DKK 2,087.32, DKK 2,087.71, DKK 2,047.58");

        #region money-effect
        ReportingPeriod april = source.Calendar.Month(2024, 4);
        MetricTable compared = source.Query(Query.For(monthly).During(april).ComparedWith(PeriodComparison.PreviousPeriod));
        RateEffect effect = compared.Total.EffectOfRates(monthly, PeriodComparison.PreviousPeriod);

        Console.WriteLine(effect.Change.Absolute);                  // -DKK 95.13
        Console.WriteLine(effect.AtConstantRates.Absolute);         // -DKK 129.73: April's dollars at the rate of March
        Console.WriteLine(effect.AtConstantRates.Relative);         // -5.94 %: growth in constant currency
        Console.WriteLine(effect.OfRates);                          // DKK 34.60: the dollar rose
        #endregion

        effect.Change.Absolute.ToString().Should().Be("-DKK 95.13");
        effect.AtConstantRates.Absolute.ToString().Should().Be("-DKK 129.73");
        effect.AtConstantRates.Relative.ToString().Should().Be("-5.94 %");
        effect.OfRates.ToString().Should().Be("DKK 34.60");
        (effect.AtConstantRates.Absolute + effect.OfRates).Should().Be(effect.Change.Absolute);

        #region money-units
        Unit perMonth = Unit.Money("EUR").Per(Unit.Duration(DurationUnit.Month));
        Unit perYear = Unit.Money("EUR").Per(Unit.Duration(DurationUnit.Year));
        Quantity price = new Quantity(100.10m, perMonth);

        Console.WriteLine(price.In(perYear));                       // EUR 1,201.20 per year
        Console.WriteLine(Customers.AnnualRecurringRevenue(price)); // EUR 1,201.20 per year
        Console.WriteLine(Customers.AnnualRecurringRevenue(price.In(perYear)));   // EUR 1,201.20 per year: it is a year's already
        #endregion

        price.In(perYear).ToString().Should().Be("EUR 1,201.20 per year");
        Customers.AnnualRecurringRevenue(price).ToString().Should().Be("EUR 1,201.20 per year");
        Customers.AnnualRecurringRevenue(price.In(perYear)).ToString().Should().Be("EUR 1,201.20 per year");
    }

    private static DataTableReader EcbFile() => Rows(
        ',',
        "Date,USD,CYP,DKK,",
        "2024-04-26,1.0714,N/A,7.4573,",
        "2024-04-25,1.0720,N/A,7.4587,",
        "2024-03-18,1.0872,N/A,7.4564,",
        "2024-03-15,1.0890,N/A,7.4570,",
        "2024-03-14,1.0925,N/A,7.4566,");

    private static DataTableReader Ledger() => Rows(';', "dato;valuta;kurs", "14-03-2024;USD;6,8253", "15-03-2024;USD;6,8476");

    private static DataTableReader Rows(char separator, params string[] lines)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var name in lines[0].Split(separator))
        {
            table.Columns.Add(name);
        }

        foreach (var line in lines.Skip(1))
        {
            table.Rows.Add([.. line.Split(separator)]);
        }

        return table.CreateDataReader();
    }
}
