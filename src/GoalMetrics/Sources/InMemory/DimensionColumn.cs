using System.Globalization;

namespace GoalMetrics;

// Members as codes, in the order they were first met; null is a member like any other (S3.4).
internal sealed class DimensionColumn(string name) : Column
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _codesOfNumbers = [];
    private readonly List<string?> _members = [];
    private int _nullCode = -1;
    private string? _stagedMember;
    private long? _stagedNumber;
    private int _stagedCode;

    public string Name { get; } = name;

    public int MemberCount => _members.Count;

    public PackedNumbers Codes { get; } = new();

    public int CodeAt(int row) => (int)Codes[row];

    public string? Member(int code) => _members[code];

    public void Stage(string? member) => (_stagedMember, _stagedNumber, _stagedCode) = (member, null, CodeOf(member));

    // A number met before costs no text.
    public void Stage(long number)
    {
        if (_codesOfNumbers.TryGetValue(number, out var code))
        {
            _stagedCode = code;
            return;
        }

        Stage(number.ToString(CultureInfo.InvariantCulture));
        _stagedNumber = number;
    }

    // −1 for a member that no row has.
    public int CodeOf(string? member) => member is null ? _nullCode : _codes.GetValueOrDefault(member, -1);

    protected override void CommitAt(int row) => Codes.Add([_stagedCode >= 0 ? _stagedCode : New()]);

    private int New()
    {
        var code = _members.Count;
        _members.Add(_stagedMember);
        if (_stagedMember is null)
        {
            _nullCode = code;
        }
        else
        {
            _codes.Add(_stagedMember, code);
        }

        if (_stagedNumber is { } number)
        {
            _codesOfNumbers.Add(number, code);
        }

        return code;
    }
}
