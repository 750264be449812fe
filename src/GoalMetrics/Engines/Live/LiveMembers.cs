namespace GoalMetrics;

// Members of one dimension on their way into its column. Those met lately have their code at once, found by the object; a new member gets
// one when its fact is committed, so that a refused fact leaves none.
internal sealed class LiveMembers(DimensionColumn column, int place)
{
    private const int Unknown = -1;

    private readonly long[] _codes = new long[StagedColumn.BatchSize];
    private readonly string?[] _unknown = new string?[StagedColumn.BatchSize];
    private readonly RecentTexts _recent = new();
    private int _codeOfNull = Unknown;

    public DimensionColumn Column => column;

    public void Stage(int slot, ReadOnlySpan<string?> members)
    {
        var member = members[place];
        var code = member is null ? _codeOfNull : _recent.CodeOfSame(member);
        _codes[slot] = code;
        if (code == Unknown)
        {
            _unknown[slot] = member;
        }
    }

    public void Commit(int slots)
    {
        var codes = _codes.AsSpan(0, slots);
        for (var slot = 0; slot < codes.Length; slot++)
        {
            if (codes[slot] == Unknown)
            {
                codes[slot] = column.IsHashed ? DimensionColumn.HashOf(_unknown[slot]) : CodeOf(_unknown[slot]);
            }
        }

        column.Add(codes);
    }

    private int CodeOf(string? member)
    {
        var code = column.CodeOrNew(member);
        if (member is null)
        {
            _codeOfNull = code;
        }
        else
        {
            _recent.Remember(member, code);
        }

        return code;
    }
}
