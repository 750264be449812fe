using System.Diagnostics.Metrics;

namespace GoalMetrics;

// Which instrument goes into which column of which table, and which tag is the member of each dimension.
internal sealed record InstrumentRoute(LiveTable Table, string Meter, string Instrument, int Place, string[] Tags)
{
    public FactColumn Column => Table.Schema.Columns[Place];

    public bool IsOf(Instrument instrument) => instrument.Name == Instrument && instrument.Meter.Name == Meter;

    // The same measurements into the same place twice would count twice.
    public bool IsSame(InstrumentRoute other) =>
        Table == other.Table && Meter == other.Meter && Instrument == other.Instrument && Place == other.Place;

    public override string ToString() => $"'{Shown.Clip(Instrument)}' of meter '{Shown.Clip(Meter)}'";
}
