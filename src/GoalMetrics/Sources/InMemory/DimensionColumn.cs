namespace GoalMetrics;

// Members as codes, in the order they were first met; null is a member like any other (S3.4).
internal sealed class DimensionColumn(string name) : Column
{
    private readonly MemberSet _members = new();
    private RecentTexts _recent = new();

    // What a slot has stands where its kind says. A new member gets its code when its row turns out good, so that a refused row
    // adds none.
    private Kind[] _kinds = new Kind[BatchSize];
    private string?[] _texts = new string?[BatchSize];
    private long[] _numbers = new long[BatchSize];
    private bool _hasNew;

    private enum Kind : byte
    {
        Code,
        Null,
        Text,
        Number,
    }

    public string Name { get; } = name;

    public int MemberCount => _members.Count;

    public PackedNumbers Codes { get; } = new();

    public int CodeAt(int row) => (int)Codes[row];

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
        var code = member is null ? _members.CodeOf(null) : _recent.CodeOf(member);
        if (code >= 0)
        {
            Set(slot, Kind.Code, code);
            return;
        }

        _texts[slot] = member;
        Set(slot, member is null ? Kind.Null : Kind.Text, 0);
    }

    public void Stage(int slot, long member)
    {
        var code = _members.CodeOf(member);
        Set(slot, code >= 0 ? Kind.Code : Kind.Number, code >= 0 ? code : member);
    }

    public override void Move(int from, int to) =>
        (_kinds[to], _texts[to], _numbers[to]) = (_kinds[from], _texts[from], _numbers[from]);

    public override void Clear()
    {
        base.Clear();
        Codes.Clear();
    }

    public override void Freeze()
    {
        Codes.Trim();
        _members.Trim();
        (_recent, _kinds, _texts, _numbers) = (new(), [], [], []);
    }

    public override void Commit(int slots)
    {
        var codes = _numbers.AsSpan(0, slots);
        for (var slot = 0; slot < codes.Length && _hasNew; slot++)
        {
            codes[slot] = _kinds[slot] switch
            {
                Kind.Code => codes[slot],
                Kind.Number => _members.CodeOrNew(codes[slot]),
                Kind.Text => CodeOrNew(_texts[slot]),
                _ => CodeOrNew(null),
            };
        }

        _hasNew = false;
        Add(codes);
    }

    // Rows whose members have codes already.
    public void Add(ReadOnlySpan<long> codes)
    {
        Codes.Expected = Expected;
        Codes.Add(codes);
        Added(codes.Length);
    }

    private void Set(int slot, Kind kind, long number)
    {
        _numbers[slot] = number;
        _kinds[slot] = kind;
        _hasNew |= kind != Kind.Code;
    }
}
