using System.Runtime.CompilerServices;

namespace GoalMetrics;

// A result that became too large on the way, in operators, which know no names: the largest input is named as the cause.
internal static class OverflowCause
{
    public static Quantity NamingOverflow(
        this Quantity result, Quantity input, [CallerArgumentExpression(nameof(input))] string name = "") =>
        Quantity.HasAmount(result) ? result : Named(result, input, input, input, name, name, name);

    public static Quantity NamingOverflow(
        this Quantity result,
        Quantity first,
        Quantity second,
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "") =>
        Quantity.HasAmount(result) ? result : Named(result, first, second, second, firstName, secondName, secondName);

    public static Quantity NamingOverflow(
        this Quantity result,
        Quantity first,
        Quantity second,
        Quantity third,
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "",
        [CallerArgumentExpression(nameof(third))] string thirdName = "") =>
        Quantity.HasAmount(result) ? result : Named(result, first, second, third, firstName, secondName, thirdName);

    public static Quantity OfLargest(Quantity overflow, ReadOnlySpan<Quantity> inputs, ReadOnlySpan<string> names)
    {
        var largest = -1;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].IsDefined && (largest < 0 || Math.Abs(inputs[i].Amount) > Math.Abs(inputs[largest].Amount)))
            {
                largest = i;
            }
        }

        return largest < 0 ? overflow : overflow.CausedBy(names[largest]);
    }

    private static Quantity Named(
        Quantity result, Quantity first, Quantity second, Quantity third, string firstName, string secondName, string thirdName) =>
        result.Reason == UndefinedReason.Overflow
            ? OfLargest(result, [first, second, third], [firstName, secondName, thirdName])
            : result;
}
