using System.Collections.Immutable;
using System.Globalization;

namespace GoalMetrics;

// What is stated about how the cells of a table are written.
internal sealed record CellForms
{
    // Null for the invariant culture, in which ambiguous text is refused.
    public CultureInfo? Culture { get; init; }

    // Years of two digits are those from this year on; null where they are refused.
    public int? FirstTwoDigitYear { get; init; }

    // Words for "no value".
    public ImmutableHashSet<string> NoValues { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    // Whether blank text is the member null.
    public bool IsBlankNull { get; init; }
}
