using System.Buffers;
using System.Numerics;

namespace GoalMetrics;

// A set of codes. Small ones are kept in a hash table; once that would be as large as one bit for each code there is, they are bits.
// Its memory is borrowed, so that sets do not cost an allocation each time a question is asked.
internal sealed class CodeSet
{
    private const int SmallestTable = 64;

    // Codes from 1; 0 is an empty place. The part in use is a power of two.
    private int[] _table = [];
    private int _tableSize;
    private ulong[] _bits = [];
    private bool _isBits;

    public int Count { get; private set; }

    // Of so many codes as there are now; there may be more later.
    public void Add(int code, int codeCount)
    {
        if (!_isBits && (Count + 1) * 2 > _tableSize)
        {
            Enlarge(codeCount);
        }

        if (_isBits)
        {
            if (code >> 6 >= _bits.Length)
            {
                LengthenBits(Math.Max(codeCount, code + 1));
            }

            ref var word = ref _bits[code >> 6];
            var bit = 1UL << code;
            Count += (word & bit) == 0 ? 1 : 0;
            word |= bit;
        }
        else
        {
            ref var place = ref Place(code);
            Count += place == 0 ? 1 : 0;
            place = code + 1;
        }
    }

    // Codes of the other mean those at their place in the map; without one, the same.
    public void Add(CodeSet other, ReadOnlySpan<int> map, int codeCount)
    {
        if (other._isBits && map.IsEmpty)
        {
            AddBits(other, codeCount);
            return;
        }

        foreach (var code in other)
        {
            Add(map.IsEmpty ? code : map[code], codeCount);
        }
    }

    public IEnumerator<int> GetEnumerator()
    {
        for (var i = 0; !_isBits && i < _tableSize; i++)
        {
            if (_table[i] > 0)
            {
                yield return _table[i] - 1;
            }
        }

        for (var i = 0; i < _bits.Length; i++)
        {
            for (var word = _bits[i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    public void Release()
    {
        Return(ref _table);
        Return(ref _bits);
    }

    private void AddBits(CodeSet other, int codeCount)
    {
        BecomeBits(codeCount);
        if (other._bits.Length > _bits.Length)
        {
            LengthenBits(other._bits.Length << 6);
        }

        var (mine, theirs) = (_bits, other._bits);
        var count = 0;
        for (var i = 0; i < theirs.Length; i++)
        {
            mine[i] |= theirs[i];
        }

        foreach (var word in mine)
        {
            count += BitOperations.PopCount(word);
        }

        Count = count;
    }

    private ref int Place(int code)
    {
        var mask = _tableSize - 1;
        var at = (int)unchecked(((uint)code * 0x9E3779B1) >> 7) & mask;
        while (_table[at] != 0 && _table[at] != code + 1)
        {
            at = (at + 1) & mask;
        }

        return ref _table[at];
    }

    private void Enlarge(int codeCount)
    {
        var size = Math.Max(SmallestTable, _tableSize * 2);
        if ((long)size * sizeof(int) * 8 >= codeCount)
        {
            BecomeBits(codeCount);
            return;
        }

        var (before, sizeBefore) = (_table, _tableSize);
        (_table, _tableSize) = (Borrow<int>(size), size);
        for (var i = 0; i < sizeBefore; i++)
        {
            if (before[i] > 0)
            {
                Place(before[i] - 1) = before[i];
            }
        }

        Return(ref before);
    }

    private void BecomeBits(int codeCount)
    {
        if (_isBits)
        {
            return;
        }

        _isBits = true;
        var (table, size) = (_table, _tableSize);
        (_table, _tableSize) = ([], 0);
        LengthenBits(codeCount);
        for (var i = 0; i < size; i++)
        {
            if (table[i] > 0)
            {
                _bits[(table[i] - 1) >> 6] |= 1UL << (table[i] - 1);
            }
        }

        Return(ref table);
    }

    private void LengthenBits(int codeCount)
    {
        var longer = Borrow<ulong>((codeCount >> 6) + 1);
        _bits.CopyTo(longer, 0);
        Return(ref _bits);
        _bits = longer;
    }

    private static T[] Borrow<T>(int length)
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        Array.Clear(array);
        return array;
    }

    private static void Return<T>(ref T[] array)
    {
        if (array.Length > 0)
        {
            ArrayPool<T>.Shared.Return(array);
        }

        array = [];
    }
}
