using NodaTime;

namespace GoalMetrics;

internal readonly struct TimeStage(TimeColumn column)
    : ICellStage<LocalDate?>, ICellStage<DateOnly?>, ICellStage<Instant?>, ICellStage<DateTimeOffset?>
{
    public CellProblem? Stage(int slot, LocalDate? cell) => column.Stage(slot, cell);

    public CellProblem? Stage(int slot, DateOnly? cell) => column.Stage(slot, cell);

    public CellProblem? Stage(int slot, Instant? cell) => column.Stage(slot, cell);

    public CellProblem? Stage(int slot, DateTimeOffset? cell) => column.Stage(slot, cell);
}
