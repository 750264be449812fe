using System.Numerics;

namespace GoalMetrics;

internal readonly struct ValueStage<TNumber>(ValueColumn column) : ICellStage<TNumber>, ICellStage<TNumber?>
    where TNumber : struct, INumber<TNumber>
{
    public CellProblem? Stage(int slot, in TNumber cell) => column.Stage(slot, in cell);

    public CellProblem? Stage(int slot, in TNumber? cell) =>
        cell.HasValue ? column.Stage(slot, in Nullable.GetValueRefOrDefaultRef(in cell)) : column.StageNull(slot);
}
