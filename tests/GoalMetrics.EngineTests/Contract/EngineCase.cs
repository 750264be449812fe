namespace EngineTests.Contract;

/// <summary>Tables, and what an engine that has loaded them is asked.</summary>
public sealed class EngineCase(ReportingCalendar calendar, IReadOnlyList<FactSet> tables)
{
    public ReportingCalendar Calendar { get; } = calendar;

    public IReadOnlyList<FactSet> Tables { get; } = tables;

    public IReadOnlyList<AggregateRequest> Requests { get; init; } = [];

    public IReadOnlyList<FactRequest> Readings { get; init; } = [];

    /// <summary>How they are asked.</summary>
    public Asking Asking { get; init; }

    public override string ToString() => string.Join(
        "\n",
        [
            $"calendar {Calendar}, asked {Asking}",
            .. Tables.Select(table => table.ToString()),
            .. Requests.Select(Described.Request),
            .. Readings.Select(Described.Reading),
        ]);
}
