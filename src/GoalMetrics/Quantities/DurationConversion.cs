namespace GoalMetrics;

// Exact conversion between duration units: always to the finer of the two, by a whole factor.
internal static class DurationConversion
{
    public static (Quantity Left, Quantity Right) ToFiner(Quantity left, Quantity right)
    {
        if (left.Unit?.DurationUnit is not { } a || right.Unit?.DurationUnit is not { } b || a == b || IsCalendar(a) != IsCalendar(b))
        {
            return (left, right);
        }

        return a > b ? (Scale(left, a, right.Unit), right) : (left, Scale(right, b, left.Unit));

        static Quantity Scale(Quantity value, DurationUnit from, Unit finer) =>
            (value * Quantity.Ratio(Size(from) / Size(finer.DurationUnit!.Value))).WithUnit(finer);
    }

    private static bool IsCalendar(DurationUnit unit) => unit is DurationUnit.Month or DurationUnit.Year;

    // In seconds, or in months for those without a fixed length.
    private static decimal Size(DurationUnit unit) => unit switch
    {
        DurationUnit.Second => 1m,
        DurationUnit.Minute => 60m,
        DurationUnit.Hour => 3_600m,
        DurationUnit.Day => 86_400m,
        DurationUnit.Week => 604_800m,
        DurationUnit.Month => 1m,
        _ => 12m,
    };
}
