namespace GoalMetrics.Benchmarks;

/// <summary>Workload W1 in the library: the table, the measures and the three questions.</summary>
internal sealed class Shop
{
    public Shop(IEnumerable<Fact> facts)
    {
        Table = Load(facts);
        Copenhagen = InCopenhagen(threads: 1);
        Utc = new(ReportingCalendar.Utc, Table) { MaxThreads = 1 };
        Visits = Metric.Count("visits", Table, "visit");
        Orders = Metric.Sum("orders", Table, "orders");
        Revenue = Metric.Sum("revenue", Table, "revenue");
        Customers = Metric.CountDistinct("customers", Table, "customer", "customer");
        ConversionRate = Kpi.Of("conversion-rate", Marketing.ConversionRate, Orders, Visits);
        RevenuePerVisit = Kpi.Of("revenue-per-visit", Commerce.RevenuePerVisitor, Revenue, Visits);
        Five = [Visits, Orders, Revenue, ConversionRate, RevenuePerVisit];
        AllFive = Query.For(Five);
        ByMonth = AllFive.By(Grain.Month).By("channel");
        ByMonthWithCustomers = Query.For([.. Five, Customers])
            .By(Grain.Month)
            .By("channel");
        ByDay = Query.For(Visits).By(Grain.Day);
    }

    public FactTable Table { get; }

    /// <summary>The source with days of Copenhagen, on one thread.</summary>
    public InMemorySource Copenhagen { get; }

    /// <summary>The source with days of UTC, for peers that know no zones; on one thread.</summary>
    public InMemorySource Utc { get; }

    public Metric Visits { get; }

    public Metric Orders { get; }

    public Metric Revenue { get; }

    public Metric Customers { get; }

    public Kpi ConversionRate { get; }

    public Kpi RevenuePerVisit { get; }

    /// <summary>Visits, orders, revenue, conversion rate and revenue per visit.</summary>
    public Measure[] Five { get; }

    /// <summary>All five over all time.</summary>
    public Query AllFive { get; }

    /// <summary>The same five by month and channel.</summary>
    public Query ByMonth { get; }

    /// <summary>The same, and exact distinct customers.</summary>
    public Query ByMonthWithCustomers { get; }

    /// <summary>Visits by day.</summary>
    public Query ByDay { get; }

    /// <summary>A shop of so many facts, spread evenly over the two years.</summary>
    public static Shop Of(int rows) => new(FactRow.Generate(rows).Select(row => row.ToFact()));

    /// <summary>All five columns of the facts as a table.</summary>
    public static FactTable Load(IEnumerable<Fact> facts) => FactTable.From("visits", facts)
        .At(fact => fact.Time)
        .Dimension("channel", fact => fact.Channel)
        .Dimension("customer", fact => fact.Customer)
        .Flag("orders", fact => fact.Ordered, Unit.Count("order"))
        .Value("revenue", fact => fact.Revenue, Unit.Money("DKK"))
        .Build();

    /// <summary>A source with days of Copenhagen, on so many threads.</summary>
    public InMemorySource InCopenhagen(int threads) => new(ReportingCalendar.Iso("Europe/Copenhagen"), Table) { MaxThreads = threads };

    /// <summary>Asks <see cref="ByMonth"/> and reads every value: KPIs are computed when they are read.</summary>
    public IReadOnlyList<Cell> AnswerByMonth(InMemorySource source) => Read(source.Query(ByMonth), _ => 0);

    /// <summary>Asks <see cref="ByMonthWithCustomers"/> and reads every value.</summary>
    public IReadOnlyList<Cell> AnswerWithCustomers(InMemorySource source) =>
        Read(source.Query(ByMonthWithCustomers), row => (long)row[Customers].Amount);

    /// <summary>Asks <see cref="ByDay"/> in Copenhagen and reads every day's visits, in order.</summary>
    public IReadOnlyList<long> AnswerByDay() => [.. Copenhagen.Query(ByDay).Rows.Select(row => (long)row[Visits].Amount)];

    private List<Cell> Read(MetricTable table, Func<MetricRow, long> customers)
    {
        var cells = new List<Cell>(table.Count);
        foreach (var row in table)
        {
            var month = row.Period.StartDate;
            cells.Add(new(
                (month.Year * 100) + month.Month,
                row.Members[0]!,
                (long)row[Visits].Amount,
                (long)row[Orders].Amount,
                row[Revenue].Amount,
                row[ConversionRate].Amount,
                row[RevenuePerVisit].Amount,
                customers(row)));
        }

        return cells;
    }
}
