namespace GoalMetrics;

// A formula that is one sum over another, each with a fixed amount or without, such as a margin (revenue − cost) / revenue or a share of a
// budget: how often either takes each input. It is found by trying the formula, so that built-in formulas, lambdas and texts are known
// alike.
internal sealed class SumOverSum
{
    // What is smaller than the largest by so much is what rounding left of 0.
    private const double Rounding = 1e-9;

    // Larger factors leave no room for amounts.
    private const double Most = 1e20;

    private SumOverSum(LinearSum above, LinearSum below) => (Above, Below) = (above, below);

    public LinearSum Above { get; }

    public LinearSum Below { get; }

    // Null where the measure is something else. A ratio that is read in other windows is the ratio of its inputs in these windows.
    public static SumOverSum? Of(Measure measure) => measure switch
    {
        NamedMeasure named => Of(named.Measure),
        WindowedMeasure windowed => Of(windowed.Measure),
        FormulaMeasure formula => OfFormula(formula),
        _ => null,
    };

    // The same with both turned round, where that is what makes the denominator positive.
    public SumOverSum Turned() => new(Above.Times(-1d), Below.Times(-1d));

    private static SumOverSum? OfFormula(FormulaMeasure measure)
    {
        int[] places = [.. Enumerable.Range(0, measure.Inputs.Count).Where(place => measure.Inputs[place] is not ConstantMeasure)];
        if (Rows(measure, places) is not { } rows || CommonRelation.Of(rows) is not { } relation)
        {
            return null;
        }

        var (above, below) = (relation[..(places.Length + 1)], relation[(places.Length + 1)..]);
        var most = below.Max(Math.Abs);
        if (most == 0d)
        {
            return null;
        }

        // The largest input of the denominator once; where it has none, it is 1.
        var largest = below[..^1].Max(Math.Abs);
        var once = largest > Rounding * most ? largest : below[^1];
        if (relation.All(found => Math.Abs(found) < Most * Math.Abs(once)))
        {
            return new(Sum(above), Sum(below));
        }

        return null;

        LinearSum Sum(double[] found)
        {
            var least = Rounding * found.Max(Math.Abs);
            var times = new double[measure.Inputs.Count];
            for (var i = 0; i < places.Length; i++)
            {
                times[places[i]] = Times(found[i]);
            }

            return new(measure.Inputs, times, Times(found[^1]));

            double Times(double number) => Math.Abs(number) > least ? Snapped(number / once) : 0d;
        }
    }

    // A number of few digits, where it is one but for rounding.
    private static double Snapped(double number)
    {
        const int digits = 6;
        var unit = Math.Pow(10d, Math.Floor(Math.Log10(Math.Abs(number))) - digits);
        var near = (double)((decimal)Math.Round(number / unit) * (decimal)unit);
        if (Math.Abs(near - number) <= Rounding * Math.Abs(number))
        {
            return near;
        }

        return number;
    }

    // Of each defined result the inputs and 1, and the result times them, turned round: what all rows have in common is how often either
    // sum takes each input, and its fixed amount. Null where the formula cannot be tried.
    private static List<double[]>? Rows(FormulaMeasure measure, int[] places)
    {
        var rows = new List<double[]>();
        foreach (var amounts in Amounts(measure, places))
        {
            try
            {
                if (measure.Try(amounts) is { IsDefined: true } value)
                {
                    double[] known = [.. amounts.Select(amount => (double)amount), 1d];
                    rows.Add([.. known, .. known.Select(amount => -(double)value.Amount * amount)]);
                }
            }
            catch (Exception thrown) when (Failure.IsOfOne(thrown))
            {
                return null;
            }
        }

        return rows;
    }

    private static IEnumerable<decimal[]> Amounts(FormulaMeasure measure, int[] places) =>
        TrialAmounts.All
            .Select(trial => places.Select(place => trial.Of(place, measure.Inputs[place].Unit ?? Unit.Count()).First).ToArray())
            .Concat(PositiveAmounts.For(places.Length));
}
