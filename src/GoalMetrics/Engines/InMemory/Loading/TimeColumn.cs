using NodaTime;
using NodaTime.Text;

namespace GoalMetrics;

// Time as whole numbers: the number of the day for dates, ticks of 100 ns since 1970 for instants. Both keep the order of time.
internal sealed class TimeColumn : StagedColumn
{
    // The first and the last supported instant.
    public static readonly long Earliest = Number(EarliestInstant);
    public static readonly long Latest = Number(LatestInstant);

    private static readonly long LatestDay = Number(ReportingCalendar.MaxDate);

    private long[] _staged = new long[BatchSize];
    private long[] _times = [];
    private LocalDate _date;
    private long _dateNumber = Number(default(LocalDate));

    public FactTime Kind { get; set; }

    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    public ReadOnlySpan<long> Times => _times.AsSpan(0, Count);

    private static Instant EarliestInstant => Instant.FromUtc(1, 1, 2, 0, 0);

    private static Instant LatestInstant => Instant.FromUtc(9998, 12, 31, 0, 0);

    // The earliest and the latest time of each chunk of rows.
    public (long First, long Last)[] Chunks { get; private set; } = [];

    public static long Number(LocalDate date) => date.ToDateOnly().DayNumber;

    public static LocalDate Date(long number) => LocalDate.FromDateOnly(DateOnly.FromDayNumber((int)number));

    public static long Number(in Instant instant) => instant.ToUnixTimeTicks();

    // Times are whole ticks of 100 ns: the first one that is not before the instant.
    public static long FirstFrom(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        if (Instant.FromUnixTimeTicks(ticks) < instant)
        {
            return ticks + 1;
        }

        return ticks;
    }

    // The first date that does not start before the moment. A moment outside the supported dates comes before or after all of them.
    public static long FirstFrom(Instant instant, FactTime kind, ReportingCalendar calendar)
    {
        var (first, last) = (calendar.StartOf(ReportingCalendar.MinDate), calendar.StartOf(ReportingCalendar.MaxDate));
        var moment = Instant.Max(first, Instant.Min(instant, last));
        if (kind == FactTime.Date)
        {
            return Number(calendar.FirstDateStartingAtOrAfter(moment));
        }

        return FirstFrom(moment);
    }

    // A date stands for the start of its day.
    public static Instant InstantOf(long time, FactTime kind, ReportingCalendar calendar)
    {
        if (kind == FactTime.Date)
        {
            return calendar.StartOfDay(Date(time));
        }

        return Instant.FromUnixTimeTicks(time);
    }

    // False for a date outside the calendar; Problem then describes it.
    public static bool TryNumber(LocalDate date, out long number)
    {
        var iso = date.Calendar == CalendarSystem.Iso ? date : date.WithCalendar(CalendarSystem.Iso);

        // The first and the last supported date begin and end their years.
        var isSupported = iso.Year >= ReportingCalendar.MinDate.Year && iso.Year <= ReportingCalendar.MaxDate.Year;
        number = isSupported ? new DateOnly(iso.Year, iso.Month, iso.Day).DayNumber : 0;
        return isSupported;
    }

    // False for an instant outside the calendar; Problem then describes it. Ticks drop fractions of a tick, so near the edges the instants
    // themselves are compared.
    public static bool TryNumber(in Instant time, out long number)
    {
        number = Number(time);
        return (number >= Earliest && number < Latest) || IsSupported(time);
    }

    public static CellProblem Problem(LocalDate date)
    {
        var iso = date.WithCalendar(CalendarSystem.Iso);
        return new(LocalDatePattern.Iso.Format(iso), Supported("date", iso.Year));
    }

    public static CellProblem Problem(Instant time) => new(InstantPattern.General.Format(time), Supported("time", time.InUtc().Year));

    public CellProblem? Stage(int slot, LocalDate? date)
    {
        if (date is not { } day)
        {
            return new("null", "a date");
        }

        // Neighbouring rows tend to have the same date.
        if (day != _date)
        {
            if (!TryNumber(day, out var number))
            {
                return Problem(day);
            }

            (_date, _dateNumber) = (day, number);
        }

        _staged[slot] = _dateNumber;
        return null;
    }

    public CellProblem? Stage(int slot, DateOnly? date)
    {
        if (date is not { } day)
        {
            return Stage(slot, (LocalDate?)null);
        }

        if (day.DayNumber > LatestDay)
        {
            return Problem(LocalDate.FromDateOnly(day));
        }

        _staged[slot] = day.DayNumber;
        return null;
    }

    public CellProblem? Stage(int slot, Instant? instant)
    {
        if (instant is not { } time)
        {
            return new("null", "an instant");
        }

        if (TryNumber(in time, out _staged[slot]))
        {
            return null;
        }

        return Problem(time);
    }

    public CellProblem? Stage(int slot, DateTimeOffset? instant)
    {
        if (instant is not { } time)
        {
            return Stage(slot, (Instant?)null);
        }

        var ticks = time.UtcTicks - DateTime.UnixEpoch.Ticks;
        if (ticks < Earliest || ticks > Latest)
        {
            return Problem(Instant.FromDateTimeOffset(time));
        }

        _staged[slot] = ticks;
        return null;
    }

    public override void Move(int from, int to) => _staged[to] = _staged[from];

    public override void Clear()
    {
        base.Clear();
        (First, Last) = (long.MaxValue, long.MinValue);
    }

    public override void Freeze()
    {
        Array.Resize(ref _times, Count);
        Chunks = Chunks[..ChunkCount(Count)];
        _staged = [];
    }

    public override void Commit(int slots) => Add(_staged.AsSpan(0, slots));

    public void Add(ReadOnlySpan<long> times)
    {
        var rows = Count + times.Length;
        Growing.MakeRoom(ref _times, Count, times.Length, Expected);
        times.CopyTo(_times.AsSpan(Count));
        if (ChunkCount(rows) > Chunks.Length)
        {
            var chunks = Chunks;
            Growing.MakeRoom(ref chunks, ChunkCount(Count), ChunkCount(rows) - ChunkCount(Count));
            Chunks = chunks;
        }

        for (int row = Count, length; row < rows; row += length, times = times[length..])
        {
            length = Math.Min(times.Length, Chunk.Size - (row % Chunk.Size));
            var (first, last) = row % Chunk.Size == 0 ? (long.MaxValue, long.MinValue) : Chunks[row / Chunk.Size];
            Chunks[row / Chunk.Size] = (first, last) = Extremes.Of(times[..length], first, last);
            (First, Last) = (Math.Min(First, first), Math.Max(Last, last));
        }

        Added(rows - Count);
    }

    private static bool IsSupported(Instant time) => time >= EarliestInstant && time <= LatestInstant;

    private static int ChunkCount(int rows) => (int)(((long)rows + Chunk.Size - 1) / Chunk.Size);

    private static string Supported(string what, int year)
    {
        var expected = $"a {what} from 0001-01-01 to 9998-12-31";
        if (year < 9999)
        {
            return expected;
        }

        return expected + " (9999 often stands for no date: leave the row out, or give its date)";
    }
}
