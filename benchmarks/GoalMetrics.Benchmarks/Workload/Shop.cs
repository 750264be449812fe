namespace GoalMetrics.Benchmarks;

/// <summary>Workload W1 in the library: the table, the measures and the three questions.</summary>
internal sealed class Shop
{
    private readonly Metric _visits;
    private readonly Metric _orders;
    private readonly Metric _revenue;
    private readonly Metric _customers;
    private readonly Kpi _conversionRate;
    private readonly Kpi _revenuePerVisit;

    public Shop(IEnumerable<Fact> facts)
    {
        Table = Load(facts);
        Copenhagen = new(ReportingCalendar.Iso("Europe/Copenhagen"), Table);
        Utc = new(ReportingCalendar.Utc, Table);
        _visits = Metric.Count("visits", Table, "visit");
        _orders = Metric.Sum("orders", Table, "orders");
        _revenue = Metric.Sum("revenue", Table, "revenue");
        _customers = Metric.CountDistinct("customers", Table, "customer", "customer");
        _conversionRate = Kpi.Of("conversion-rate", Marketing.ConversionRate, _orders, _visits);
        _revenuePerVisit = Kpi.Of("revenue-per-visit", Commerce.RevenuePerVisitor, _revenue, _visits);
        ByMonth = Query.For(_visits, _orders, _revenue, _conversionRate, _revenuePerVisit).By(Grain.Month).By("channel");
        ByMonthWithCustomers = Query.For(_visits, _orders, _revenue, _conversionRate, _revenuePerVisit, _customers).By(Grain.Month).By("channel");
        ByDay = Query.For(_visits).By(Grain.Day);
    }

    public FactTable Table { get; }

    /// <summary>The source with days of Copenhagen.</summary>
    public InMemorySource Copenhagen { get; }

    /// <summary>The source with days of UTC, for peers that know no zones.</summary>
    public InMemorySource Utc { get; }

    /// <summary>Visits, orders, revenue, conversion rate and revenue per visit by month and channel.</summary>
    public Query ByMonth { get; }

    /// <summary>The same, and exact distinct customers.</summary>
    public Query ByMonthWithCustomers { get; }

    /// <summary>Visits by day.</summary>
    public Query ByDay { get; }

    /// <summary>All five columns of the facts as a table.</summary>
    public static FactTable Load(IEnumerable<Fact> facts) => FactTable.From("visits", facts)
        .At(fact => fact.Time)
        .Dimension("channel", fact => fact.Channel)
        .Dimension("customer", fact => fact.Customer)
        .Flag("orders", fact => fact.Ordered, Unit.Count("order"))
        .Value("revenue", fact => fact.Revenue, Unit.Money("DKK"))
        .Build();

    /// <summary>Asks <see cref="ByMonth"/> and reads every value: KPIs are computed when they are read.</summary>
    public IReadOnlyList<Cell> AnswerByMonth(InMemorySource source) => Read(source.Query(ByMonth), _ => 0);

    /// <summary>Asks <see cref="ByMonthWithCustomers"/> and reads every value.</summary>
    public IReadOnlyList<Cell> AnswerWithCustomers(InMemorySource source) =>
        Read(source.Query(ByMonthWithCustomers), row => (long)row[_customers].Amount);

    /// <summary>Asks <see cref="ByDay"/> in Copenhagen and reads every day's visits, in order.</summary>
    public IReadOnlyList<long> AnswerByDay() => [.. Copenhagen.Query(ByDay).Rows.Select(row => (long)row[_visits].Amount)];

    private List<Cell> Read(MetricTable table, Func<MetricRow, long> customers)
    {
        var cells = new List<Cell>(table.Count);
        foreach (var row in table)
        {
            var month = row.Period.StartDate;
            cells.Add(new(
                (month.Year * 100) + month.Month,
                row.Members[0]!,
                (long)row[_visits].Amount,
                (long)row[_orders].Amount,
                row[_revenue].Amount,
                row[_conversionRate].Amount,
                row[_revenuePerVisit].Amount,
                customers(row)));
        }

        return cells;
    }
}
