using NodaTime;

namespace GoalMetrics;

// Time as whole numbers: the number of the day for dates, ticks of 100 ns since 1970 for instants. In both the order is kept.
internal sealed class TimeColumn : Column
{
    private const string Expected =
        "a time from 0001-01-01 to 9998-12-31 (9999-12-31 often stands for no date: leave it out, or set the real one)";

    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 2, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9998, 12, 31, 0, 0);

    private long[] _times = [];
    private long _staged;

    public FactTime Kind { get; set; }

    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    public ReadOnlySpan<long> Times => _times.AsSpan(0, Count);

    public static long Number(LocalDate date) => date.ToDateOnly().DayNumber;

    public static LocalDate Date(long number) => LocalDate.FromDateOnly(DateOnly.FromDayNumber((int)number));

    public static long Number(Instant instant) => instant.ToUnixTimeTicks();

    public bool Stage(LocalDate? date, out CellProblem problem)
    {
        problem = date is not { } day ? new("null", "a date")
            : day < ReportingCalendar.MinDate || day > ReportingCalendar.MaxDate ? new(day.ToString("uuuu-MM-dd", null), Expected)
            : default;
        _staged = problem == default ? Number(date!.Value) : 0;
        return problem == default;
    }

    public bool Stage(Instant? instant, out CellProblem problem)
    {
        problem = instant is not { } time ? new("null", "an instant")
            : time < Earliest || time > Latest ? new(time.ToString(), Expected)
            : default;
        _staged = problem == default ? Number(instant!.Value) : 0;
        return problem == default;
    }

    protected override void CommitAt(int row)
    {
        Put(ref _times, row, _staged);
        First = Math.Min(First, _staged);
        Last = Math.Max(Last, _staged);
    }
}
