// Which traffic sources bring visitors who buy? One year of a real shop's sessions; data/README.md says whose.
using System.Globalization;
using CsvHelper;
using GoalMetrics;
using NodaTime;
using TrafficSources;

// The file names the months but not the year. A fact needs a date, so the year is nominal: nothing below depends on it.
const int nominalYear = 2018;
var culture = CultureInfo.GetCultureInfo("en-GB");

// 1. Facts: what happened, when, and by which dimensions it can be told apart.
using var csv = CsvReader.FromFile(Path.Combine(AppContext.BaseDirectory, "data", "sessions_monthly.csv"));
var site = FactTable.From("site", csv.GetRecords<MonthlySessions>())
    .At(line => new LocalDate(nominalYear, line.Month, 1))
    .Dimension("source", line => line.Source)
    .Dimension("visitor", line => line.VisitorType)
    .Value("sessions", line => line.Sessions, Unit.Count("session"))
    .Value("purchases", line => line.Purchases, Unit.Count("purchase"))
    .Build();

// 2. Measures: what to compute. No number is read yet, but a formula that cannot take these units would throw here.
var sessions = Metric.Sum("sessions", of: site, column: "sessions");
var purchases = Metric.Sum("purchases", of: site, column: "purchases");
var conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, purchases, sessions);

// 3. Questions. Every row and the total are computed from the facts: a rate is never an average of rates.
var source = new InMemorySource(ReportingCalendar.Utc, site);
var figures = Query.For(sessions, purchases, conversion);
var bySource = source.Query(figures.By("source"));
var byVisitor = source.Query(figures.By("visitor"));

// 4. Answers. Sorted by purchases: by conversion rate, a source with three sessions would come first.
Write($"Sessions and purchases by traffic source, most purchases first (the data has no year: {nominalYear:D4} is nominal)");
WriteTable("source", bySource);
Write($"The same by type of visitor");
WriteTable("visitor", byVisitor);

// In words, from the same rows. Only the larger sources are ranked: a rate from a few sessions is mostly chance.
var large = bySource.Rows.Where(row => ShareOfAll(sessions, row) >= 1.Percent()).OrderByDescending(row => row[conversion]).ToList();
var (best, worst, top) = (large[0], large[^1], bySource.Rows.MaxBy(row => row[purchases])!);
Write(
    $"Of the {large.Count} sources with 1% or more of the sessions, {best.Members[0]} converts best ({best[conversion]:G2}) and",
    $" {worst.Members[0]} worst ({worst[conversion]:G2}).");
Write(
    $"Most purchases come from {top.Members[0]}: {ShareOfAll(purchases, top):G0} of them,",
    $" from {ShareOfAll(sessions, top):G0} of the sessions.");

Quantity ShareOfAll(Measure measure, MetricRow row) => row[measure].RatioTo(bySource.Total[measure]);

void WriteTable(string title, MetricTable table)
{
    Write($"{title,-18} {"sessions",9} {"of traffic",11} {"purchases",10} {"conversion",11}");
    foreach (var row in table.Rows.OrderByDescending(row => row[purchases]).ThenByDescending(row => row[sessions]).Append(table.Total))
    {
        // The total stands for all members, so it has none of its own.
        var name = row.Members.Count == 0 ? "total" : row.Members[0];
        var share = Marketing.ShareOfTraffic(sessionsFromSource: row[sessions], allSessions: table.Total[sessions]);

        // G2 shows the unit and two decimals; N0 the number alone.
        Write($"{name,-18} {row[sessions],9:N0} {share,11:G2} {row[purchases],10:N0} {row[conversion],11:G2}");
    }

    Write($"");
}

// The library never asks the machine for its culture: the code that shows a number says which.
void Write(params FormattableString[] parts) => Console.WriteLine(string.Concat(parts.Select(part => part.ToString(culture))));
