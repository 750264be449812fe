using NodaTime;

namespace GoalMetrics;

// Days in words: a single one is not shown as a range.
internal static partial class DataFindings
{
    private static readonly LocalizedText On = new("on {first}", "den {first}");

    private static readonly LocalizedText FromTo = new("from {first} to {last}", "fra {first} til {last}");

    private static FindingArgument[] Days(LocalDate first, LocalDate last) =>
    [
        new("first", first),
        new("last", last),
        new("when", (first == last ? On : FromTo).Filled("{first}", $"{first:R}").Filled("{last}", $"{last:R}")),
    ];
}
