namespace GoalMetrics;

// Whole amounts above 0 to try a formula with, of all sizes: each input in turn is far larger than the others, as a whole is than its
// parts.
internal static class PositiveAmounts
{
    private const decimal Whole = 200m;

    private static readonly decimal[] Sizes =
        [1m, 10m, 100m, 1_000m, 3_000m, 10_000m, 30_000m, 100_000m, 1_000_000m, 100_000_000m];

    // Enough of them to tell so many inputs apart.
    public static IEnumerable<decimal[]> For(int inputs)
    {
        for (var round = 0; round < (2 * inputs) + Sizes.Length; round++)
        {
            for (var whole = 0; whole < inputs; whole++)
            {
                var size = Sizes[(round + whole) % Sizes.Length];
                yield return [.. Enumerable.Range(0, inputs).Select(input => size * Part(input, round) * (input == whole ? Whole : 1m))];
            }
        }
    }

    // From 1 to 97, as if by chance.
    private static decimal Part(int input, int round) => 1 + ((input + 2) * (round + 3) * 7919 % 97);
}
