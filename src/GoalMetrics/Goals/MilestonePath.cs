using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A path in steps: each milestone's share is expected once its last day is over. For goals that are complete with their milestones, and
/// for any other that is reached step by step. Immutable.
/// </summary>
/// <remarks>
/// share(t) = Σ weights of the milestones due before t / Σ weights of all. Whether they are complete does not matter here.
/// </remarks>
public sealed class MilestonePath : IProgressPath
{
    private readonly Milestone[] _milestones;

    private MilestonePath(Milestone[] milestones) => _milestones = milestones;

    /// <summary>The path of milestones: <c>MilestonePath.Of([.. target.Milestones])</c>.</summary>
    /// <param name="milestones">One or more, in any order. Those due after the goal's period are expected at its end.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static MilestonePath Of(params Milestone[] milestones)
    {
        Milestone[] all = [.. Copies.Of(milestones, nameof(milestones))];
        if (all.Length == 0)
        {
            throw new ArgumentException("Expected at least one milestone.", nameof(milestones));
        }

        return new(all);
    }

    /// <inheritdoc/>
    public decimal ShareAt(ReportingPeriod period, Instant moment) => PositionAt(period, moment).Share;

    /// <inheritdoc/>
    public PathPosition PositionAt(ReportingPeriod period, Instant moment)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (moment <= period.Start || moment >= period.End)
        {
            return PathPosition.Of(moment >= period.End ? 1m : 0m, 1m, period.Days);
        }

        var today = period.Calendar.DateOf(moment);
        var due = _milestones.Where(milestone => milestone.Due.WithCalendar(CalendarSystem.Iso) < today);
        return PathPosition.Of(due.Sum(milestone => milestone.Weight), _milestones.Sum(milestone => milestone.Weight), period.Days)
            .WithElapsedDays(period.ElapsedDays(moment));
    }
}
