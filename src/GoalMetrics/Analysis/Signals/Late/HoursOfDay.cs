using System.Numerics;

namespace GoalMetrics;

// Some of the 24 hours of a day, by the wall clock: a bit each.
internal readonly record struct HoursOfDay(uint Bits)
{
    public static readonly HoursOfDay None = new(0u);

    public static readonly HoursOfDay All = new((1u << 24) - 1u);

    public bool IsEmpty => Bits == 0u;

    public bool IsAll => this == All;

    public int First => BitOperations.TrailingZeroCount(Bits);

    public int Last => BitOperations.Log2(Bits);

    public static HoursOfDay From(int first) => new(All.Bits & (uint.MaxValue << first));

    public static HoursOfDay Before(int end) => new((1u << end) - 1u);

    public static HoursOfDay Only(int hour) => new(1u << hour);

    public HoursOfDay With(HoursOfDay others) => new(Bits | others.Bits);

    public HoursOfDay And(HoursOfDay others) => new(Bits & others.Bits);
}
