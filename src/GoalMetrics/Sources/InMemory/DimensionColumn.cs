using System.Collections.Frozen;

namespace GoalMetrics;

// Members as codes, in the order they were first met; null is a member like any other (S3.4).
internal sealed class DimensionColumn(string name) : Column
{
    // No text that people write: half a letter, and the other half before it.
    private const string Others = "\uDC00\uD800";

    private readonly MemberSet _members = new();
    private RecentTexts _recent = new();

    // The code of each slot's member. What is new gets its code at once; where rows turn out to be refused, it is taken back.
    private long[] _codes = new long[BatchSize];
    private int _known;
    private bool _hasRefused;

    public string Name { get; } = name;

    // Whether hashes stand for the members, and 0 for null: then nothing is kept of the members, however many there are.
    public bool IsHashed { get; init; }

    // Where only some members matter: all others but null are one.
    public FrozenSet<string>? Named { get; init; }

    public int MemberCount => _members.Count;

    // Or hashes.
    public PackedNumbers Codes { get; } = new();

    public int CodeAt(int row) => (int)Codes[row];

    public static long HashOf(string? member) => member is null ? 0 : unchecked((long)Math.Max(MemberHash.Of(member), 1));

    // A number is written anew each time.
    public string? Member(int code) => _members[code];

    // −1 for a member that no row has.
    public int CodeOf(string? member) => _members.CodeOf(member);

    // A member that no row has yet becomes one.
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

    public void Stage(int slot, string? member)
    {
        var code = member is null ? _members.CodeOf(null) : _recent.CodeOfSame(member);
        _codes[slot] = code >= 0 ? code : CodeOrNew(member);
    }

    public void Stage(int slot, long member) => _codes[slot] = _members.CodeOrNew(member);

    public override void Move(int from, int to) => _codes[to] = _codes[from];

    public override void Refuse() => _hasRefused = true;

    public override void Clear()
    {
        base.Clear();
        Codes.Clear();
    }

    public override void Freeze()
    {
        Codes.Trim();
        _members.Trim();
        (_recent, _codes) = (new(), []);
    }

    public override void Commit(int slots)
    {
        var codes = _codes.AsSpan(0, slots);
        if (_hasRefused && _members.Count > _known)
        {
            Renumber(codes);
        }

        _hasRefused = false;
        _known = _members.Count;
        Add(codes);
    }

    // Rows whose members have codes already.
    public void Add(ReadOnlySpan<long> codes)
    {
        Codes.Expected = Expected;
        Codes.Add(codes);
        Added(codes.Length);
    }

    // Only of rows that were kept, and in their order, as if there had been no others.
    private void Renumber(Span<long> codes)
    {
        var fresh = Enumerable.Range(_known, _members.Count - _known).Select(code => _members[code]).ToArray();
        _members.Forget(_known);
        _recent = new();
        foreach (ref var code in codes)
        {
            code = code < _known ? code : CodeOrNew(fresh[code - _known]);
        }
    }
}
