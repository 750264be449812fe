using GoalMetrics.Statistics;
using NodaTime;

namespace GoalMetrics;

// Days of nothing on weekdays that usually have something, which chance does not explain: holidays that no calendar declares, or outages.
// They are no example of the days ahead, unless they are how it is now.
internal sealed class ClosedDays
{
    private const int LeastDays = 4 * WeekdayValues.Week;

    // What is rare: a closure in twenty days, however long, and a day in five. Where they are not, days ahead will be like them.
    private const int OneClosureIn = 20;
    private const int OneDayIn = 5;
    private const double Chance = 0.01;

    // So many closed Sundays in a row, or more closed days than these at the end, are no exceptions any more.
    private const int Lasting = 2;
    private const int MostAtEnd = 4;

    private readonly double?[] _values = [];
    private readonly double?[] _usual = [];
    private readonly bool[] _isHowItIsNow = [];
    private readonly HashSet<LocalDate> _dates = [];

    private ClosedDays()
    {
    }

    private ClosedDays(IReadOnlyList<HistoryPoint> points, double?[] values)
    {
        _values = values;
        _usual = [.. values.Select((_, day) => WeekdayValues.UsualAround(day, values))];
        _isHowItIsNow = new bool[values.Length];
        MarkLasting();
        MarkEnd();
        List<int> open = [.. Enumerable.Range(0, values.Length).Where(IsOpen)];
        var closed = Exceptions(open);
        _dates = [.. closed.Select(day => points[day].Period.StartDate)];
        Share = open.Count == 0 ? 0d : (double)closed.Count / open.Count;
    }

    public static ClosedDays None { get; } = new();

    // How many of the days that usually have something: as many of those ahead will be closed.
    public double Share { get; }

    // None in a history by other periods, or in a short one. Values leave out what is fixed.
    public static ClosedDays Of(IReadOnlyList<HistoryPoint> points, Func<HistoryPoint, double?> valueOf)
    {
        if (points.Count < LeastDays || points[0].Period.Grain != Grain.Day)
        {
            return None;
        }

        double?[] values = [.. points.Select(valueOf)];
        if (Array.Exists(values, value => value == 0d))
        {
            return new(points, values);
        }

        return None;
    }

    // Whether there is nothing of the measure where nothing happens, as of sums and counts.
    public static bool LeaveNothingOf(Measure measure) => measure.Additivity == Additivity.Additive || measure.GrowsWithTime;

    public bool Have(LocalDate date) => _dates.Contains(date);

    private List<int> Exceptions(List<int> open)
    {
        var closed = open.FindAll(day => _values[day] == 0d && !_isHowItIsNow[day]);
        var closures = Enumerable.Range(0, open.Count).Count(Begins);
        var areRare = closures <= Math.Max(1, open.Count / OneClosureIn) && closed.Count <= open.Count / OneDayIn;
        if (areRare && Poisson.AtLeast(closed.Count, ByChance(open)) < Chance)
        {
            return closed;
        }

        return [];

        // Closed days one after the other are one closure.
        bool Begins(int place) => closed.Contains(open[place]) && (place == 0 || !closed.Contains(open[place - 1]));
    }

    private bool IsOpen(int day) => _values[day] is not null && _usual[day] > 0d;

    // How many days have nothing by chance, at most. Where a day has so many of something on average, it has none with e to the negative of
    // that; their number is what is usual over the spread, or more. The days that fall short show the spread; sales do not widen it.
    private double ByChance(List<int> open)
    {
        var lower = open.FindAll(day => _values[day] > 0d && _values[day] < _usual[day]);
        if (lower.Count == 0)
        {
            return 0d;
        }

        var spread = lower.Average(day => Math.Pow(_usual[day]!.Value - _values[day]!.Value, 2d) / _usual[day]!.Value);
        return open.Sum(day => Math.Exp(-_usual[day]!.Value / spread));
    }

    // Weekdays on which nothing came the last times.
    private void MarkLasting()
    {
        for (var weekday = 0; weekday < WeekdayValues.Week; weekday++)
        {
            List<int> days = [.. Enumerable.Range(0, _values.Length)
                .Where(day => day % WeekdayValues.Week == weekday && _values[day] is not null)];
            Mark(days, Lasting);
        }
    }

    private void MarkEnd() => Mark([.. Enumerable.Range(0, _values.Length).Where(IsOpen)], MostAtEnd + 1);

    // The days at the end that have nothing, if there are so many.
    private void Mark(List<int> days, int least)
    {
        var last = days.FindLastIndex(day => _values[day] != 0d);
        if (days.Count - last - 1 >= least)
        {
            days[(last + 1)..].ForEach(day => _isHowItIsNow[day] = true);
        }
    }
}
