using System.Numerics;
using System.Runtime.InteropServices;

namespace GoalMetrics;

// A set of codes. A small set is a hash table; once that would be as large as one bit for each possible code, the set becomes bits.
internal sealed class CodeSet(WordArena arena)
{
    private const int SmallestTable = 64;

    private ArraySegment<ulong> _bits = ArraySegment<ulong>.Empty;

    // Codes from 1, two in a word; 0 is an empty place. There are a power of two of them.
    private ArraySegment<ulong> _table = ArraySegment<ulong>.Empty;
    private int _tableCount;

    public int Count
    {
        get
        {
            var count = _tableCount;
            foreach (var word in _bits.AsSpan())
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    // The number of possible codes so far; there may be more later.
    public void Add(int code, int codeCount)
    {
        if (code >> 6 < _bits.Count)
        {
            _bits.Array![_bits.Offset + (code >> 6)] |= 1UL << code;
        }
        else
        {
            AddElsewhere(code, codeCount);
        }
    }

    // The map translates the other set's codes into those of this one; without a map they are the same.
    public void Add(CodeSet other, int[]? map, int codeCount)
    {
        if (other._bits.Count > 0 && map is null)
        {
            AddBits(other._bits, codeCount);
            return;
        }

        other.ForEach(code => Add(map is null ? code : map[code], codeCount));
    }

    public void ForEach(Action<int> action)
    {
        foreach (var place in Places(_table))
        {
            if (place > 0)
            {
                action(place - 1);
            }
        }

        for (var i = 0; i < _bits.Count; i++)
        {
            for (var word = _bits[i]; word != 0; word &= word - 1)
            {
                action((i << 6) + BitOperations.TrailingZeroCount(word));
            }
        }
    }

    private static Span<int> Places(ArraySegment<ulong> table) => MemoryMarshal.Cast<ulong, int>(table.AsSpan());

    private static ref int Place(Span<int> table, int code)
    {
        var mask = table.Length - 1;
        var at = (int)unchecked(((uint)code * 0x9E3779B1) >> 7) & mask;
        while (table[at] != 0 && table[at] != code + 1)
        {
            at = (at + 1) & mask;
        }

        return ref table[at];
    }

    private void AddElsewhere(int code, int codeCount)
    {
        if (_bits.Count > 0)
        {
            LengthenBits(codeCount);
            Add(code, codeCount);
            return;
        }

        var size = _table.Count * 2;
        if ((_tableCount + 1) * 2 > size)
        {
            size = Math.Max(SmallestTable, size * 2);
            if ((long)size * sizeof(int) * 8 >= codeCount)
            {
                BecomeBits(codeCount);
                Add(code, codeCount);
                return;
            }

            Enlarge(size);
        }

        ref var place = ref Place(Places(_table), code);
        _tableCount += place == 0 ? 1 : 0;
        place = code + 1;
    }

    private void AddBits(ArraySegment<ulong> theirs, int codeCount)
    {
        if (_bits.Count == 0)
        {
            BecomeBits(codeCount);
        }

        if (theirs.Count > _bits.Count)
        {
            LengthenBits(theirs.Count << 6);
        }

        BitWords.Unite(_bits.AsSpan(0, theirs.Count), theirs);
    }

    private void Enlarge(int size)
    {
        var larger = arena.Take(size / 2);
        foreach (var place in Places(_table))
        {
            if (place > 0)
            {
                Place(Places(larger), place - 1) = place;
            }
        }

        _table = larger;
    }

    private void BecomeBits(int codeCount)
    {
        LengthenBits(codeCount);
        var table = _table;
        (_table, _tableCount) = (ArraySegment<ulong>.Empty, 0);
        foreach (var place in Places(table))
        {
            if (place > 0)
            {
                Add(place - 1, codeCount);
            }
        }
    }

    private void LengthenBits(int codeCount)
    {
        var longer = arena.Take(Math.Max((codeCount >> 6) + 1, _bits.Count + (_bits.Count / 4)));
        _bits.AsSpan().CopyTo(longer);
        _bits = longer;
    }
}
