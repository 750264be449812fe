using System.Runtime.CompilerServices;

namespace GoalMetrics;

// A list that was handed to us: copied, so that nobody changes it afterwards, and without gaps.
internal static class Listed
{
    public static IReadOnlyList<T> Copy<T>(IEnumerable<T> items, [CallerMemberName] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(items, parameter);
        T[] copy = [.. items];
        var gap = Array.FindIndex(copy, item => item is null);
        return gap < 0 ? copy.AsReadOnly() : throw new ArgumentException($"Expected no nulls; found one at index {gap}.", parameter);
    }
}
