using System.Numerics;
using System.Runtime.InteropServices;

namespace GoalMetrics;

// Narrows longs to fewer bytes each, a vector at a time. The caller has checked that they fit.
internal static class Narrowing
{
    public static void Copy<T>(ReadOnlySpan<long> from, Span<T> to)
        where T : unmanaged, IBinaryInteger<T>
    {
        var done = 0;
        if (Vector.IsHardwareAccelerated && typeof(T) != typeof(long))
        {
            var source = MemoryMarshal.Cast<long, Vector<long>>(from);
            var target = MemoryMarshal.Cast<T, Vector<T>>(to[..from.Length]);
            var step = Vector<T>.Count / Vector<long>.Count;
            for (var i = 0; i < target.Length; i++, source = source[step..])
            {
                target[i] = Of<T>(source);
            }

            done = target.Length * Vector<T>.Count;
        }

        CopyPlain(from[done..], to[done..]);
    }

    // One at a time.
    public static void CopyPlain<T>(ReadOnlySpan<long> from, Span<T> to)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = T.CreateTruncating(from[i]);
        }
    }

    private static Vector<T> Of<T>(ReadOnlySpan<Vector<long>> source)
        where T : unmanaged
    {
        if (typeof(T) == typeof(int))
        {
            return Vector.As<int, T>(Ints(source));
        }

        return typeof(T) == typeof(short)
            ? Vector.As<short, T>(Shorts(source))
            : Vector.As<sbyte, T>(Vector.Narrow(Shorts(source), Shorts(source[4..])));
    }

    private static Vector<short> Shorts(ReadOnlySpan<Vector<long>> source) => Vector.Narrow(Ints(source), Ints(source[2..]));

    private static Vector<int> Ints(ReadOnlySpan<Vector<long>> source) => Vector.Narrow(source[0], source[1]);
}
