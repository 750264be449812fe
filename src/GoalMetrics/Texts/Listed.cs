using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GoalMetrics;

// A list that was handed to us: copied, so that nobody changes it afterwards, and without gaps.
internal static class Listed
{
    public static IReadOnlyList<T> Copy<T>(IEnumerable<T> items, [CallerMemberName] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(items, parameter);
        T[] copy = [.. items];
        var gap = Array.FindIndex(copy, item => item is null);

        // Read through the interface in less than half the time of a ReadOnlyCollection, which goes through a second one.
        return gap < 0 ? ImmutableCollectionsMarshal.AsImmutableArray(copy) : throw new ArgumentException($"Expected no nulls; found one at index {gap}.", parameter);
    }
}
