namespace GoalMetrics.Statistics;

// Distinguishes series of rare events, such as orders of which there is one every tenth day, from those that a level describes.
internal static class RareValues
{
    // Zeros in a third of the values, scattered among the others. What begins late, is given up or rests for a season has its other values
    // in long stretches, and is not rare.
    private const int ZerosAreOneIn = 3, LongestMeanStretch = 4, FewestValues = 4;

    // Which values are known is null where all are.
    public static bool Are(IReadOnlyList<double> all, int season, IReadOnlyList<bool>? isKnown = null)
    {
        var values = Open(all, all.Count < 2L * season ? 1 : season, isKnown);
        if (values.Count < FewestValues || values.Exists(value => value < 0d))
        {
            return false;
        }

        int others = 0, stretches = 0;
        for (var place = 0; place < values.Count; place++)
        {
            if (values[place] == 0d)
            {
                continue;
            }

            others++;
            if (place == 0 || values[place - 1] == 0d)
            {
                stretches++;
            }
        }

        var zeros = values.Count - others;
        return others > 0 && zeros * ZerosAreOneIn >= values.Count && others <= LongestMeanStretch * stretches;
    }

    // Without the places of the season at which nothing ever happened: a shop that is closed on three days of seven has no rare events.
    private static List<double> Open(IReadOnlyList<double> all, int season, IReadOnlyList<bool>? isKnown)
    {
        var isOpen = new bool[season];
        for (var place = 0; place < all.Count; place++)
        {
            isOpen[place % season] |= all[place] != 0d && (isKnown?[place] ?? true);
        }

        return [.. all.Where((_, place) => isOpen[place % season] && (isKnown?[place] ?? true))];
    }
}
