namespace GoalMetrics;

// The rows of one period, in order, and beside them its subtotals. They are put under their members when the first is looked up.
internal sealed class PeriodRows(ReportingPeriod period, MetricRow[] rows, MetricRow[] subtotals)
{
    private readonly Lazy<Dictionary<MemberKey, MetricRow>> _byMembers = new(() => Index(rows.Concat(subtotals)));

    public ReportingPeriod Period => period;

    public MetricRow[] Rows => rows;

    public MetricRow[] Subtotals => subtotals;

    public static Dictionary<MemberKey, MetricRow> Index(IEnumerable<MetricRow> rows) => rows.ToDictionary(row => new MemberKey(row.Members));

    public MetricRow? Find(MemberKey members) => _byMembers.Value.GetValueOrDefault(members);
}
