using System.Runtime.InteropServices;

namespace GoalMetrics.Sources;

/// <summary>
/// The groups of one grouping in an answer, row by row: a window, a member of each dimension and a value of each aggregate. An engine adds
/// the rows and hands them over; from then on they are only read, and free to share between threads.
/// </summary>
public sealed class AggregateRows
{
    private readonly List<int> _windows;
    private readonly List<string?> _members;
    private AggregateValue[] _values;

    /// <summary>No rows yet.</summary>
    /// <param name="dimensionCount">The number of dimensions of the grouping.</param>
    /// <param name="aggregateCount">The number of aggregates of the request.</param>
    /// <param name="capacity">The number of rows to make room for, if known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 0, or there are no aggregates.</exception>
    public AggregateRows(int dimensionCount, int aggregateCount, int capacity = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimensionCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(aggregateCount);
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        DimensionCount = dimensionCount;
        AggregateCount = aggregateCount;
        _windows = new(capacity);
        _members = new(capacity * dimensionCount);
        _values = new AggregateValue[capacity * aggregateCount];
    }

    /// <summary>The number of members of a row.</summary>
    public int DimensionCount { get; }

    /// <summary>The number of values of a row.</summary>
    public int AggregateCount { get; }

    /// <summary>The number of rows.</summary>
    public int Count => _windows.Count;

    /// <summary>Adds a group. Each combination of window and members is added once; the order does not matter.</summary>
    /// <param name="window">The index of the window in <see cref="TimeCuts.Windows"/>.</param>
    /// <param name="members">A member of each dimension of the grouping, in its order; null for the null member.</param>
    /// <param name="values">A value for each aggregate of the request, in its order.</param>
    /// <exception cref="ArgumentException">The number of members or values is not that of the grouping and the request.</exception>
    public void Add(int window, ReadOnlySpan<string?> members, ReadOnlySpan<AggregateValue> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        if (members.Length != DimensionCount || values.Length != AggregateCount)
        {
            var found = FormattableString.Invariant($"{members.Length} and {values.Length}");
            throw new ArgumentException(
                FormattableString.Invariant($"Expected {DimensionCount} members and {AggregateCount} values; found {found}."));
        }

        var (first, end) = (Count * AggregateCount, (Count + 1) * AggregateCount);
        if (_values.Length < end)
        {
            Array.Resize(ref _values, Math.Max(end, 2 * _values.Length));
        }

        for (var i = 0; i < values.Length; i++)
        {
            _values[first + i] = values[i];
        }

        _windows.Add(window);
        _members.AddRange(members);
    }

    /// <summary>The index of a row's window in <see cref="TimeCuts.Windows"/>.</summary>
    public int WindowOf(int row) => _windows[row];

    /// <summary>A row's members, one for each dimension of the grouping. Valid until a row is added.</summary>
    public ReadOnlySpan<string?> MembersOf(int row) => CollectionsMarshal.AsSpan(_members).Slice(row * DimensionCount, DimensionCount);

    /// <summary>A row's values, one for each aggregate. Valid until a row is added.</summary>
    public ReadOnlySpan<AggregateValue> ValuesOf(int row) => new(_values, row * AggregateCount, AggregateCount);
}
