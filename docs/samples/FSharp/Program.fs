module Program

// #region fsharp-facts
open System
open GoalMetrics
open NodaTime

type Day = { Date: LocalDate; Market: string; Visits: int; Orders: int; Revenue: decimal }

let days =
    [ { Date = LocalDate(2026, 9, 14); Market = "DK"; Visits = 900; Orders = 27; Revenue = 12_150m }
      { Date = LocalDate(2026, 9, 15); Market = "SE"; Visits = 400; Orders = 8; Revenue = 3_600m } ]

let shop =
    FactTable.From("shop", days)
        .At(fun day -> Nullable day.Date)                       // At takes what may be missing
        .Dimension("market", fun day -> day.Market)
        .Value("visits", (fun day -> day.Visits), Unit.Count "visit")
        .Value("orders", (fun day -> day.Orders), Unit.Count "order")
        .Value("revenue", (fun day -> day.Revenue), Unit.Money "DKK")
        .Build()
// #endregion

// #region fsharp-query
let visits = Metric.Sum("visits", shop.Schema, "visits")
let orders = Metric.Sum("orders", shop.Schema, "orders")
let revenue = Metric.Sum("revenue", shop.Schema, "revenue")
let conversion = Kpi.Of("conversion-rate", (fun orders visits -> Marketing.ConversionRate(orders, visits)), orders, visits)

let calendar = ReportingCalendar.Iso "Europe/Copenhagen"
let source = InMemorySource(calendar, shop)
let table = source.Query(Query.For(conversion, revenue).By("market"))

for row in table do
    printfn $"""{row["market"]}: {row[conversion]}, {row[revenue]}"""   // DK: 3 %, DKK 12,150.00
// #endregion

// #region fsharp-values
let average = table.Total[revenue] / Quantity.Count 35
let isHigh = average > Money.Dkk 400m                           // Quantities compare and calculate as numbers do
printfn $"{average} {isHigh}"                                   // DKK 450.00 True

match Option.ofNullable (Marketing.ConversionRate(Quantity.Count 0, Quantity.Count 0).AmountOrNull) with
| Some rate -> printfn $"{rate}"
| None -> printfn "no visitors"                                 // no visitors
// #endregion

// #region fsharp-filters
let danish = Filter.Equal("market", "DK")
let large = Filter.Compare("revenue", Comparison.GreaterOrEqual, 5_000m)
let some = orders.Where(danish.Not() ||| (danish &&& large)).As "some-orders"
let found = source.Query(Query.For some)
printfn $"{found.Total[some]}"                                  // 35
// #endregion

// #region fsharp-goals
let goal =
    SmartGoal(
        "more-revenue",
        Statement = "Sell for 25,000 kroner in week 38 of 2026",
        Measure = revenue,
        Target = Target.Reach(Money.Dkk 25_000m),
        Period = calendar.Week(2026, 38),
        Owner = "Sales")

let progress = GoalTracker.Default.Track(goal, source, calendar.StartOfDay(LocalDate(2026, 9, 16)))
printfn $"{progress.Attainment}"                                // 63 %
// #endregion

// #region fsharp-async
let later =
    task {
        let! table = source.QueryAsync(Query.For revenue)       // any source, a database too
        return table.Total[revenue]
    }
// #endregion

printfn $"{later.Result}"
