using System.Collections.Immutable;

namespace GoalMetrics;

// A member of each dimension, compared by value.
internal readonly struct MemberKey(ImmutableArray<string?> members) : IEquatable<MemberKey>
{
    public ImmutableArray<string?> Members { get; } = members;

    private ReadOnlySpan<string?> Span => Members.IsDefault ? [] : Members.AsSpan();

    public bool Equals(MemberKey other) => Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => obj is MemberKey other && Equals(other);

    public bool Is(ReadOnlySpan<string?> members) => Span.SequenceEqual(members);

    public override int GetHashCode() => Hash(Span);

    public static int Hash(ReadOnlySpan<string?> members)
    {
        var hash = new HashCode();
        foreach (var member in members)
        {
            hash.Add(member, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(", ", Span.ToArray().Select(Shown.Quote));
}
