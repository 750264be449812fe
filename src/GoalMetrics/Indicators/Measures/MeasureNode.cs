using NodaTime;

namespace GoalMetrics;

// A measure compiled for the windows of a query: what a plan reads for it, and how its value is computed from that. A window is
// identified by its index in the list that the measure was compiled for.
internal abstract class MeasureNode
{
    public abstract Quantity Value(int window, Reading reading);

    // Whether a table that it reads has facts there, of the combination of members.
    public abstract bool HasFacts(int window, Reading reading);

    // Whether a value is only looked up in what was read, so that there is nothing to gain by keeping it.
    public virtual bool IsLookedUp => false;

    // Whether the facts are complete for everything the value is computed from.
    public abstract WindowCoverage Coverage(int window);

    // The shorter period of which no whole one is seen in a window, where the value is made of such, and a cut one has less of it; null
    // where it is not.
    public virtual Grain? CutGrain(int window) => null;

    // Whether such periods are set against ones of the later window that are cut elsewhere, or not at all.
    public virtual bool IsUnlike(int window) => false;

    // Whether that is so of the earlier time that the measure itself looks at.
    public virtual bool LooksAtUnlike(int window) => false;

    // Adds the times of which data are missing for the value; nothing where the window is fully covered.
    public abstract void AddLacking(int window, LackingData lacking);

    // The covered stretches of time that the value is about; null where parts of it are about different ones.
    public abstract IReadOnlyList<Interval>? Times(int window);

    // Where it is read, if it is one metric: the same object for all that are read in the same times of the same table.
    public virtual object? Place => null;

    // Whether the value is the same over any stretch of time.
    public virtual bool IsTimeless => false;

    // What the value was computed from, shown to the reader as an explanation.
    public virtual IReadOnlyList<MeasureValue> Evidence(int window, Reading reading) => [];
}
