using System.Globalization;
using GoalMetrics;
using NodaTime;
using Spectre.Console;
using Webshop;

// A real shop's Q4 2011, seen on the morning of 10 November: 40 of 92 days have gone.
var shop = new Shop(Path.Combine(AppContext.BaseDirectory, "data", "webshop_daily.csv"));
var asOf = Shop.Calendar.StartOfDay(new LocalDate(2011, 11, 10));
var page = new Page(AnsiConsole.Console, CultureInfo.GetCultureInfo("en-GB"));

// Is the goal a good one?
page.Title("SMART report");
page.Text(SmartValidator.Default.Validate(shop.Goal, shop.Strategy, shop.Source, asOf).ToText(page.Culture));

// Where does everything stand?
var scorecard = Scorecard.Create(shop.Strategy, shop.Source, asOf);
page.Title($"Scorecard as of {Shop.Calendar.DateOf(asOf).ToString("d MMMM uuuu", page.Culture)}, 00:00 ({Shop.Calendar.Zone.Id})");
page.Text($"Vision:  {shop.Strategy.Vision}\nMission: {shop.Strategy.Mission}");
page.BusinessGoals(scorecard.BusinessGoals);
foreach (var progress in scorecard.Goals)
{
    page.Goal(progress);
}

page.Kpis(scorecard.Kpis);
page.Indicators(scorecard.PerformanceIndicators);

// How did the KPIs get here? The open November is shown beside the same days of October.
var history = Query.For(shop.AverageOrderValue, shop.CancellationRate, shop.Revenue).AsOf(asOf)
    .ComparedWith(PeriodComparison.PreviousPeriod);
page.History("By quarter", shop.Source.Query(history.Between(new(2011, 7, 1), new(2012, 1, 1)).By(Grain.Quarter)));
page.History("By month", shop.Source.Query(history.Between(new(2011, 8, 1), new(2011, 12, 1)).By(Grain.Month)));

// What must not be added is refused, and the reason given.
page.Title("Customers in October: not to be had from customers per day");
try
{
    shop.Source.Query(Query.For(shop.Customers).During(Shop.Calendar.Month(2011, 10)).By(Grain.Month));
}
catch (NotAdditiveException refused)
{
    page.Text(refused.Message);
}

page.Findings(scorecard.Findings);
