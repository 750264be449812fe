// How many customers does a telephone company lose, and who are they? data/README.md says where the data is from.
using System.Globalization;
using CsvHelper;
using GoalMetrics;
using NodaTime;

// A list of customers, not of events: it carries no dates, and says of each whether they left. All of it is one snapshot, and the
// date of the snapshot is nominal.
var snapshot = new LocalDate(2020, 1, 1);
var culture = CultureInfo.GetCultureInfo("en-US");

// 1. Facts, straight from a data reader. Amounts are money in a currency, so they cannot be mixed up with counts or with euros.
using var csv = CsvReader.FromFile(Path.Combine(AppContext.BaseDirectory, "data", "telco_customers.csv"));
using var rows = new CsvDataReader(csv);
var customers = FactTable.From("customers", rows)
    .AllAt(snapshot)
    .Dimension("churn")
    .Dimension("contract")
    .Dimension("internet", column: "internet_service")
    .Value("monthly", Unit.Money("USD"), column: "monthly_charges")
    .Value("total", Unit.Money("USD"), column: "total_charges")
    .Build();

// 2. Measures. Those who left are the same facts, filtered.
var lost = Filter.Equal("churn", "Yes");
var everyone = Metric.Count("customers", of: customers, noun: "customer");
var lostCustomers = Metric.Count("lost-customers", of: customers, noun: "customer").Where(lost);
var stayed = Metric.Count("stayed", of: customers, noun: "customer").Where(!lost);
var revenue = Metric.Sum("monthly-revenue", of: customers, column: "monthly");
var lostRevenue = Metric.Sum("lost-revenue", of: customers, column: "monthly").Where(lost);

var churn = Kpi.Of("churn-rate", Customers.ChurnRate, lostCustomers, everyone);
var averageRevenue = Kpi.Of("revenue-per-customer", Customers.AverageRevenuePerUser, revenue, everyone);

// A formula of your own is a lambda; its units are checked here like those of the built-in ones.
var revenueChurn = Kpi.Of("revenue-churn", (part, whole) => part.RatioTo(whole), lostRevenue, revenue);

// A snapshot has no customers who came later, so none is new.
var retention = Kpi.Of("retention-rate", (atEnd, atStart) => Customers.RetentionRate(atEnd, newCustomers: 0, atStart), stayed, everyone);

// 3. Questions.
var source = new InMemorySource(ReportingCalendar.Utc, customers);
var figures = Query.For(everyone, lostCustomers, stayed, churn, retention, revenue, lostRevenue, revenueChurn, averageRevenue);
var byContract = source.Query(figures.By("contract"));
var byInternet = source.Query(figures.By("internet"));

// 4. Answers.
var all = byContract.Total;
Write($"Customers lost in one snapshot of the customer list (the data has no dates: {snapshot:uuuu-MM-dd} is nominal)");
Write($"Churn rate        {all[churn],8:G2}  {all[lostCustomers]:N0} of {all[everyone]:N0} customers");
Write($"Retention rate    {all[retention],8:G2}  {all[stayed]:N0} of {all[everyone]:N0} customers");
Write($"Revenue churn     {all[revenueChurn],8:G2}  {all[lostRevenue]} of {all[revenue]} a month");
Write($"Average revenue   {all[averageRevenue],8:N2}  USD per customer a month");
Write($"Data quality      {customers.NullCount("total"),8:N0}  of {customers.RowCount:N0} customers without a total charge");
Write($"");
WriteTable("contract", byContract);
WriteTable("internet", byInternet);

// In words. This is who leaves, not why: a breakdown is association, not cause.
var ranked = byContract.Rows.OrderByDescending(row => row[churn]).ToList();
var (worst, best) = (ranked[0], ranked[^1]);
Write(
    $"Customers with the contract \"{worst.Members[0]}\" leave most ({worst[churn]:G2}),",
    $" those with \"{best.Members[0]}\" least ({best[churn]:G2}).");

var paidByLost = Customers.AverageRevenuePerUser(all[lostRevenue], all[lostCustomers]);
Write($"Those who left paid {paidByLost} a month; all customers pay {all[averageRevenue]}.");

void WriteTable(string title, MetricTable table)
{
    Write($"{title,-16} {"customers",10} {"lost",8} {"churn",9} {"revenue/month",16} {"revenue churn",14} {"per customer",13}");
    foreach (var row in table.Rows.OrderByDescending(row => row[churn]).Append(table.Total))
    {
        var name = row.Members.Count == 0 ? "total" : row.Members[0];
        Write(
            $"{name,-16} {row[everyone],10:N0} {row[lostCustomers],8:N0} {row[churn],9:G2} {row[revenue],16} {row[revenueChurn],14:G2}",
            $" {row[averageRevenue],13:N2}");
    }

    Write($"");
}

// The library never asks the machine for its culture: the code that shows a number says which.
void Write(params FormattableString[] parts) => Console.WriteLine(string.Concat(parts.Select(part => part.ToString(culture))));
