namespace GoalMetrics;

// Members as codes, in the order they were first met; null is a member like any other (S3.4).
internal sealed class DimensionColumn(string name) : Column
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string?> _members = [];
    private int _nullCode = -1;
    private int[] _rows = [];
    private string? _staged;

    public string Name { get; } = name;

    public IReadOnlyList<string?> Members => _members;

    public ReadOnlySpan<int> Codes => _rows.AsSpan(0, Count);

    public bool Stage(string? member, out CellProblem problem)
    {
        _staged = member;
        problem = default;
        return true;
    }

    // −1 for a member that no row has.
    public int CodeOf(string? member) => member is null ? _nullCode : _codes.GetValueOrDefault(member, -1);

    protected override void CommitAt(int row)
    {
        var code = CodeOf(_staged);
        if (code < 0)
        {
            code = _members.Count;
            _members.Add(_staged);
            if (_staged is null)
            {
                _nullCode = code;
            }
            else
            {
                _codes.Add(_staged, code);
            }
        }

        Put(ref _rows, row, code);
    }
}
