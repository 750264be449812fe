using NodaTime;

namespace GoalMetrics;

// A measure over the same one across all members of a dimension, which is read in a part of its own.
internal sealed class ShareNode(ShareMeasure measure, MeasureNode part, MeasureNode whole, ReadingPart across) : MeasureNode
{
    private readonly AcrossReadings _across = new(across, [measure.Dimension]);

    public override WindowCoverage Coverage(int window) => part.Coverage(window);

    public override Grain? CutGrain(int window) => part.CutGrain(window);

    public override bool IsUnlike(int window) => part.IsUnlike(window);

    public override bool LooksAtUnlike(int window) => part.LooksAtUnlike(window);

    public override void AddLacking(int window, LackingData lacking) => part.AddLacking(window, lacking);

    public override IReadOnlyList<Interval>? Times(int window) => part.Times(window);

    public override bool HasFacts(int window, Reading reading) => part.HasFacts(window, reading);

    public override Quantity Value(int window, Reading reading)
    {
        var own = part.Value(window, reading);
        if (!own.IsDefined)
        {
            return Quantity.Undefined(own.Reason!.Value, measure.Measure.Id, measure.Unit);
        }

        var all = WholeOf(window, reading);
        if (all is { IsDefined: true, Amount: not 0m })
        {
            return own / all;
        }

        return Quantity.Undefined(all.Reason ?? UndefinedReason.ZeroDenominator, measure.Measure.Id, measure.Unit);
    }

    public override IReadOnlyList<MeasureValue> Evidence(int window, Reading reading) =>
        [new(measure.Measure, part.Value(window, reading)), new(measure.Measure, WholeOf(window, reading))];

    // Where there are no facts across the dimension, there are none of the member either.
    private Quantity WholeOf(int window, Reading reading)
    {
        if (_across.TryOf(reading, out var all))
        {
            return whole.Value(window, all);
        }

        return part.Value(window, reading);
    }
}
