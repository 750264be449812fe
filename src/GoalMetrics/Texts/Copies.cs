using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GoalMetrics;

// Copies of lists that callers hand over: safe from later changes, and without nulls.
internal static class Copies
{
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> items, [CallerMemberName] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(items, parameter);
        T[] copy = [.. items];
        Check(copy, parameter);

        // Read through the interface in less than half the time of a ReadOnlyCollection, which goes through a second one.
        return ImmutableCollectionsMarshal.AsImmutableArray(copy);
    }

    // A list that was made here and is handed out: no copy, but a cast does not lead to what can be changed.
    public static IReadOnlyList<T> Guarded<T>(IReadOnlyList<T> items) => items switch
    {
        T[] array => ImmutableCollectionsMarshal.AsImmutableArray(array),
        List<T> list => list.AsReadOnly(),
        _ => items,
    };

    // Of a list that is not copied, or that is copied elsewhere.
    public static void Check<T>(IReadOnlyList<T> items, string parameter)
    {
        ArgumentNullException.ThrowIfNull(items, parameter);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null)
            {
                throw NullAt(i, parameter);
            }
        }
    }

    private static ArgumentException NullAt(int index, string parameter) =>
        new(FormattableString.Invariant($"Expected no nulls; found one at index {index}."), parameter);
}
