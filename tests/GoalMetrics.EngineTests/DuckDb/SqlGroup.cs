namespace EngineTests.DuckDb;

// Which group a row of an answer belongs to: the grouping as DuckDB's GROUPING() numbers it, the window, and the members.
internal sealed class SqlGroup(long grouping, int window, IReadOnlyList<string?> members) : IEquatable<SqlGroup>
{
    public long Grouping { get; } = grouping;

    public int Window { get; } = window;

    public IReadOnlyList<string?> Members { get; } = members;

    public bool Equals(SqlGroup? other) => other is not null
        && (Grouping, Window) == (other.Grouping, other.Window) && Members.SequenceEqual(other.Members, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as SqlGroup);

    public override int GetHashCode() => Members.Aggregate(HashCode.Combine(Grouping, Window), HashCode.Combine);
}
