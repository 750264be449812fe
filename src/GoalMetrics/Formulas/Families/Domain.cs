using System.Runtime.CompilerServices;

namespace GoalMetrics;

// Where formulas have an answer. An input outside becomes undefined at once, so that the result names the first thing that is
// wrong, in the order of the inputs.
internal static class Domain
{
    private static readonly Unit Number = Unit.Count();

    // Below zero the input has no meaning.
    public static Quantity NotNegative(this Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Quantity.IsBelowZero(value) ? Outside(value, name) : value;

    // A part of a whole: from none to all of it.
    public static Quantity AsShare(this Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Quantity.IsShare(value) ? value : NoShare(value, name);

    private static Quantity NoShare(Quantity value, string name)
    {
        var ratio = value.AsRatio(name);
        return ratio.IsDefined ? Outside(ratio, name) : ratio;
    }

    // A margin may be below zero, but never more than all there is.
    public static Quantity AtMostOne(this Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value.IsAboveOne ? Outside(value, name) : value;

    // Counts of one thing under two names, such as units passed of units started, add and cancel as plain numbers.
    public static Quantity AsNumber(this Quantity value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value.AsCount(null, name).WithUnit(Number);

    private static Quantity Outside(Quantity value, string name) =>
        Quantity.Undefined(UndefinedReason.OutOfDomain, ArgumentName.In(name), value.Unit);
}
