using System.Numerics;

namespace GoalMetrics;

// Codes of the numbers in a column, of which none is far above how many rows there are: that of each is how many lower ones occur.
internal sealed class NumberRanks
{
    private const int WordBits = 64;

    // The lowest and the highest number, and the one from which the bits are counted.
    private readonly long _first;
    private readonly long _last = -1;
    private readonly long _start;

    // A bit for each number, set where it occurs; how many do before each word; and those that do in their order. Nothing where all
    // from the lowest to the highest occur.
    private readonly ulong[] _bits;
    private readonly int[] _before = [];
    private readonly PackedNumbers _numbers = new();

    public NumberRanks(PackedNumbers numbers)
    {
        _start = numbers.Lowest;
        _bits = new ulong[((numbers.Highest - _start) / WordBits) + 1];
        Mark(numbers);
        var first = Array.FindIndex(_bits, word => word != 0);
        var last = Array.FindLastIndex(_bits, word => word != 0);
        foreach (var word in _bits)
        {
            Count += BitOperations.PopCount(word);
        }

        if (Count == 0)
        {
            _bits = [];
            return;
        }

        _first = NumberAt(first, BitOperations.TrailingZeroCount(_bits[first]));
        _last = NumberAt(last, BitOperations.Log2(_bits[last]));
        if (_last - _first + 1 == Count)
        {
            _bits = [];
            return;
        }

        _before = new int[_bits.Length];
        _numbers.Expected = Count;
        Number();
    }

    public int Count { get; }

    public long this[int code] => _bits.Length == 0 ? _first + code : _numbers[code];

    // −1 for a number that does not occur.
    public int CodeOf(long number)
    {
        var occurs = number >= _first && number <= _last && (_bits.Length == 0 || (Word(number) & Bit(number)) != 0);
        return occurs ? (int)Rank(number) : -1;
    }

    // The codes of numbers that do.
    public PackedNumbers CodesOf(PackedNumbers numbers)
    {
        // As they are known already.
        if (_bits.Length == 0 && _first == 0)
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
            bits[place / WordBits] |= 1UL << unchecked((int)place);
        }
    }

    private void Number()
    {
        Span<long> some = stackalloc long[WordBits];
        for (var word = 0; word < _bits.Length; word++)
        {
            _before[word] = _numbers.Count;
            var count = 0;
            for (var bits = _bits[word]; bits != 0; bits &= bits - 1)
            {
                some[count++] = NumberAt(word, BitOperations.TrailingZeroCount(bits));
            }

            _numbers.Add(some[..count]);
        }
    }

    private long NumberAt(int word, int bit) => _start + ((long)word * WordBits) + bit;

    private ulong Word(long number) => _bits[(number - _start) / WordBits];

    private ulong Bit(long number) => 1UL << unchecked((int)(number - _start));

    private long Rank(long number) => _bits.Length == 0
        ? number - _first
        : _before[(number - _start) / WordBits] + BitOperations.PopCount(Word(number) & (Bit(number) - 1));
}
