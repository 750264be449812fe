using NodaTime;

namespace GoalMetrics.Sources;

/// <summary>
/// Time as a sorted list of cuts, in the table's own kind of time, and windows as ranges of them. Windows may overlap, as the days of
/// a rolling month do, and there may be gaps between them. Immutable.
/// </summary>
/// <remarks>
/// A fact belongs to a window when <c>cut[start] ≤ time &lt; cut[end]</c>. The cuts come from the reporting calendar, with its zone and
/// fiscal or retail years, so an engine needs to know none of those: a bucket is the position of a fact's time among the cuts
/// (<c>width_bucket</c> in PostgreSQL, <c>ASOF JOIN</c> in DuckDB). <see cref="Grain"/> and <see cref="Zone"/> are hints for an engine
/// that has a faster way: they may be missing, and the answer is the same with and without them.
/// </remarks>
public sealed class TimeCuts
{
    private TimeCuts(
        FactTime kind,
        IReadOnlyList<Instant> instants,
        IReadOnlyList<LocalDate> dates,
        IReadOnlyList<CutRange> windows,
        Grain? grain = null,
        DateTimeZone? zone = null)
    {
        Kind = kind;
        Instants = instants;
        Dates = dates;
        Windows = windows;
        Grain = grain;
        Zone = zone;
    }

    /// <summary>Whether the cuts are <see cref="Instants"/> or <see cref="Dates"/>.</summary>
    public FactTime Kind { get; }

    /// <summary>The number of cuts.</summary>
    public int Count => Kind == FactTime.Date ? Dates.Count : Instants.Count;

    /// <summary>The cuts of a table with instants, earliest first; empty for a table with dates.</summary>
    public IReadOnlyList<Instant> Instants { get; }

    /// <summary>The cuts of a table with dates, earliest first; empty for a table with instants.</summary>
    public IReadOnlyList<LocalDate> Dates { get; }

    /// <summary>The windows, each once, by start and then by end.</summary>
    public IReadOnlyList<CutRange> Windows { get; }

    /// <summary>
    /// The grain of the windows, if all are whole periods of one grain, by days that start at midnight; otherwise null. A hint.
    /// </summary>
    public Grain? Grain { get; }

    /// <summary>The zone of the calendar that the cuts come from; null if that is not known. A hint.</summary>
    public DateTimeZone? Zone { get; }

    /// <summary>Cuts for a table with instants.</summary>
    /// <param name="cuts">The cuts, earliest first, each once.</param>
    /// <param name="windows">The windows, by start and then by end, each once.</param>
    /// <exception cref="ArgumentException">Cuts or windows are not in order, or a window reaches beyond the cuts.</exception>
    public static TimeCuts OfInstants(IEnumerable<Instant> cuts, IEnumerable<CutRange> windows)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        Instant[] all = [.. cuts];
        return new(FactTime.Instant, Copies.Guarded(InOrder(all)), [], Copies.Guarded(Within(windows, all.Length)));
    }

    /// <summary>Cuts for a table with dates.</summary>
    /// <param name="cuts">The cuts, earliest first, each once; a date stands for its start.</param>
    /// <param name="windows">The windows, by start and then by end, each once.</param>
    /// <exception cref="ArgumentException">Cuts or windows are not in order, or a window reaches beyond the cuts.</exception>
    public static TimeCuts OfDates(IEnumerable<LocalDate> cuts, IEnumerable<CutRange> windows)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        LocalDate[] all = [.. cuts];
        return new(FactTime.Date, [], Copies.Guarded(InOrder(all)), Copies.Guarded(Within(windows, all.Length)));
    }

    /// <summary>The same cuts and windows, with these hints.</summary>
    /// <param name="grain">The grain of the windows, if all are whole periods of one; null for no hint.</param>
    /// <param name="zone">The zone of the calendar that the cuts come from; null for no hint.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grain is not one of the named ones.</exception>
    public TimeCuts WithHints(Grain? grain, DateTimeZone? zone) =>
        new(Kind, Instants, Dates, Windows, EnumValue.Checked(grain, nameof(grain)), zone);

    // Cuts and windows that are in order already and will not change, with hints.
    internal static TimeCuts Planned(
        IReadOnlyList<Instant> instants, IReadOnlyList<CutRange> windows, Grain? grain, DateTimeZone zone) =>
        new(FactTime.Instant, instants, [], windows, grain, zone);

    internal static TimeCuts Planned(
        IReadOnlyList<LocalDate> dates, IReadOnlyList<CutRange> windows, Grain? grain, DateTimeZone zone) =>
        new(FactTime.Date, [], dates, windows, grain, zone);

    private static T[] InOrder<T>(T[] cuts)
        where T : IComparable<T>
    {
        for (var i = 1; i < cuts.Length; i++)
        {
            if (cuts[i].CompareTo(cuts[i - 1]) <= 0)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Cuts come earliest first, each once; found {cuts[i]} after {cuts[i - 1]}."),
                    nameof(cuts));
            }
        }

        return cuts;
    }

    private static CutRange[] Within(IEnumerable<CutRange> windows, int cutCount)
    {
        ArgumentNullException.ThrowIfNull(windows);
        CutRange[] all = [.. windows];
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Length == 0 || all[i].End >= cutCount)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"A window is a range of the {cutCount} cuts; found {all[i]}."), nameof(windows));
            }

            if (i > 0 && (all[i - 1].Start, all[i - 1].End).CompareTo((all[i].Start, all[i].End)) >= 0)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Windows come by start and then by end, each once; found {all[i]} after {all[i - 1]}."),
                    nameof(windows));
            }
        }

        return all;
    }
}
