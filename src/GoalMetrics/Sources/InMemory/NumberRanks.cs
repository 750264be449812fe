using System.Numerics;

namespace GoalMetrics;

// Codes of the numbers in a column, of which none is far above how many rows there are: that of each is how many lower ones occur.
internal sealed class NumberRanks
{
    private const int WordBits = 64;

    private readonly long _lowest;
    private readonly long _highest;

    // A bit for each number from the start on, set where it occurs, and how many do before each word; nothing where all from the lowest
    // to the highest occur.
    private readonly ulong[] _bits = [];
    private readonly int[] _before = [];
    private readonly long _start;

    public NumberRanks(PackedNumbers numbers)
    {
        _start = numbers.Lowest;
        _bits = new ulong[((numbers.Highest - _start) / WordBits) + 1];
        Mark(numbers);
        _before = new int[_bits.Length];
        for (var word = 0; word < _bits.Length; word++)
        {
            _before[word] = Count;
            Count += BitOperations.PopCount(_bits[word]);
        }

        _lowest = Count == 0 ? _start : NumberAt(0);
        _highest = Count == 0 ? _start - 1 : NumberAt(Count - 1);
        if (_highest - _lowest + 1 == Count)
        {
            (_bits, _before) = ([], []);
        }
    }

    public int Count { get; }

    public long this[int code] => _bits.Length == 0 ? _lowest + code : NumberAt(code);

    // −1 for a number that does not occur.
    public int CodeOf(long number) => number < _lowest || number > _highest || !Occurs(number) ? -1 : (int)Rank(number);

    // The codes of numbers that do.
    public PackedNumbers CodesOf(PackedNumbers numbers)
    {
        // As they are known already.
        if (_bits.Length == 0 && _lowest == 0)
        {
            return numbers;
        }

        var codes = new PackedNumbers { Expected = numbers.Count };
        foreach (var batch in numbers.InBatches())
        {
            foreach (ref var number in batch.Span)
            {
                number = Rank(number);
            }

            codes.Add(batch.Span);
        }

        return codes;
    }

    private void Mark(PackedNumbers numbers)
    {
        switch (numbers.Width)
        {
            case sizeof(sbyte):
                Mark(numbers.Bytes);
                break;
            case sizeof(short):
                Mark(numbers.Shorts);
                break;
            case sizeof(int):
                Mark(numbers.Ints);
                break;
            default:
                Mark(numbers.Longs);
                break;
        }
    }

    private void Mark<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryInteger<T>
    {
        var bits = _bits;
        var start = _start;
        foreach (var number in numbers)
        {
            var place = unchecked((ulong)(long.CreateTruncating(number) - start));
            bits[place / WordBits] |= 1UL << (int)place;
        }
    }

    private bool Occurs(long number) => _bits.Length == 0 || (_bits[(number - _start) / WordBits] >> (int)(number - _start) & 1) != 0;

    private long Rank(long number)
    {
        if (_bits.Length == 0)
        {
            return number - _lowest;
        }

        var place = unchecked((ulong)(number - _start));
        var word = place / WordBits;
        return _before[word] + BitOperations.PopCount(_bits[word] & ((1UL << (int)place) - 1));
    }

    private long NumberAt(int code)
    {
        // The last word with no more before it; behind it may be some without a bit.
        var (word, end) = (0, _before.Length);
        while (end - word > 1)
        {
            var middle = (word + end) / 2;
            (word, end) = _before[middle] <= code ? (middle, end) : (word, middle);
        }

        var bits = _bits[word];
        for (var skip = code - _before[word]; skip > 0; skip--)
        {
            bits &= bits - 1;
        }

        return _start + ((long)word * WordBits) + BitOperations.TrailingZeroCount(bits);
    }
}
