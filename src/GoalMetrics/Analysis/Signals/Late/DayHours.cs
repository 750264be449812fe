using System.Numerics;

namespace GoalMetrics;

// Some of the 24 hours of a reporting day: a bit each, the first for that in which the day starts.
internal readonly record struct DayHours(uint Bits)
{
    public static readonly DayHours None = new(0u);

    public static readonly DayHours All = new((1u << 24) - 1u);

    public bool IsEmpty => Bits == 0u;

    public bool IsAll => this == All;

    public int First => BitOperations.TrailingZeroCount(Bits);

    public int Last => BitOperations.Log2(Bits);

    public static DayHours From(int first) => new(All.Bits & (uint.MaxValue << first));

    public static DayHours Before(int end) => new((1u << end) - 1u);

    public static DayHours Only(int hour) => new(1u << hour);

    public DayHours With(DayHours others) => new(Bits | others.Bits);

    public DayHours And(DayHours others) => new(Bits & others.Bits);
}
