namespace GoalMetrics;

// How a measure follows from two of its inputs: one divided by the other, times a fixed number. Which inputs they are is found by trying
// the formula, so that built-in formulas, lambdas and texts are known alike.
internal sealed class RatioForm
{
    // Results that differ by less differ by rounding.
    private const double Tolerance = 1e-12;

    // Two formulas may agree on a few amounts by chance.
    private const int FewestTrials = 6;

    private RatioForm(IReadOnlyList<Measure> inputs, int numerator, int denominator, double factor)
    {
        (NumeratorPlace, DenominatorPlace, Factor) = (numerator, denominator, factor);
        (Numerator, Denominator) = (inputs[numerator], inputs[denominator]);
    }

    public Measure Numerator { get; }

    public Measure Denominator { get; }

    // The places among the inputs that the value is computed from.
    public int NumeratorPlace { get; }

    public int DenominatorPlace { get; }

    // 1 for a rate, 1,000 for a cost per thousand.
    public double Factor { get; }

    // Null where the measure is something else. A ratio that is read in other windows is the ratio of its inputs in these windows.
    public static RatioForm? Of(Measure measure) => measure switch
    {
        NamedMeasure named => Of(named.Measure),
        WindowedMeasure windowed => Of(windowed.Measure),
        FormulaMeasure formula => OfFormula(formula, isRest: false),
        _ => null,
    };

    // How what a formula leaves of 1 follows from two of its inputs, as carts that were not abandoned do.
    public static RatioForm? OfRest(FormulaMeasure measure)
    {
        if (measure.Unit == Unit.Ratio)
        {
            return OfFormula(measure, isRest: true);
        }

        return null;
    }

    private static RatioForm? OfFormula(FormulaMeasure measure, bool isRest)
    {
        var inputs = measure.Inputs;
        var trials = Trials(measure, isRest);
        if (trials.Count < FewestTrials)
        {
            return null;
        }

        for (var numerator = 0; numerator < inputs.Count; numerator++)
        {
            for (var denominator = 0; denominator < inputs.Count; denominator++)
            {
                if (numerator != denominator
                    && inputs[numerator] is not ConstantMeasure
                    && inputs[denominator] is not ConstantMeasure
                    && FactorOf(trials, numerator, denominator) is { } factor)
                {
                    return new(inputs, numerator, denominator, factor);
                }
            }
        }

        return null;
    }

    // The number that every result is of the quotient; null where there is none.
    private static double? FactorOf(List<(double[] Inputs, double Value)> trials, int numerator, int denominator)
    {
        double? factor = null;
        var count = 0;
        foreach (var (inputs, value) in trials)
        {
            var (above, below) = (inputs[numerator], inputs[denominator]);
            if (below == 0d || (above == 0d) != (value == 0d))
            {
                return null;
            }

            if (above == 0d)
            {
                continue;
            }

            var own = value * below / above;
            factor ??= own;
            if (Math.Abs(own - factor.Value) > Tolerance * Math.Abs(own))
            {
                return null;
            }

            count++;
        }

        if (count >= FewestTrials)
        {
            return factor;
        }

        return null;
    }

    // The defined results of amounts of all sizes. A formula that cannot take them is no plain ratio.
    private static List<(double[] Inputs, double Value)> Trials(FormulaMeasure measure, bool isRest)
    {
        var trials = new List<(double[] Inputs, double Value)>();
        foreach (var amounts in TrialAmounts.All)
        {
            Quantity[] first = [.. measure.Inputs.Select((input, place) => AmountOf(input, amounts, place).First)];
            Quantity[] second = [.. measure.Inputs.Select((input, place) => AmountOf(input, amounts, place).Second)];
            if (!TryAdd(first) || !TryAdd(second))
            {
                return [];
            }
        }

        return trials;

        bool TryAdd(Quantity[] inputs)
        {
            try
            {
                if (measure.Formula.EvaluateMeasured([.. inputs]) is { IsDefined: true } value)
                {
                    var amount = isRest ? 1m - value.Amount : value.Amount;
                    trials.Add(([.. inputs.Select(input => (double)input.Amount)], (double)amount));
                }

                return true;
            }
            catch (Exception thrown) when (Failure.IsOfOne(thrown))
            {
                return false;
            }
        }
    }

    private static (Quantity First, Quantity Second) AmountOf(Measure input, TrialAmounts amounts, int place)
    {
        if (input is ConstantMeasure constant)
        {
            return (constant.Value, constant.Value);
        }

        var unit = input.Unit ?? Unit.Count();
        var (first, second) = amounts.Of(place, unit);
        return (new(first, unit), new(second, unit));
    }
}
