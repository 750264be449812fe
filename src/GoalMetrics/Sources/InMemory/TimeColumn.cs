using NodaTime;
using NodaTime.Text;

namespace GoalMetrics;

// Time as whole numbers: the number of the day for dates, ticks of 100 ns since 1970 for instants. In both the order is kept.
internal sealed class TimeColumn : Column
{
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 2, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9998, 12, 31, 0, 0);

    private long[] _times = [];
    private long _staged;

    public FactTime Kind { get; set; }

    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    public ReadOnlySpan<long> Times => _times.AsSpan(0, Count);

    // The earliest and the latest time of each chunk of rows.
    public (long First, long Last)[] Chunks { get; private set; } = [];

    public static long Number(LocalDate date) => date.ToDateOnly().DayNumber;

    public static LocalDate Date(long number) => LocalDate.FromDateOnly(DateOnly.FromDayNumber((int)number));

    public static long Number(Instant instant) => instant.ToUnixTimeTicks();

    public bool Stage(LocalDate? date, out CellProblem problem)
    {
        if (date?.WithCalendar(CalendarSystem.Iso) is not { } day)
        {
            problem = new("null", "a date");
            return false;
        }

        if (day < ReportingCalendar.MinDate || day > ReportingCalendar.MaxDate)
        {
            problem = new(LocalDatePattern.Iso.Format(day), Expected("date", day.Year));
            return false;
        }

        (_staged, problem) = (Number(day), default);
        return true;
    }

    public bool Stage(Instant? instant, out CellProblem problem)
    {
        if (instant is not { } time)
        {
            problem = new("null", "an instant");
            return false;
        }

        if (time < Earliest || time > Latest)
        {
            problem = new(InstantPattern.General.Format(time), Expected("time", time.InUtc().Year));
            return false;
        }

        (_staged, problem) = (Number(time), default);
        return true;
    }

    // Nothing is added any more.
    public void Freeze()
    {
        Array.Resize(ref _times, Count);
        Chunks = new (long, long)[(Count + Chunk.Size - 1) / Chunk.Size];
        for (var chunk = 0; chunk < Chunks.Length; chunk++)
        {
            var (first, last) = (long.MaxValue, long.MinValue);
            foreach (var time in _times.AsSpan(chunk * Chunk.Size, Math.Min(Chunk.Size, Count - (chunk * Chunk.Size))))
            {
                first = Math.Min(first, time);
                last = Math.Max(last, time);
            }

            Chunks[chunk] = (first, last);
        }
    }

    protected override void CommitAt(int row)
    {
        Put(ref _times, row, _staged);
        First = Math.Min(First, _staged);
        Last = Math.Max(Last, _staged);
    }

    private static string Expected(string what, int year)
    {
        var expected = $"a {what} from 0001-01-01 to 9998-12-31";
        return year < 9999 ? expected : expected + " (9999 often stands for no date: leave the row out, or give its date)";
    }
}
