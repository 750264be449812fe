using System.Globalization;

namespace GoalMetrics;

// The order of members in results: as each dimension states, numbers by size, other texts in ordinal order, and null last.
internal sealed class MemberOrder(IReadOnlyList<FactDimension> dimensions) : IComparer<MemberKey>
{
    private readonly Comparison<string?>[] _comparisons = [.. dimensions.Select(ComparisonOf)];

    public static MemberOrder Ordinal(int count) => new([.. Enumerable.Repeat(new FactDimension("any"), count)]);

    public int Compare(MemberKey x, MemberKey y)
    {
        for (var i = 0; i < _comparisons.Length; i++)
        {
            var order = _comparisons[i](x.Members[i], y.Members[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static Comparison<string?> ComparisonOf(FactDimension dimension)
    {
        Comparison<string> byKind = dimension.Kind == MemberKind.WholeNumber ? BySize : string.CompareOrdinal;
        return NullLast(dimension.Order.Count == 0 ? byKind : ByPlace(dimension.Order, byKind));
    }

    private static Comparison<string?> NullLast(Comparison<string> compare) =>
        (x, y) => x is null || y is null ? (x is null).CompareTo(y is null) : compare(x, y);

    // Members that are not listed come after those that are.
    private static Comparison<string> ByPlace(IReadOnlyList<string> listed, Comparison<string> others)
    {
        var places = listed.Select((member, place) => (member, place))
            .ToDictionary(each => each.member, each => each.place, StringComparer.Ordinal);
        return (x, y) =>
        {
            var order = places.GetValueOrDefault(x, int.MaxValue).CompareTo(places.GetValueOrDefault(y, int.MaxValue));
            return order != 0 ? order : others(x, y);
        };
    }

    // Anything else than a whole number comes after all of them.
    private static int BySize(string x, string y)
    {
        var hasLeft = long.TryParse(x, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var left);
        var hasRight = long.TryParse(y, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var right);
        if (hasLeft && hasRight)
        {
            return left.CompareTo(right);
        }

        if (hasLeft == hasRight)
        {
            return string.CompareOrdinal(x, y);
        }

        return hasRight.CompareTo(hasLeft);
    }
}
