namespace GoalMetrics;

// What a series has on dates that its calendar declares to be off, or to weigh less: a share of what is usual on their weekday. Those of
// the past show it, for a shop may be open on holidays; where there are none, their weight stands for it.
internal sealed class DaysOff
{
    // A share that is far below 0 is that of a series around 0, and says nothing.
    private const double Least = -1d;

    private readonly Dictionary<decimal, double> _shares = [];

    public static DaysOff None { get; } = new();

    // By how much less there is on dates that weigh as little. Values leave out what is fixed.
    public static DaysOff Of(IReadOnlyList<HistoryPoint> points, Func<HistoryPoint, double?> valueOf)
    {
        if (points.Count == 0 || !CanBeIn(points[0].Period))
        {
            return None;
        }

        var usual = new UsualValues();
        var declared = new List<(decimal Weight, ReportingPeriod Period, double Value)>();
        foreach (var point in points)
        {
            if (valueOf(point) is not { } value)
            {
                continue;
            }

            if (WeightOf(point.Period) is { } weight)
            {
                declared.Add((weight, point.Period, value));
            }
            else
            {
                usual.Add(point.Period, value);
            }
        }

        var found = new DaysOff();
        foreach (var alike in declared.GroupBy(day => day.Weight))
        {
            if (ShareOf(alike.Select(day => (usual.Around(day.Period), day.Value))) is { } share)
            {
                found._shares[alike.Key] = Effective(share, alike.Key);
            }
        }

        return found;
    }

    // Of such a measure there is less on days off: it is added up or counted, on the day itself.
    public static bool Lessen(Measure measure) =>
        ClosedDays.LeaveNothingOf(measure) && !ShiftedView.IsIn(measure);

    // Takes values out that are less for being those of days off: nothing, or nearer to what was declared than to what is usual.
    public static void TakeOut(double?[] values, IReadOnlyList<ReportingPeriod> periods)
    {
        if (periods.Count == 0 || !CanBeIn(periods[0]))
        {
            return;
        }

        var (usual, declared) = (new UsualValues(), new List<int>());
        for (var i = 0; i < values.Length; i++)
        {
            if (WeightOf(periods[i]) is not null)
            {
                declared.Add(i);
            }
            else if (values[i] is { } value)
            {
                usual.Add(periods[i], value);
            }
        }

        foreach (var i in declared)
        {
            var bound = usual.Around(periods[i]) * Bound(WeightOf(periods[i])!.Value);
            if (values[i] == 0d || (values[i] > 0d && values[i] < bound))
            {
                values[i] = null;
            }
        }
    }

    // Whether it is on a day off that had, or will have, less.
    public bool Has(ReportingPeriod period) => ShareOf(period) < 1d;

    public double ShareOf(ReportingPeriod period)
    {
        if (ReferenceEquals(this, None) || !CanBeIn(period) || WeightOf(period) is not { } weight)
        {
            return 1d;
        }

        if (_shares.TryGetValue(weight, out var share))
        {
            return share;
        }

        return (double)weight;
    }

    // Longer periods have days of either kind.
    private static bool CanBeIn(ReportingPeriod period) => (period.IsHour || period.Grain == Grain.Day) && period.Calendar.DeclaresDates;

    private static decimal? WeightOf(ReportingPeriod period) => period.Calendar.DeclaredShareOf(period.StartDate);

    // Null where nothing would have been usual either.
    private static double? ShareOf(IEnumerable<(double? Usual, double Value)> days)
    {
        double sum = 0d, all = 0d;
        foreach (var (usual, value) in days)
        {
            if (usual is { } expected)
            {
                sum += value;
                all += expected;
            }
        }

        return all == 0d ? null : sum / all;
    }

    // A share that is nearer to that of other days than to what was declared makes them days like others.
    private static double Effective(double share, decimal weight)
    {
        if (share >= Least && share < Bound(weight))
        {
            return share;
        }

        return 1d;
    }

    // Half-way between what was declared and what is usual. Days that are off by name only would have nothing.
    private static double Bound(decimal weight) => (1d + (weight < 1m ? (double)weight : 0d)) / 2d;
}
