using NodaTime;

namespace GoalMetrics;

// The shorter periods that are read of a window: of those that are asked for, the ones that are not cut by the period, the moment or the
// ends of the facts, or all where every one is cut.
internal sealed class WindowParts
{
    public static readonly WindowParts None = new();

    private WindowParts()
    {
    }

    public IReadOnlyList<ReadingWindow> Read { get; private init; } = [];

    // Whether they are cut, and a cut one has less of what is measured than a whole one.
    public bool AreCut { get; private init; }

    // Whether they are set against shorter periods of a later window that are cut elsewhere, or not at all.
    public bool AreUnlike { get; private init; }

    // What whole ones lack that were left out; null where the facts are complete for all of them.
    public LackingData? Lacking { get; private init; }

    public static WindowParts Of(ReadingWindow window, SubPeriodMeasure measure, ReadingPart part, PartChoice choice)
    {
        var own = Chosen(window, measure, part, choice);
        if (window.Later is not { } later || measure.Measure.MoreTime == TimeEffect.None)
        {
            return own;
        }

        var others = Chosen(later, measure, part, choice);
        var areUnlike = (own.AreCut || others.AreCut) && !AreCutAlike(own.Read, others.Read);
        return new() { Read = own.Read, AreCut = own.AreCut, AreUnlike = areUnlike, Lacking = own.Lacking };
    }

    private static WindowParts Chosen(ReadingWindow window, SubPeriodMeasure measure, ReadingPart part, PartChoice choice)
    {
        var parts = window.Parts(measure.Grain).Where(choice.IsAsked).ToList();
        var whole = parts.Where(each => each.IsWhole).ToList();
        var alone = measure.Measure.Compile([.. whole.Select(each => each.Alone())], part.Draft());
        var covered = whole.Where((_, i) => alone.Coverage(i) == WindowCoverage.Full).ToList();
        var areCut = whole.Count == 0 && parts.Count > 0 && measure.Measure.MoreTime != TimeEffect.None;
        return new()
        {
            Read = covered.Count > 0 ? covered : parts,
            AreCut = areCut,
            Lacking = covered.Count == whole.Count ? null : LackingIn(whole, alone),
        };
    }

    private static LackingData LackingIn(List<ReadingWindow> whole, MeasureNode alone)
    {
        var lacking = new LackingData();
        for (var i = 0; i < whole.Count; i++)
        {
            alone.AddLacking(i, lacking);
        }

        return lacking;
    }

    private static bool AreCutAlike(IReadOnlyList<ReadingWindow> parts, IReadOnlyList<ReadingWindow> others) =>
        parts.Count == others.Count && parts.Zip(others, (part, other) => Shown(part) == Shown(other)).All(isSame => isSame);

    // How much of a part is seen, by the clocks.
    private static Duration Shown(ReadingWindow part)
    {
        var zone = part.Period.Calendar.Zone;
        return OnTheClock(part.Seen.End) - OnTheClock(part.Seen.Start);

        Instant OnTheClock(Instant instant) => instant.InZone(zone).LocalDateTime.InUtc().ToInstant();
    }
}
