using System.Runtime.CompilerServices;

namespace GoalMetrics;

// Work over as many rows as a dimension has members, which stops soon after it is cancelled.
internal static class CancellableWork
{
    private const int Checked = 1 << 12;

    // Called for every row; looks at the token now and then.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckAt(this CancellationToken cancellationToken, int row)
    {
        if ((row & (Checked - 1)) == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // Not stable: the comparison tells equal ones apart.
    public static void Sort<T>(T[] items, Comparison<T> comparison, CancellationToken cancellationToken)
    {
        var compared = 0;
        try
        {
            Array.Sort(items, (left, right) =>
            {
                cancellationToken.CheckAt(unchecked(++compared));
                return comparison(left, right);
            });
        }
        catch (InvalidOperationException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
