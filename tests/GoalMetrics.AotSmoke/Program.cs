// Every storey of the library, once, as native code: what trimming or compiling ahead would break shows here.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GoalMetrics;
using GoalMetrics.AotSmoke;
using GoalMetrics.Statistics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

var checks = 0;
var english = CultureInfo.GetCultureInfo("en-US");
var danish = CultureInfo.GetCultureInfo("da-DK");

try
{
    Formulas();
    Texts();
    Facts(Day.FromObjects());
    Facts(Day.FromReader());
    BadRows();
    Goals();
    Smart();
    Evidence();
    Json();
    DependencyInjection();
}
catch (Exception failed)
{
    Console.Error.WriteLine(failed);
    return 1;
}

Console.WriteLine($"GoalMetrics works: {checks} checks passed.");
return 0;

void Formulas()
{
    Same(Marketing.ConversionRate(conversions: 42, visitors: 1_200), 3.5m.Percent());
    Same(Finance.ReturnOnInvestment(returned: Money.Dkk(15_000m), invested: Money.Dkk(10_000m)), 50.Percent());
    Same(Commerce.AverageOrderValue(revenue: Money.Gbp(600m), orders: 4), Money.Gbp(150m).Per("order"));
    Same(Customers.NetPromoterScore(promoters: 70, detractors: 10, responses: 100), Quantity.Score(60m, -100m, 100m));
    Same(
        Marketing.ConversionRate(conversions: 0, visitors: 0), Quantity.Undefined(UndefinedReason.ZeroDenominator, "visitors", Unit.Ratio));
    Same(FormulaCatalog.Default.Find("roas").Evaluate(Money.Eur(800m), Money.Eur(200m)), 400.Percent());
    Same(Formula.Parse("max(0, revenue - cost) / conversion_rate(orders, 100)").Evaluate(Money.Eur(8m), Money.Eur(5m), 50), Money.Eur(6m));
    Same(
        FormulaCatalog.Default.Find("cvr").Explain(42, 1_200).ToString(danish),
        "Konverteringsfrekvens = conversions / visitors = 42 / 1.200 = 3,5 %");
    Same(FormulaCatalog.Default.Find("cvr").EquationLatex(), @"\frac{\mathrm{conversions}}{\mathrm{visitors}}");
    Same(FormulaCatalog.Default.Find("cvr").GoalSeek("conversions", 0.05m, 42, 1_200).Value, Quantity.Count(60));
    Same(FormulaCatalog.Default.Find("npv").Sensitivity(0.1m, Money.Usd(110))[1].Result.Relative, 1.Percent());
    Same(Finance.InternalRateOfReturn([Money.Usd(-100m), Money.Usd(230m), Money.Usd(-132m)]).Cause, "several roots (0.1, 0.2)");
    Throws<FormulaSyntaxException>(() => Formula.Parse("a + ").Evaluate(), "character 5", "found the end");
    Throws<UnitMismatchException>(
        () => Finance.ReturnOnInvestment(returned: Money.Dkk(15_000m), invested: Money.Eur(10_000m)), "DKK", "EUR");
}

void Texts()
{
    Same(Plain(0.035m, english), "3.5%");
    Same(Plain(0.035m, danish), "3,5 %");
    Same(Plain(Money.Dkk(12_300.50m), english), "DKK 12,300.50");
    Same(Plain(Money.Dkk(12_300.50m), danish), "12.300,50 kr.");
    Same(Plain(Marketing.ConversionRate(0, 0), english), "undefined: zero denominator (visitors)");
    Same(Plain(Marketing.ConversionRate(0, 0), danish), "udefineret: nævneren er nul (visitors)");
}

void Facts(FactTable days)
{
    var visits = Metric.Sum("visits", of: days, column: "visits");
    var orders = Metric.Sum("orders", of: days, column: "orders");
    var markets = Metric.CountDistinct("markets", of: days, dimension: "market");
    var conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, orders, visits);
    var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    var (january, february) = (calendar.Month(2027, 1), calendar.Month(2027, 2));

    var table = new InMemorySource(calendar, days).Query(Query.For(visits, markets, conversion).By(Grain.Month).By("market")
        .ComparedWith(PeriodComparison.PreviousPeriod));

    Same(table.Rows.Count, 6);
    Same(table[january, "UK", conversion], 3.5m.Percent());
    Same(table[january, "abroad", conversion], 2.Percent());
    Same(table[february, "UK", conversion], 3.Percent());
    Same(table[february, null, conversion].Reason, UndefinedReason.ZeroDenominator);
    Same(table[february, "abroad", visits], Quantity.Count(0m, "visit"));
    Same(table.TotalOf(february).Change(conversion, PeriodComparison.PreviousPeriod).Absolute, -0.2m.PercentagePoints());
    Same(table.Total[conversion], 3.1m.Percent());
    // A day without a market names none.
    Same(table.Total[markets], 2);
}

void BadRows()
{
    (double? Amount, string Market)[] rows = [(1.5, "UK"), (double.NaN, "UK"), (null, "abroad")];
    var table = FactTable.From("amounts", rows).AllAt(new LocalDate(2027, 1, 4))
        .Dimension("market", row => row.Market)
        .Value("amount", row => row.Amount, Unit.Money("EUR"))
        .KeepGoodRows().Build();

    Same(table.RowCount, 2);
    Same(table.NullCount("amount"), 1);
    Same(
        table.RefusedRows[0].ToString(),
        "Table 'amounts', row 2, column 'amount': found NaN; expected a finite number, or null where there is none.");
}

void Goals()
{
    var days = Day.FromObjects();
    var revenue = Metric.Sum("revenue", of: days, column: "revenue");
    var orders = Metric.Sum("orders", of: days, column: "orders");
    var calendar = ReportingCalendar.Utc;
    var source = new InMemorySource(calendar, days);
    var asOf = calendar.StartOfDay(new LocalDate(2027, 2, 15));
    var (grow, moreRevenue) = GrowBySales(revenue, calendar);
    var orderValue = Kpi.Of("average-order-value", Commerce.AverageOrderValue, revenue, orders)
        .Serving(grow).DrivenBy(PerformanceIndicator.Daily(orders)).ShownBy("market");

    // Half of February has gone.
    var progress = GoalTracker.Default.Track(moreRevenue, source, asOf);
    Same(progress.Target, Money.Gbp(2_052.60m));
    Same(progress.Actual, Money.Gbp(1_499.90m));
    Same(progress.Expected, 50.Percent());
    Same(progress.Landing, Money.Gbp(2_999.80m));
    Same(progress.Status, GoalStatus.OnTrack);

    // The wording is the tests' business; here it counts that there is one, in the right language.
    var text = progress.ToText(danish).Replace('\u00A0', ' ');
    Same(text.StartsWith(GoalStatus.OnTrack.Title().In(danish), StringComparison.Ordinal), true);
    Same(text.Contains("73,07 %") && text.Contains("2.999,80 GBP"), true);

    var card = Scorecard.Create(new Strategy { BusinessGoals = [grow], Goals = [moreRevenue], Kpis = [orderValue] }, source, asOf);

    // Nothing is known of December, which January is compared with.
    Same(card.Findings.Single().Code, "DATA-BEGIN");
    Same(card.BusinessGoals[0].WorstStatus, GoalStatus.OnTrack);
    Same(Plain(card.Kpis[0].LatestClosed.Value, english), "GBP 106.91 per order");
    Same(card.Kpis[0].Breakdown.Count, 2);
    Same(card.PerformanceIndicators[0].Current.Value, Quantity.Count(0m, "order"));
}

void Smart()
{
    var days = Day.FromObjects();
    var calendar = ReportingCalendar.Utc;
    var (grow, moreRevenue) = GrowBySales(Metric.Sum("revenue", of: days, column: "revenue"), calendar);
    var strategy = new Strategy { BusinessGoals = [grow], Goals = [moreRevenue] };
    var source = new InMemorySource(calendar, days);
    var asOf = calendar.StartOfDay(new LocalDate(2027, 1, 25));

    var report = SmartValidator.Default.Validate(moreRevenue, strategy, source, asOf);
    Same(report.IsSmart, true);

    var vague = SmartValidator.Default.Validate(new SmartGoal("vague") { Statement = "Do better" }, strategy, source, asOf);
    SmartCriterion[] unmet = [SmartCriterion.Specific, SmartCriterion.Measurable, SmartCriterion.Relevant, SmartCriterion.TimeBound];
    foreach (var criterion in unmet)
    {
        Same(vague[criterion] == SmartVerdict.Met, false);
    }

    var own = SmartValidator.Of(new NamedPersonRule()).Validate(moreRevenue, asOf).Findings;
    Same(own.Count, 1);
    Same(own[0].Message(danish), "'Sales' er ikke en person.");
}

void Evidence()
{
    // Ten or eleven visits a day, and one day with fifty: 14 · 11 + 13 · 10 + 50 = 334.
    var first = new LocalDate(2027, 1, 4);
    var days = Enumerable.Range(0, 28).Select(day => (Date: first.PlusDays(day), Visits: day == 20 ? 50 : 10 + (day % 2)));
    var table = FactTable.From("site", days)
        .At(day => day.Date)
        .Value("visits", day => day.Visits, Unit.Count("visit"))
        .Covering(first, first.PlusDays(28))
        .Build();
    var calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    var source = new InMemorySource(calendar, table);
    var visits = Metric.Sum("visits", of: table, column: "visits");
    var asOf = calendar.StartOfDay(first.PlusDays(28));

    Same(source.History(visits, Grain.Day, asOf).Settled.Count, 28);
    Same(Node(source.History(visits, Grain.Day, asOf))["points"]!.AsArray().Count, 28);

    var projection = source.Project(visits, Grain.Day, asOf, calendar.Range(first, first.PlusDays(35)));
    Same(projection.Points.Count, 7);
    Same(projection.SoFar, Quantity.Count(334m, "visit"));
    Same(projection.Landing().Lower > 334d && projection.Landing().Upper < 1_000d, true);
    Same(Node(projection)["points"]!.AsArray().Count, 7);
    Same(Plain(projection.ChanceOfAtLeast(Quantity.Count(335m)), english), "100%");

    var report = SignalReport.Of(visits, source, asOf);
    Same(report[visits].Signals.Any(signal => signal.Kind == SignalKind.BeyondLimit && signal.First.StartDate == first.PlusDays(20)), true);
    Same(Node(report)["measures"]!.AsArray().Count, 1);
    Same(report.ToText(danish).Length > 0, true);

    static JsonNode Node<T>(T value) => JsonNode.Parse(JsonSerializer.Serialize(value, Answers.Default.Options.GetTypeInfo(typeof(T))))!;
}

void Json()
{
    var web = Answers.Default.Options;
    Same(Written(Quantity.Ratio(0.035m)), """{"amount":0.035,"unit":"ratio"}""");
    Same(
        Written(Marketing.ConversionRate(conversions: 0, visitors: 0)),
        """{"amount":null,"unit":"ratio","reason":"zeroDenominator","cause":"visitors"}""");
    Same(Read<Quantity>("""{"amount":240.00,"unit":"DKK per order"}"""), Money.Dkk(240m).Per("order"));
    Same(Read<LocalizedText>("""{"en":"Grow","da":"Voks"}"""), new LocalizedText("Grow", "Voks"));
    var retail = ReportingCalendar.Iso("Europe/Copenhagen").WithRetailYear(RetailCalendar.Nrf);
    Same(Read<ReportingPeriod>(Written(retail.RetailPeriod(2027, 3))), retail.RetailPeriod(2027, 3));
    Same(Written(GoalStatus.OnTrack), "\"onTrack\"");
    const string Rates = """{"base":"EUR","knownForDays":7,"rates":[{"from":"EUR","to":"DKK","rate":7.46,"date":"2027-01-04"}]}""";
    Same(Written(Read<ExchangeRates>(Rates)), Rates);

    var days = Day.FromObjects();
    var revenue = Metric.Sum("revenue", of: days, column: "revenue");
    var calendar = ReportingCalendar.Utc;
    var source = new InMemorySource(calendar, days);
    var asOf = calendar.StartOfDay(new LocalDate(2027, 2, 15));
    var (grow, moreRevenue) = GrowBySales(revenue, calendar);
    var strategy = new Strategy { BusinessGoals = [grow], Goals = [moreRevenue], Kpis = [Kpi.Of("sold", revenue).ShownBy("market")] };

    var table = Node(source.Query(Query.For(revenue).By(Grain.Month)));
    Same(table["rows"]![0]!["period"]!["name"]!.GetValue<string>(), "2027-01");
    Same(table["measures"]![0]!["unit"]!.GetValue<string>(), "GBP");
    var card = Node(Scorecard.Create(strategy, source, asOf));
    Same(card["goals"]![0]!["status"]!.GetValue<string>(), "onTrack");
    Same(card["kpis"]![0]!["breakdown"]!.AsArray().Count, 2);
    Same(Node(SmartValidator.Default.Validate(moreRevenue, strategy, source, asOf))["isSmart"]!.GetValue<bool>(), true);

    var pValue = Node(Proportion.FisherExactTest(0, 0, 0, 5))["pValue"]!;
    Same(pValue.ToJsonString(), """{"value":null,"reason":"zeroDenominator","cause":"trials"}""");
    Same(Read<Statistic>(pValue.ToJsonString()), Statistic.Undefined(UndefinedReason.ZeroDenominator, "trials"));
    Same(Written(new Statistic(0.1)), """{"value":0.1}""");
    Same(Node(ForecastAccuracy.Of([1d], [2d]))["meanAbsoluteScaledError"]!["reason"]!.GetValue<string>(), "insufficientData");
    Same(Node(ForecastChoice.Of([1d, 2d, 3d], 2))["forecast"]!["points"]!.AsArray().Count, 2);
    Same(Node(ProportionChart.P([1, 0], [10, 0]))["points"]!.AsArray().Count, 2);
    Same(Node(Decomposition.Stl([1d], 7))["reason"]!.GetValue<string>(), "insufficientData");
    Same(Read<ForecastOptions>("""{"seed":2}""").Paths, 1_000);

    string Written<T>(T value) => JsonSerializer.Serialize(value, web.GetTypeInfo(typeof(T)));

    T Read<T>(string json) => (T)JsonSerializer.Deserialize(json, web.GetTypeInfo(typeof(T)))!;

    JsonNode Node<T>(T value) => JsonNode.Parse(Written(value))!;
}

void DependencyInjection()
{
    var days = Day.FromObjects();
    var qualified = Formula.Of(
        "qualified-share", (qualified, leads) => qualified.DividedBy(leads), FormulaInput.Count("qualified"), FormulaInput.Count("leads"));
    using var services = new ServiceCollection()
        .AddGoalMetrics(shop => shop
            .UseCalendar(ReportingCalendar.Iso("Europe/Copenhagen"))
            .UseStatusPolicy(new StatusPolicy { AtRiskFrom = 0.8m })
            .AddFormula(qualified)
            .AddSmartRule<NamedPersonRule>()
            .AddTable(days))
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    Same(services.GetRequiredService<FormulaCatalog>().Find("qualified-share").Evaluate(20, 80), 25.Percent());
    Same(services.GetRequiredService<SmartValidator>().Rules.Count, SmartValidator.Default.Rules.Count + 1);
    Same(services.GetRequiredService<GoalTracker>().Policy.AtRiskFrom, 0.8m);
    var source = services.GetRequiredService<IMetricSource>();
    var table = source.QueryAsync(Query.For(Metric.Count("days", of: days))).AsTask().GetAwaiter().GetResult();
    Same(table.Total.Period.Calendar.Zone.Id, "Europe/Copenhagen");
}

static (BusinessGoal Grow, SmartGoal MoreRevenue) GrowBySales(Measure revenue, ReportingCalendar calendar)
{
    var grow = new BusinessGoal("grow") { Title = new("Grow", "Voks") };
    var moreRevenue = new SmartGoal("more-revenue")
    {
        Statement = "Increase revenue by 20 % in February over January",
        Measure = revenue,
        Target = Target.IncreaseBy(20.Percent(), over: calendar.Month(2027, 1)),
        Period = calendar.Month(2027, 2),
        Owner = "Sales",
        Serves = [grow],
    };
    return (grow, moreRevenue);
}

static string Plain(Quantity quantity, CultureInfo culture) => quantity.ToString(culture).Replace('\u00A0', ' ');

void Same<T>(T found, T expected)
{
    checks++;
    if (!EqualityComparer<T>.Default.Equals(found, expected))
    {
        throw new InvalidOperationException($"Check {checks}: found {found}; expected {expected}.");
    }
}

void Throws<TException>(Func<Quantity> act, params string[] named)
    where TException : Exception
{
    checks++;
    try
    {
        act();
    }
    catch (TException thrown) when (named.All(thrown.Message.Contains))
    {
        return;
    }

    throw new InvalidOperationException($"Check {checks}: expected {typeof(TException).Name} naming {string.Join(" and ", named)}.");
}
