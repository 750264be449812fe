using System.Collections.Frozen;

namespace GoalMetrics;

// Members as codes; null is a member like any other (S3.4). Codes are given in the order members are first met, or else, to numbers that
// lie close together, in their own order when all are known: until then each row has the number itself.
internal sealed class DimensionColumn(string name) : Column
{
    // No text that people write: half a letter, and the other half before it.
    private const string Others = "\uDC00\uD800";

    // In rows that have the numbers themselves: null, and a number that is below 0 or too far above it.
    private const long None = -1;
    private const long Far = -2;

    // As many numbers from 0 on as this for each row lie close together; while rows come in, as for so many of them at least.
    private const long PlacesARow = 8;
    private const int FewestRows = 1 << 20;
    private const int AlwaysClose = 256;

    private MemberSet _members = new();
    private RecentTexts _recent = new();

    // The code of each slot's member, or the number itself. What is new gets its code at once; where rows turn out to be refused, it is
    // taken back.
    private long[] _codes = new long[BatchSize];

    // Where a slot has Far, the number.
    private long[] _far = [];

    // The first number that is too far from 0, as far as is known.
    private long _end;
    private int _known;
    private bool _hasRefused;

    public string Name { get; } = name;

    // Whether hashes stand for the members, and 0 for null: then nothing is kept of the members, however many there are.
    public bool IsHashed { get; init; }

    // Where only some members matter: all others but null are one.
    public FrozenSet<string>? Named { get; init; }

    // Whether the rows have the numbers themselves. To be said before any is met, of a dimension of numbers only.
    public bool HasNumbers { get; set; }

    public int MemberCount => _members.Count;

    // Or hashes.
    public PackedNumbers Codes { get; private set; } = new();

    public int CodeAt(int row) => (int)Codes[row];

    public static long HashOf(string? member) => member is null ? 0 : unchecked((long)Math.Max(MemberHash.Of(member), 1));

    // A number is written anew each time.
    public string? Member(int code) => _members[code];

    // In ordinal order, null last.
    public int CompareMembers(int left, int right) => _members.Compare(left, right);

    // Without a text of a number.
    public ulong HashAt(int code) => _members.HashOf(code);

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

    public void Stage(int slot, long member) =>
        _codes[slot] = unchecked((ulong)member < (ulong)_end) ? member : HasNumbers ? StageFar(slot, member) : _members.CodeOrNew(member);

    public void StageNull(int slot) => _codes[slot] = HasNumbers ? None : CodeOrNew(null);

    public override void Move(int from, int to)
    {
        _codes[to] = _codes[from];
        if (_far.Length > 0)
        {
            _far[to] = _far[from];
        }
    }

    public override void Refuse() => _hasRefused = true;

    public override void Clear()
    {
        base.Clear();
        Codes.Clear();
    }

    public override void Freeze()
    {
        if (HasNumbers && Codes.Highest < Math.Max(AlwaysClose, PlacesARow * Count))
        {
            var ranks = new NumberRanks(Codes);
            (Codes, _members, HasNumbers) = (ranks.CodesOf(Codes), new(ranks, None), false);
        }
        else if (HasNumbers)
        {
            CodeNumbers();
        }

        Codes.Trim();
        _members.Trim();
        (_recent, _codes, _far) = (new(), [], []);
    }

    public override void Commit(int slots)
    {
        var codes = _codes.AsSpan(0, slots);
        if (_far.Length > 0 && HasNumbers && codes.Contains(Far))
        {
            CodeNumbers();
            Code(codes);
        }
        else if (_hasRefused && _members.Count > _known)
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

    private long StageFar(int slot, long member)
    {
        _end = PlacesARow * Math.Max(FewestRows, Math.Max(Expected, Count));
        if (member >= 0 && member < _end)
        {
            return member;
        }

        Growing.MakeRoom(ref _far, 0, BatchSize);
        _far[slot] = member;
        return Far;
    }

    // Of the rows so far: not all lie close together.
    private void CodeNumbers()
    {
        var numbers = Codes;
        (Codes, HasNumbers, _end) = (new() { Expected = Math.Max(Expected, numbers.Count) }, false, 0);
        foreach (var batch in numbers.InBatches())
        {
            Code(batch.Span);
            Codes.Add(batch.Span);
        }

        _known = _members.Count;
    }

    private void Code(Span<long> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = numbers[i] == None ? _members.CodeOrNew(null) : _members.CodeOrNew(numbers[i] == Far ? _far[i] : numbers[i]);
        }
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
