using System.Globalization;

namespace GoalMetrics;

// A measure and its target must agree on unit and direction.
internal static class TargetCheck
{
    public static void Unit(string goal, Measure measure, Target target)
    {
        if (target.Kind == TargetKind.Complete || measure.Unit is not { } unit)
        {
            return;
        }

        foreach (var stated in new[] { target.Value, target.Upper, target.Baseline?.Stated })
        {
            Check(stated, Fits);
        }

        Check(target.Step, FitsAsStep);

        void Check(Quantity? stated, Func<Unit, Unit, bool> fits)
        {
            if (stated?.Unit is { } found && !fits(found, unit))
            {
                throw new ArgumentException(
                    $"Goal '{goal}': '{measure.Id}' is measured in {unit}, but the target says {stated.Value.ToString(null)}, in {found}."
                    + Advice(stated.Value, unit));
            }
        }
    }

    public static void Direction(string goal, Measure measure, Target target)
    {
        var wanted = DirectionOf(target);
        if (wanted == GoalMetrics.Direction.Neutral || measure.Direction == GoalMetrics.Direction.Neutral || measure.Direction == wanted)
        {
            return;
        }

        var better = measure.Direction == GoalMetrics.Direction.HigherIsBetter ? "higher" : "lower";
        throw new ArgumentException(
            $"Goal '{goal}': the target ({target}) leads the wrong way, since for '{measure.Id}' {better} is better."
            + $" Turn the target around, or state the direction with {HowToState(measure)}.");
    }

    // Only metrics and KPIs are given a direction; any other measure brings that of what it is made of.
    private static string HowToState(Measure measure)
    {
        if (measure is Metric or Kpi)
        {
            return "BetterWhen";
        }

        return "Kpi.Of(id, measure).BetterWhen(…)";
    }

    // Neutral if the direction is unknown or does not matter.
    private static Direction DirectionOf(Target target)
    {
        switch (target.Kind)
        {
            case TargetKind.IncreaseBy or TargetKind.StayAtLeast:
                return GoalMetrics.Direction.HigherIsBetter;
            case TargetKind.DecreaseBy or TargetKind.StayAtMost:
                return GoalMetrics.Direction.LowerIsBetter;
            case TargetKind.Reach when target.Baseline?.Stated is { } from:
                if (target.Value!.Value > from)
                {
                    return GoalMetrics.Direction.HigherIsBetter;
                }

                return GoalMetrics.Direction.LowerIsBetter;
            default:
                return GoalMetrics.Direction.Neutral;
        }
    }

    private static bool Fits(Unit found, Unit wanted) => found == wanted
        || (found.Kind == UnitKind.Count && wanted.Kind == UnitKind.Count && (found.Noun is null || wanted.Noun is null))
        || (found.Kind == UnitKind.Duration && wanted.Kind == UnitKind.Duration);

    // A step may be a share of any baseline, and lead from one ratio to another in percentage points.
    private static bool FitsAsStep(Unit found, Unit wanted) =>
        found.Kind == UnitKind.Ratio || (found.Kind == UnitKind.PercentagePoint && wanted.Kind == UnitKind.Ratio) || Fits(found, wanted);

    // 100m was meant as an amount, and 20 % was not.
    private static bool IsWhole(Quantity stated) => stated.Amount != 0m && decimal.IsInteger(stated.Amount);

    private static string Digits(Quantity stated) => stated.Amount.ToString("0", CultureInfo.InvariantCulture);

    private static string Advice(Quantity stated, Unit wanted) => (stated.Unit!.Kind, wanted.Kind) switch
    {
        (UnitKind.Money, UnitKind.Compound) when wanted.Denominator.FirstOrDefault()?.Noun is { } noun =>
            $" Write it with .Per(\"{noun}\").",
        (UnitKind.Count, UnitKind.Ratio) => $" A share is written {stated.ToString("N0", null)}.Percent().",
        (UnitKind.Count or UnitKind.Ratio, UnitKind.Money) when IsWhole(stated) =>
            $" An amount of money is written Money.Of({Digits(stated)}, \"{wanted.Currency!.Code}\").",
        (UnitKind.Count or UnitKind.Ratio, UnitKind.Duration) when IsWhole(stated) =>
            $" A length of time is written Quantity.Duration({Digits(stated)}, DurationUnit.{wanted.DurationUnit}).",
        (UnitKind.Ratio, UnitKind.Count) when IsWhole(stated) =>
            $" A decimal is a share; a count is a whole number, such as {Digits(stated)}.",
        (UnitKind.PercentagePoint, UnitKind.Ratio) => " Percentage points are steps; a value is written with Percent().",
        _ => "",
    };
}
