using System.Globalization;

namespace GoalMetrics;

// The members of a dimension, each with a code, in the order they were first met, or of numbers that are known ahead. A number is kept as
// one, in eight bytes, and written when it is asked for; a text that is just how a number is written is that number.
internal sealed class MemberSet
{
    private const int LongestNumber = 20;

    private readonly Dictionary<string, int> _codesOfTexts = new(StringComparer.Ordinal);
    private readonly NumberCodes _codesOfNumbers = new();

    // Of a set that nothing is added to: its members are these, and nothing else is kept.
    private readonly NumberRanks? _ranks;

    // By code, and only as long as need be: a text, or else a number.
    private string?[] _texts = [];
    private long[] _numbers = [];
    private int _nullCode = -1;

    public MemberSet()
    {
    }

    // One of the numbers stands for null.
    public MemberSet(NumberRanks ranks, long none)
    {
        _ranks = ranks;
        _nullCode = ranks.CodeOf(none);
        Count = ranks.Count;
    }

    public int Count { get; private set; }

    public string? this[int code] =>
        code == _nullCode ? null : TextAt(code) is { } text ? text : NumberAt(code).ToString(CultureInfo.InvariantCulture);

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

    // −1 for one that is no member.
    public int CodeOf(string? member) =>
        member is null ? _nullCode : IsNumber(member, out var number) ? CodeOf(number) : _codesOfTexts.GetValueOrDefault(member, -1);

    // −1 for one that is no member.
    public int CodeOf(long member)
    {
        if (_ranks is null)
        {
            return _codesOfNumbers.Of(member);
        }

        var code = _ranks.CodeOf(member);
        return code == _nullCode ? -1 : code;
    }

    // Of a member that is not null.
    public ulong HashOf(int code) => TextAt(code) is { } text ? MemberHash.Of(text) : MemberHash.Of(NumberAt(code));

    public int CodeOrNew(string? member)
    {
        if (member is not null && IsNumber(member, out var number))
        {
            return CodeOrNew(number);
        }

        var code = CodeOf(member);
        if (code >= 0)
        {
            return code;
        }

        if (member is null)
        {
            _nullCode = Count;
        }
        else
        {
            _codesOfTexts.Add(member, Count);
            Set(ref _texts, member);
        }

        return Count++;
    }

    public int CodeOrNew(long member)
    {
        var code = _codesOfNumbers.Of(member);
        return code >= 0 ? code : New(member);
    }

    // Those from the code on.
    public void Forget(int code)
    {
        for (; Count > code; Count--)
        {
            if (Count - 1 == _nullCode)
            {
                _nullCode = -1;
            }
            else if (Count - 1 < _texts.Length && _texts[Count - 1] is { } text)
            {
                _codesOfTexts.Remove(text);
                _texts[Count - 1] = null;
            }
            else
            {
                _codesOfNumbers.Remove(_numbers[Count - 1]);
            }
        }
    }

    public void Trim()
    {
        Array.Resize(ref _texts, Math.Min(_texts.Length, Count));
        Array.Resize(ref _numbers, Math.Min(_numbers.Length, Count));
        _codesOfTexts.TrimExcess();
        _codesOfNumbers.Trim();
    }

    // Of a member that is not null; of a number, written where there is room.
    private ReadOnlySpan<char> Letters(int code, Span<char> room)
    {
        if (TextAt(code) is { } text)
        {
            return text;
        }

        NumberAt(code).TryFormat(room, out var length, default, CultureInfo.InvariantCulture);
        return room[..length];
    }

    private string? TextAt(int code) => code < _texts.Length ? _texts[code] : null;

    private long NumberAt(int code) => _ranks is null ? _numbers[code] : _ranks[code];

    private int New(long member)
    {
        _codesOfNumbers.Add(member, Count);
        Set(ref _numbers, member);
        return Count++;
    }

    private void Set<T>(ref T[] members, T member)
    {
        if (Count >= members.Length)
        {
            Array.Resize(ref members, (int)Math.Min(Array.MaxLength, Math.Max(16, 2L * Count)));
        }

        members[Count] = member;
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
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9') && (digits[0] != '0' || text.Length == 1)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }
}
