using System.Collections.Frozen;

namespace GoalMetrics;

// The members of a dimension, row by row, as codes in order of first occurrence. Null is a member like any other.
internal sealed class DimensionColumn(string name) : StagedColumn
{
    // Stands for all members that no filter names. It cannot occur in valid text: a low surrogate before a high one.
    private const string Others = "\uDC00\uD800";

    private readonly MemberSet _members = new();
    private RecentTexts _recent = new();

    // Members get their codes when their rows are committed: a refused row leaves no member behind, and in one loop over many rows
    // the look-ups overlap instead of waiting for each other.
    private string?[] _texts = [];
    private long?[] _numbers = [];
    private long[] _codes = new long[BatchSize];

    public string Name { get; } = name;

    // Whether its members are codes of currencies, which are kept as ISO 4217 writes them.
    public bool IsCurrency { get; set; }

    // Whether members are represented by hashes, with 0 for null: no member is kept then, however many there are.
    public bool IsHashed { get; init; }

    // If only some members matter, all others but null become one.
    public FrozenSet<string>? Named { get; init; }

    public int MemberCount => _members.Count;

    // The codes of all rows, or the hashes of their members.
    public PackedNumbers Codes { get; } = new();

    public int CodeAt(int row) => (int)Codes[row];

    public static long HashOf(string? member)
    {
        if (member is null)
        {
            return 0;
        }

        return unchecked((long)Math.Max(MemberHash.Of(member), 1));
    }

    // A number is formatted anew on each call.
    public string? Member(int code) => _members[code];

    // In ordinal order, null last.
    public int CompareMembers(int left, int right) => _members.Compare(left, right);

    // Compares without formatting numbers.
    public ulong HashAt(int code) => _members.HashOf(code);

    // −1 for a member that no row has.
    public int CodeOf(string? member) => _members.CodeOf(member);

    // A text that no row has yet becomes a new member.
    public int CodeOrNew(string? member)
    {
        if (member is null)
        {
            return _members.CodeOrNew(null);
        }

        if (Named is not null && !Named.Contains(member))
        {
            member = Others;
        }

        var code = _recent.CodeOf(member);
        if (code < 0)
        {
            code = _members.CodeOrNew(member);
            _recent.Remember(member, code);
        }

        return code;
    }

    // The members of a column are staged all as texts, or all as numbers.
    public CellProblem? Stage(int slot, string? member)
    {
        if (_texts.Length == 0)
        {
            _texts = new string?[BatchSize];
        }

        _texts[slot] = member;
        if (IsCurrency)
        {
            return StageCurrency(slot, member);
        }

        return null;
    }

    public CellProblem? Stage(int slot, long? member)
    {
        if (_numbers.Length == 0)
        {
            _numbers = new long?[BatchSize];
        }

        _numbers[slot] = member;
        return null;
    }

    public bool IsNullStaged(int slot) => _texts.Length == 0 || _texts[slot] is null;

    public override void Move(int from, int to)
    {
        if (_numbers.Length > 0)
        {
            _numbers[to] = _numbers[from];
        }
        else
        {
            _texts[to] = _texts[from];
        }
    }

    public override void Clear()
    {
        base.Clear();
        Codes.Clear();
    }

    public override void Freeze()
    {
        Codes.Trim();
        _members.Trim();
        (_recent, _texts, _numbers, _codes) = (new(), [], [], []);
    }

    public override void Commit(int slots)
    {
        var codes = _codes.AsSpan(0, slots);
        if (_numbers.Length > 0)
        {
            for (var slot = 0; slot < codes.Length; slot++)
            {
                codes[slot] = _numbers[slot] is { } number ? _members.CodeOrNew(number) : _members.CodeOrNew(null);
            }
        }
        else
        {
            for (var slot = 0; slot < codes.Length; slot++)
            {
                // Most often the same object as a recent one.
                var text = _texts[slot];
                var code = text is null ? -1 : _recent.CodeOfSame(text);
                codes[slot] = code >= 0 ? code : CodeOrNew(text);
            }
        }

        Add(codes);
    }

    // Blank text is no currency.
    private CellProblem? StageCurrency(int slot, string? member)
    {
        if (string.IsNullOrWhiteSpace(member))
        {
            _texts[slot] = null;
            return null;
        }

        if (CurrencyCodes.Find(member) is not { } currency)
        {
            return CurrencyCell.Unknown(member);
        }

        _texts[slot] = currency.Code;
        return null;
    }

    // Rows whose members have codes already.
    public void Add(ReadOnlySpan<long> codes)
    {
        Codes.Expected = Expected;
        Codes.Add(codes);
        Added(codes.Length);
    }
}
