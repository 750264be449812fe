using System.Globalization;

namespace GoalMetrics;

// The members of a dimension, each with a code in order of first occurrence. Members are texts, but a whole number is kept as a number:
// in eight bytes, and formatted on demand. A text that is exactly the written form of a number is that number.
internal sealed class MemberSet
{
    private const int LongestNumber = 20;

    private readonly Dictionary<string, int> _codesOfTexts = new(StringComparer.Ordinal);
    private readonly NumberCodes _codesOfNumbers = new();

    // By code.
    private readonly List<Entry> _entries = [];
    private int _nullCode = -1;

    public int Count => _entries.Count;

    public string? this[int code]
    {
        get
        {
            if (code == _nullCode)
            {
                return null;
            }

            var (text, number) = _entries[code];
            return text ?? number.ToString(CultureInfo.InvariantCulture);
        }
    }

    // In ordinal order, null last.
    public int Compare(int left, int right)
    {
        if (left == _nullCode || right == _nullCode)
        {
            return (left == _nullCode).CompareTo(right == _nullCode);
        }

        Span<char> leftNumber = stackalloc char[LongestNumber];
        Span<char> rightNumber = stackalloc char[LongestNumber];
        return Letters(left, leftNumber).SequenceCompareTo(Letters(right, rightNumber));
    }

    // −1 for a text that is not a member.
    public int CodeOf(string? member)
    {
        if (member is null)
        {
            return _nullCode;
        }

        if (IsNumber(member, out var number))
        {
            return _codesOfNumbers.Of(number);
        }

        return _codesOfTexts.GetValueOrDefault(member, -1);
    }

    // Of a member that is not null.
    public ulong HashOf(int code)
    {
        var (text, number) = _entries[code];
        if (text is null)
        {
            return MemberHash.Of(number);
        }

        return MemberHash.Of(text);
    }

    public int CodeOrNew(string? member)
    {
        if (member is null)
        {
            if (_nullCode < 0)
            {
                _nullCode = Added(default);
            }

            return _nullCode;
        }

        if (IsNumber(member, out var number))
        {
            return CodeOrNew(number);
        }

        if (!_codesOfTexts.TryGetValue(member, out var code))
        {
            code = Added(new(member, 0));
            _codesOfTexts.Add(member, code);
        }

        return code;
    }

    public int CodeOrNew(long member)
    {
        var code = _codesOfNumbers.Of(member);
        if (code < 0)
        {
            code = Added(new(null, member));
            _codesOfNumbers.Add(member, code);
        }

        return code;
    }

    public void Trim()
    {
        _entries.TrimExcess();
        _codesOfTexts.TrimExcess();
        _codesOfNumbers.Trim();
    }

    // The text of a member that is not null; a number is formatted into the room.
    private ReadOnlySpan<char> Letters(int code, Span<char> room)
    {
        var (text, number) = _entries[code];
        if (text is not null)
        {
            return text;
        }

        number.TryFormat(room, out var length, default, CultureInfo.InvariantCulture);
        return room[..length];
    }

    private int Added(Entry entry)
    {
        _entries.Add(entry);
        return Count - 1;
    }

    // 5 and -5, but not 05, +5, -0 or 5.0.
    private static bool IsNumber(string text, out long number)
    {
        number = 0;
        if (text.Length is 0 or > LongestNumber || (text[0] != '-' && !char.IsAsciiDigit(text[0])))
        {
            return false;
        }

        var digits = text.AsSpan(text[0] == '-' ? 1 : 0);
        return !digits.IsEmpty
            && !digits.ContainsAnyExceptInRange('0', '9')
            && (digits[0] != '0' || text.Length == 1)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    // A text, or a number if the text is null.
    private readonly record struct Entry(string? Text, long Number);
}
