namespace GoalMetrics;

// A formula that is one sum over another, such as a margin (revenue − cost) / revenue: how often either takes each input. It is found by
// trying the formula, so that built-in formulas, lambdas and texts are known alike.
internal sealed class SumOverSum
{
    // As many digits as can be told from results of 16.
    private const int Digits = 12;

    private readonly decimal[] _above;
    private readonly decimal[] _below;

    private SumOverSum(FormulaMeasure measure, decimal[] above, decimal[] below)
    {
        (_above, _below) = (above, below);
        (Numerator, Denominator) = (SumOf("numerator", measure.Inputs, above), SumOf("denominator", measure.Inputs, below));
    }

    public Measure Numerator { get; }

    public Measure Denominator { get; }

    // Null where the measure is something else. A ratio that is read in other windows is the ratio of its inputs in these windows.
    public static SumOverSum? Of(Measure measure) => measure switch
    {
        NamedMeasure named => Of(named.Measure),
        WindowedMeasure windowed => Of(windowed.Measure),
        FormulaMeasure formula => OfFormula(formula),
        _ => null,
    };

    // What is divided in a period; null where an input of it is unknown.
    public decimal? Above(HistoryPoint point) => SumOf(point.Inputs, _above);

    // What it is divided by.
    public decimal? Below(HistoryPoint point) => SumOf(point.Inputs, _below);

    private static decimal? SumOf(IReadOnlyList<MeasureValue>? inputs, decimal[] times)
    {
        decimal? sum = inputs is null ? null : 0m;
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] != 0m)
            {
                sum += times[i] * inputs?[i].Value.AmountOrNull;
            }
        }

        return sum;
    }

    private static SumOverSum? OfFormula(FormulaMeasure measure)
    {
        int[] places = [.. Enumerable.Range(0, measure.Inputs.Count).Where(place => measure.Inputs[place] is not ConstantMeasure)];
        if (Trials(measure, places) is not { } rows || CommonRelation.Of(rows) is not { } relation)
        {
            return null;
        }

        var largest = relation.Skip(places.Length).MaxBy(Math.Abs);
        return largest == 0d ? null : Named(measure, TimesOf(relation[..places.Length]), TimesOf(relation[places.Length..]));

        // By place among all inputs, the largest of the denominator once.
        decimal[] TimesOf(double[] found)
        {
            var times = new decimal[measure.Inputs.Count];
            for (var i = 0; i < places.Length; i++)
            {
                times[places[i]] = (decimal)Math.Round(found[i] / largest, Digits);
            }

            return times;
        }
    }

    // Sums of unlike things are none.
    private static SumOverSum? Named(FormulaMeasure measure, decimal[] above, decimal[] below)
    {
        try
        {
            return new(measure, above, below);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Measure SumOf(string id, IReadOnlyList<Measure> all, decimal[] times)
    {
        int[] places = [.. Enumerable.Range(0, times.Length).Where(place => times[place] != 0m)];
        if (places is [var only] && times[only] == 1m)
        {
            return all[only];
        }

        FormulaInput[] inputs = [.. places.Select(place => FormulaInput.Any($"input-{place}"))];
        var sum = Formula.OfSeries(
            id,
            values =>
            {
                var total = values[0] * times[places[0]];
                for (var i = 1; i < places.Length; i++)
                {
                    total += values[i] * times[places[i]];
                }

                return total;
            },
            inputs);
        return new FormulaMeasure(id, sum, [.. places.Select(place => all[place])]);
    }

    // Of each defined result the inputs, and the result times the inputs, by turns below 0: what all rows have in common is how often
    // either sum takes each input. Null where the formula cannot be tried.
    private static List<double[]>? Trials(FormulaMeasure measure, int[] places)
    {
        var rows = new List<double[]>();
        foreach (var amounts in TrialAmounts.All)
        {
            Quantity[] inputs = [.. measure.Inputs.Select((input, place) => AmountOf(input, amounts, place))];
            try
            {
                if (measure.Formula.EvaluateMeasured([.. inputs]) is { IsDefined: true } value)
                {
                    double[] known = [.. places.Select(place => (double)inputs[place].Amount)];
                    rows.Add([.. known, .. known.Select(amount => -(double)value.Amount * amount)]);
                }
            }
            catch (Exception thrown) when (thrown is not (OutOfMemoryException or OperationCanceledException))
            {
                return null;
            }
        }

        return rows;
    }

    private static Quantity AmountOf(Measure input, TrialAmounts amounts, int place)
    {
        var unit = input.Unit ?? Unit.Count();
        return input is ConstantMeasure constant ? constant.Value : new(amounts.Of(place, unit).First, unit);
    }
}
