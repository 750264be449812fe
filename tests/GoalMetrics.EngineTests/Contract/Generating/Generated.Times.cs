using CsCheck;
using NodaTime;

namespace EngineTests.Contract.Generating;

// Windows of time, and moments.
internal static partial class Generated
{
    // Beside the times of facts by a nanosecond, which no fact has, or by the least that facts lie apart.
    private static readonly Gen<Duration> AnyBeside = Gen.Frequency(
        (12, Gen.Const(Duration.Zero)),
        (1, Gen.OneOfConst(Duration.FromNanoseconds(1L), Duration.FromNanoseconds(-1L))),
        (1, Gen.OneOfConst(Duration.FromTicks(10), Duration.FromTicks(-10))));

    private static Gen<TimeCuts> AnyCuts(ReportingCalendar calendar, FactTime kind) =>
        Gen.Frequency((3, AnyWindows(calendar, kind)), (1, AnyPeriods(calendar, kind)));

    // Cuts from before the first fact to after the last, and windows as they come: side by side, overlapping, nested, with gaps, empty.
    private static Gen<TimeCuts> AnyWindows(ReportingCalendar calendar, FactTime kind) =>
        from isOfDays in Gen.Bool
        from slots in Gen.Int[-6, (Days + 2) * SlotsPerDay].Array[2, 8]
        let areDays = isOfDays || kind == FactTime.Date
        let places = slots.Select(slot => areDays ? StartOfDay(slot) : slot).Distinct().Order().ToArray()
        where places.Length > 1
        from pairs in Gen.Select(Gen.Int[0, places.Length - 1], Gen.Int[0, places.Length - 1]).Array[1, 6]
        let windows = pairs.Where(pair => pair.Item1 != pair.Item2)
            .Select(pair => new CutRange(Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2)))
            .Distinct()
            .OrderBy(window => (window.Start, window.End))
            .ToArray()
        where windows.Length > 0
        from beside in AnyBeside.Array[places.Length]
        from zone in AnyZoneHint(calendar)
        select Cuts(calendar, kind, areDays, places, beside, windows).WithHints(grain: null, zone);

    private static TimeCuts Cuts(
        ReportingCalendar calendar, FactTime kind, bool areDays, int[] places, Duration[] beside, CutRange[] windows)
    {
        if (kind == FactTime.Date)
        {
            return TimeCuts.OfDates(places.Select(place => FirstDate.PlusDays(place / SlotsPerDay)), windows);
        }

        return areDays
            ? TimeCuts.OfInstants(places.Select(place => StartOf(calendar, place)), windows)
            : TimeCuts.OfInstants(places.Select((place, i) => InstantAt(calendar, place) + beside[i]), windows);
    }

    private static Gen<DateTimeZone?> AnyZoneHint(ReportingCalendar calendar) => Gen.OneOfConst(null, calendar.Zone);

    // Some of the periods of a grain, with or without the hint that they are that.
    private static Gen<TimeCuts> AnyPeriods(ReportingCalendar calendar, FactTime kind) =>
        from grain in Gen.OneOfConst(GrainsOf(kind))
        let periods = Periods(calendar, grain)
        from first in Gen.Int[0, periods.Count - 1].Array[1, 6]
        let windows = first.Distinct().Order().Select(period => new CutRange(period, period + 1)).ToArray()
        from isGrainHinted in Gen.Bool
        from zone in AnyZoneHint(calendar)
        let isHint = isGrainHinted && (calendar.FirstHourOfDay == 0 || grain == Grain.Hour)
        select Cuts(kind, periods, windows).WithHints(isHint ? grain : null, zone);

    private static Grain[] GrainsOf(FactTime kind) => kind == FactTime.Date
        ? [Grain.Day, Grain.Week, Grain.Month]
        : [Grain.Hour, Grain.Day, Grain.Week, Grain.Month];

    private static TimeCuts Cuts(FactTime kind, List<ReportingPeriod> periods, CutRange[] windows) => kind == FactTime.Date
        ? TimeCuts.OfDates(periods.Select(period => period.StartDate).Append(periods[^1].EndDate), windows)
        : TimeCuts.OfInstants(periods.Select(period => period.Start).Append(periods[^1].End), windows);

    // From before the first facts on; of hours, those around the end of summer time in Copenhagen.
    private static List<ReportingPeriod> Periods(ReportingCalendar calendar, Grain grain)
    {
        var (start, count) = grain switch
        {
            Grain.Hour => (calendar.StartOfDay(FirstDate.PlusDays(2)), 30),
            Grain.Day => (calendar.StartOfDay(FirstDate.PlusDays(-1)), Days + 2),
            _ => (calendar.StartOfDay(FirstDate), 3),
        };
        List<ReportingPeriod> periods = [calendar.PeriodAt(grain, start)];
        while (periods.Count < count)
        {
            periods.Add(calendar.PeriodAt(grain, periods[^1].End));
        }

        return periods;
    }

    private static int StartOfDay(int slot) => slot - (((slot % SlotsPerDay) + SlotsPerDay) % SlotsPerDay);

    private static Instant StartOf(ReportingCalendar calendar, int slot) => calendar.StartOfDay(FirstDate.PlusDays(slot / SlotsPerDay));

    // Around the end of the last window. Which facts count is up to the windows alone, whatever the moment.
    private static Instant AsOf(ReportingCalendar calendar, TimeCuts time, int later)
    {
        var last = time.Windows.Max(window => window.End);
        return time.Kind == FactTime.Date
            ? calendar.StartOfDay(time.Dates[last]) + Duration.FromHours((6 * later) - 18)
            : time.Instants[last] + Duration.FromHours(6 * later);
    }
}
