namespace EngineTests.Contract;

/// <summary>Tables, and what an engine that has loaded them is asked.</summary>
public sealed class EngineCase(ReportingCalendar calendar, IReadOnlyList<FactSet> tables)
{
    public ReportingCalendar Calendar { get; } = calendar;

    public IReadOnlyList<FactSet> Tables { get; } = tables;

    /// <summary>Asked all at once.</summary>
    public IReadOnlyList<AggregateRequest> Requests { get; init; } = [];

    /// <summary>Asked one after the other.</summary>
    public IReadOnlyList<FactRequest> Readings { get; init; } = [];

    public override string ToString() => string.Join(
        "\n",
        [
            $"calendar {Calendar}",
            .. Tables.Select(table => table.ToString()),
            .. Requests.Select(Described.Request),
            .. Readings.Select(Described.Reading),
        ]);
}
