using NodaTime;

namespace GoalMetrics;

internal readonly struct TimeStage(TimeColumn column)
    : ICellStage<LocalDate?>, ICellStage<DateOnly?>, ICellStage<Instant?>, ICellStage<DateTimeOffset?>
{
    public CellProblem? Stage(int slot, in LocalDate? cell) => column.Stage(slot, in cell);

    public CellProblem? Stage(int slot, in DateOnly? cell) => column.Stage(slot, in cell);

    public CellProblem? Stage(int slot, in Instant? cell) => column.Stage(slot, in cell);

    public CellProblem? Stage(int slot, in DateTimeOffset? cell) => column.Stage(slot, in cell);
}
