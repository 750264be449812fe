namespace GoalMetrics;

// Members as codes, in the order they were first met; null is a member like any other (S3.4).
internal sealed class DimensionColumn(string name) : Column
{
    private readonly MemberSet _members = new();
    private RecentTexts _recent = new();

    // The code of each slot's member. A new one gets its code when its row turns out good, so that a refused row adds none; until then the
    // slot says where among the new ones it is, from −1 down.
    private readonly List<(string? Text, long? Number)> _new = [];
    private long[] _codes = new long[BatchSize];

    public string Name { get; } = name;

    // Whether hashes stand for the members, and 0 for null: then nothing is kept of the members, however many there are.
    public bool IsHashed { get; init; }

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
        if (code < 0 && member is not null)
        {
            code = _recent.CodeOf(member);
        }

        _codes[slot] = code >= 0 ? code : New(member, null);
    }

    public void Stage(int slot, long member)
    {
        var code = _members.CodeOf(member);
        _codes[slot] = code >= 0 ? code : New(null, member);
    }

    public override void Move(int from, int to) => _codes[to] = _codes[from];

    public override void Clear()
    {
        base.Clear();
        Codes.Clear();
    }

    public override void Freeze()
    {
        Codes.Trim();
        _members.Trim();
        _new.TrimExcess();
        (_recent, _codes) = (new(), []);
    }

    public override void Commit(int slots)
    {
        var codes = _codes.AsSpan(0, slots);
        if (_new.Count > 0)
        {
            for (var rest = codes; rest.IndexOfAnyInRange(long.MinValue, -1) is >= 0 and var next; rest = rest[(next + 1)..])
            {
                var (text, number) = _new[(int)~rest[next]];
                rest[next] = number is { } member ? _members.CodeOrNew(member) : CodeOrNew(text);
            }

            _new.Clear();
        }

        Add(codes);
    }

    // Rows whose members have codes already.
    public void Add(ReadOnlySpan<long> codes)
    {
        Codes.Expected = Expected;
        Codes.Add(codes);
        Added(codes.Length);
    }

    private long New(string? text, long? number)
    {
        _new.Add((text, number));
        return ~(_new.Count - 1L);
    }
}
