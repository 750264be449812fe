namespace GoalMetrics;

// What operators and the checks of inputs ask of every quantity. Static and by the fields: to ask a property, a quantity that was passed
// by value is copied first, and a copy costs as much as a sum.
public readonly partial struct Quantity
{
    internal static bool HasAmount(Quantity value) => value._cause is null && value._unit is not null;

    internal static bool IsOf(UnitKind kind, Quantity value) => value._cause is null && value._unit is not null && value._unit.Kind == kind;

    // An undefined quantity is not below zero.
    internal static bool IsBelowZero(Quantity value) => decimal.Sign(value._amount) < 0;

    // A ratio from 0 to 1.
    internal static bool IsShare(Quantity value) => IsOf(UnitKind.Ratio, value) && DecimalArithmetic.IsShare(value._amount);

    // A count that is defined: of what it says itself, or else of this.
    internal static Quantity CountOf(Unit? noun, Quantity count) =>
        new(count._amount, count._unit!.Noun is null ? noun ?? count._unit : count._unit);

    private static bool AreDefined(Quantity left, Quantity right) => HasAmount(left) && HasAmount(right);

    internal static bool HaveOneUnit(Quantity left, Quantity right) => AreDefined(left, right) && left._unit == right._unit;
}
