namespace GoalMetrics;

// A measure compiled for the windows of a question: what a plan reads for it, and how its value is computed from that. Windows go by
// their index in the list that it was compiled for.
internal abstract class MeasureNode
{
    public abstract Quantity Value(int window, Reading reading);

    // Whether the facts are complete for all that the value rests on.
    public abstract bool IsCovered(int window);

    // What the value was computed from, for a reader's eyes.
    public virtual IReadOnlyList<MeasureValue> Evidence(int window, Reading reading) => [];
}
