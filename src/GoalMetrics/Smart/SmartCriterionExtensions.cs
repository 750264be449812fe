using System.Runtime.CompilerServices;

namespace GoalMetrics;

internal static class SmartCriterionExtensions
{
    public static SmartCriterion Checked(
        this SmartCriterion criterion, [CallerArgumentExpression(nameof(criterion))] string parameter = "")
    {
        if (Enum.IsDefined(criterion))
        {
            return criterion;
        }

        throw new ArgumentOutOfRangeException(parameter, criterion, "Expected one of the five criteria, Specific to TimeBound.");
    }
}
