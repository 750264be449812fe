namespace EngineTests.Contract.Reference;

// Members in ordinal order, null last.
internal static class MemberOrder
{
    public static IComparer<string?> Ordinal { get; } = Comparer<string?>.Create(Compare);

    public static IComparer<string?[]> OfAll { get; } = Comparer<string?[]>.Create(
        (left, right) => left.Zip(right, Compare).FirstOrDefault(order => order != 0));

    public static IEqualityComparer<string?[]> SameMembers { get; } = EqualityComparer<string?[]>.Create(
        (left, right) => left!.SequenceEqual(right!, StringComparer.Ordinal),
        members => members.Aggregate(0, HashCode.Combine));

    private static int Compare(string? left, string? right)
    {
        if (left is null || right is null)
        {
            return (left is null).CompareTo(right is null);
        }

        return string.CompareOrdinal(left, right);
    }
}
