using System.Globalization;

namespace GoalMetrics;

// Whether a formula over measures that add up adds up itself: what it gives for two periods, added, against what it gives for both.
internal static class AdditionTrial
{
    // Two divisions, each rounded to 28 digits, need not come to the very same.
    private const decimal Tolerance = 1e-20m;

    // The sizes of what is measured, and whether later inputs are larger than earlier ones, in the first period and in the second.
    private static readonly (decimal Size, bool First, bool Second)[] Trials =
    [
        (100m, false, false), (100m, true, true), (100m, true, false), (1m, true, true), (1m, false, false), (1_000_000m, true, true), (1_000_000m, false, false),
    ];

    // Null where it adds up; else the example that shows it does not, or that it has no value to add.
    public static string? Counterexample(Measure measure)
    {
        var found = false;
        foreach (var (size, isFirstRising, isSecondRising) in Trials)
        {
            var inputs = new Dictionary<object, (Measure Measure, Quantity First, Quantity Second)>();
            Quantity Value(Func<(Measure Measure, Quantity First, Quantity Second), Quantity> of) => measure.Try(input =>
            {
                if (!inputs.TryGetValue(input.Computation, out var values))
                {
                    var (rank, unit) = (inputs.Count, input.Unit ?? Unit.Count());
                    values = (input, new(size * Factor(rank, 3, isFirstRising), unit), new(size * Factor(rank, 7, isSecondRising), unit));
                    inputs.Add(input.Computation, values);
                }

                return of(values);
            });

            var (first, second, both) = (Value(values => values.First), Value(values => values.Second), Value(values => values.First + values.Second));
            if (!first.IsDefined || !second.IsDefined || !both.IsDefined)
            {
                continue;
            }

            found = true;
            var (sum, magnitude) = (first.Amount + second.Amount, Math.Abs(first.Amount) + Math.Abs(second.Amount));
            if (Math.Abs(sum - both.Amount) > Tolerance * magnitude)
            {
                return $"Where {Named(values => values.First)} gives {Text(first)} and {Named(values => values.Second)} gives {Text(second)}, both together give {Text(both)}";

                string Named(Func<(Measure Measure, Quantity First, Quantity Second), Quantity> of) =>
                    Shown.List(inputs.Values.Select(values => $"{values.Measure.Id} {Text(of(values))}"));
            }
        }

        return found ? null : "It is undefined for every input that was tried";
    }

    private static decimal Factor(int rank, int start, bool isRising) => isRising ? start + (rank * 10m) : start + Math.Floor(60m / (rank + 1));

    private static string Text(Quantity quantity) => quantity.ToString(CultureInfo.InvariantCulture);
}
