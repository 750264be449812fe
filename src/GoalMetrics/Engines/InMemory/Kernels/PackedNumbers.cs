using System.Numerics;

namespace GoalMetrics;

// A growing list of whole numbers, each in as many bytes as the largest so far needs: 1, 2, 4 or 8.
internal sealed class PackedNumbers
{
    private sbyte[] _bytes = [];
    private short[] _shorts = [];
    private int[] _ints = [];
    private long[] _longs = [];

    public int Count { get; private set; }

    // How many numbers are to come, if known, so that room for them is made once.
    public int Expected { get; set; }

    public int Width { get; private set; } = sizeof(sbyte);

    // Bounds of all numbers; 0 always lies between them.
    public long Lowest { get; private set; }

    public long Highest { get; private set; }

    // All numbers, in the span of their width; only that one may be read.
    public ReadOnlySpan<sbyte> Bytes => _bytes.AsSpan(0, Count);

    public ReadOnlySpan<short> Shorts => _shorts.AsSpan(0, Count);

    public ReadOnlySpan<int> Ints => _ints.AsSpan(0, Count);

    public ReadOnlySpan<long> Longs => _longs.AsSpan(0, Count);

    public long this[int index] => Width switch
    {
        sizeof(sbyte) => _bytes[index],
        sizeof(short) => _shorts[index],
        sizeof(int) => _ints[index],
        _ => _longs[index],
    };

    public void Add(ReadOnlySpan<long> numbers)
    {
        (Lowest, Highest) = Extremes.Of(numbers, Lowest, Highest);
        WidenFor(Lowest, Highest);
        switch (Width)
        {
            case sizeof(sbyte):
                Append(ref _bytes, numbers);
                break;
            case sizeof(short):
                Append(ref _shorts, numbers);
                break;
            case sizeof(int):
                Append(ref _ints, numbers);
                break;
            default:
                Append(ref _longs, numbers);
                break;
        }

        Count += numbers.Length;
    }

    public void Clear() => (Count, Lowest, Highest) = (0, 0, 0);

    // False, with nothing changed, if a product does not fit.
    public bool TryMultiply(long factor)
    {
        if (!Fits(Lowest) || !Fits(Highest))
        {
            return false;
        }

        (Lowest, Highest) = (Lowest * factor, Highest * factor);
        WidenFor(Lowest, Highest);
        switch (Width)
        {
            case sizeof(sbyte):
                Multiply(_bytes.AsSpan(0, Count), factor);
                break;
            case sizeof(short):
                Multiply(_shorts.AsSpan(0, Count), factor);
                break;
            case sizeof(int):
                Multiply(_ints.AsSpan(0, Count), factor);
                break;
            default:
                Multiply(_longs.AsSpan(0, Count), factor);
                break;
        }

        return true;

        bool Fits(long number) => Math.BigMul(number, factor, out var product) == product >> 63;
    }

    // Frees the room that was kept for growth.
    public void Trim()
    {
        Array.Resize(ref _bytes, Width == sizeof(sbyte) ? Count : 0);
        Array.Resize(ref _shorts, Width == sizeof(short) ? Count : 0);
        Array.Resize(ref _ints, Width == sizeof(int) ? Count : 0);
        Array.Resize(ref _longs, Width == sizeof(long) ? Count : 0);
    }

    private void WidenFor(long lowest, long highest)
    {
        if (Width < sizeof(long) && (lowest < int.MinValue || highest > int.MaxValue))
        {
            (_longs, Width) = (All<long>(), sizeof(long));
        }
        else if (Width < sizeof(int) && (lowest < short.MinValue || highest > short.MaxValue))
        {
            (_ints, Width) = (All<int>(), sizeof(int));
        }
        else if (Width < sizeof(short) && (lowest < sbyte.MinValue || highest > sbyte.MaxValue))
        {
            (_shorts, Width) = (All<short>(), sizeof(short));
        }
    }

    private T[] All<T>()
        where T : IBinaryInteger<T>
    {
        // The unused part is written before it is read, so it need not be cleared.
        var all = GC.AllocateUninitializedArray<T>(Math.Max(Count, Expected));
        for (var i = 0; i < Count; i++)
        {
            all[i] = T.CreateTruncating(this[i]);
        }

        return all;
    }

    private static void Multiply<T>(Span<T> numbers, long factor)
        where T : IBinaryInteger<T>
    {
        foreach (ref var number in numbers)
        {
            number = T.CreateTruncating(long.CreateTruncating(number) * factor);
        }
    }

    private void Append<T>(ref T[] array, ReadOnlySpan<long> numbers)
        where T : unmanaged, IBinaryInteger<T>
    {
        Growing.MakeRoom(ref array, Count, numbers.Length, Expected);
        Narrowing.Copy(numbers, array.AsSpan(Count, numbers.Length));
    }
}
