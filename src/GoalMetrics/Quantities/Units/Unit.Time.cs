namespace GoalMetrics;

// Units of time in units: months in EUR per month, hours in hours.
public sealed partial class Unit
{
    // What an amount in this unit is multiplied by, and then divided by, to be in the other: 12 and 1 from EUR per month to EUR per year.
    // Null where the two differ in more than their units of time, or in units of time that do not convert.
    internal (decimal Times, decimal Over)? TimeFactorTo(Unit other)
    {
        if (Equals(other))
        {
            return (1m, 1m);
        }

        if (!HasTime || !other.HasTime)
        {
            return null;
        }

        // Nothing but units of time is left of the quotient, as many above the line as below.
        var (times, over) = (1m, 1m);
        var (calendar, clock) = (0, 0);
        foreach (var (unit, exponent) in Merge(other, -1))
        {
            if (unit.DurationUnit is not { } time)
            {
                return null;
            }

            if (DurationConversion.IsCalendar(time))
            {
                calendar += exponent;
            }
            else
            {
                clock += exponent;
            }

            for (var i = 0; i < Math.Abs(exponent); i++)
            {
                times *= exponent > 0 ? DurationConversion.Size(unit) : 1m;
                over *= exponent < 0 ? DurationConversion.Size(unit) : 1m;
            }
        }

        if (calendar == 0 && clock == 0)
        {
            return Reduced(times, over);
        }

        return null;
    }

    private bool HasTime => Kind == UnitKind.Duration || _factors.Any(factor => factor.Unit.Kind == UnitKind.Duration);

    // By their greatest common divisor, so that what divides evenly is exact.
    private static (decimal Times, decimal Over) Reduced(decimal times, decimal over)
    {
        var (larger, smaller) = (times, over);
        while (smaller != 0m)
        {
            (larger, smaller) = (smaller, larger % smaller);
        }

        return (times / larger, over / larger);
    }
}
