namespace GoalMetrics;

// Exact conversion between duration units: always to the finer of the two, by a whole factor.
internal static class DurationConversion
{
    public static bool Applies(Unit? left, Unit? right) =>
        left is { Kind: UnitKind.Duration } && right is { Kind: UnitKind.Duration }
        && Applies(left.DurationUnit!.Value, right.DurationUnit!.Value);

    public static (Quantity Left, Quantity Right) ToFiner(Quantity left, Quantity right)
    {
        if (!Applies(left.Unit, right.Unit))
        {
            return (left, right);
        }

        if (left.Unit!.DurationUnit > right.Unit!.DurationUnit)
        {
            return (Scale(left, right.Unit), right);
        }

        return (left, Scale(right, left.Unit));

        static Quantity Scale(Quantity value, Unit finer) => (value * Quantity.Ratio(Size(value.Unit!) / Size(finer))).WithUnit(finer);
    }

    public static bool IsCalendar(DurationUnit unit) => unit is DurationUnit.Month or DurationUnit.Year;

    // In seconds, or in months for units without a fixed length.
    public static int Size(Unit unit) => unit.DurationUnit switch
    {
        DurationUnit.Second => 1,
        DurationUnit.Minute => 60,
        DurationUnit.Hour => 3_600,
        DurationUnit.Day => 86_400,
        DurationUnit.Week => 604_800,
        DurationUnit.Month => 1,
        _ => 12,
    };

    private static bool Applies(DurationUnit left, DurationUnit right) => left != right && IsCalendar(left) == IsCalendar(right);
}
