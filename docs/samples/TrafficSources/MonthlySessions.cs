using CsvHelper;

namespace TrafficSources;

/// <summary>A line of <c>data/sessions_monthly.csv</c>: the sessions of a month from one source, by one kind of visitor.</summary>
[CsvRecord]
internal sealed partial record MonthlySessions(
    [CsvColumn("month")] int Month,
    [CsvColumn("visitor_type")] string VisitorType,
    [CsvColumn("traffic_source")] string Source,
    [CsvColumn("sessions")] int Sessions,
    [CsvColumn("purchases")] int Purchases);
