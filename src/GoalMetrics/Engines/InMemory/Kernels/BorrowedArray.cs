using System.Buffers;

namespace GoalMetrics;

// Arrays that are borrowed for the time of a question, so that answers cost little memory. One that is not given back is simply dropped.
internal static class BorrowedArray
{
    // A shorter one is made faster than it is borrowed.
    private const int Shortest = 64;

    // Room for so many, whatever is in there.
    public static T[] Of<T>(int count) => count < Shortest ? new T[count] : ArrayPool<T>.Shared.Rent(count);

    // Room for so many; what was not there before is 0.
    public static void Grow(ref long[] array, int count)
    {
        if (array.Length >= count)
        {
            return;
        }

        var room = Math.Max(count, array.Length * 2);
        if (room < Shortest)
        {
            Array.Resize(ref array, room);
            return;
        }

        var larger = ArrayPool<long>.Shared.Rent(room);
        array.CopyTo(larger, 0);
        larger.AsSpan(array.Length).Clear();
        Return(ref array);
        array = larger;
    }

    public static void Return<T>(ref T[] array)
    {
        if (array.Length >= Shortest)
        {
            ArrayPool<T>.Shared.Return(array);
        }

        array = [];
    }
}
