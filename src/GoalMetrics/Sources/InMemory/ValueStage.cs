using System.Numerics;

namespace GoalMetrics;

internal readonly struct ValueStage<TNumber>(ValueColumn column) : ICellStage<TNumber>, ICellStage<TNumber?>
    where TNumber : struct, INumber<TNumber>
{
    public CellProblem? Stage(int slot, TNumber cell) => column.Stage(slot, cell);

    public CellProblem? Stage(int slot, TNumber? cell) => cell is { } number ? column.Stage(slot, number) : column.StageNull(slot);
}
