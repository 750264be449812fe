using System.Collections.Immutable;

namespace GoalMetrics;

// A member of each dimension, compared by value.
internal readonly struct MemberKey(ImmutableArray<string?> members) : IEquatable<MemberKey>, IComparable<MemberKey>
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

    // Ordinal, null last.
    public int CompareTo(MemberKey other)
    {
        for (var i = 0; i < Span.Length; i++)
        {
            var order = (Span[i], other.Span[i]) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                var (left, right) => string.CompareOrdinal(left, right),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    public override string ToString() => string.Join(", ", Span.ToArray().Select(Shown.Quote));
}
