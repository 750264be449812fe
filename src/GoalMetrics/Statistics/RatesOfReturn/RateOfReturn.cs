namespace GoalMetrics;

/// <summary>
/// The rates at which flows are worth nothing together: the roots of <c>Σ amount · e^(−time · s)</c> with <c>s = ln(1 + rate)</c>,
/// which is the whole range of rates above −100 %. All roots are found, not the one nearest to a guess.
/// </summary>
/// <remarks>
/// With one change of sign in the order of time there is exactly one root (Descartes' rule, which holds for real exponents too).
/// With more, intervals are split until in each the value is certain to have no root, its slope none (then at most one root), or
/// its curvature none (then at most two, on either side of the turning point). Where the value is lost in rounding, as it is
/// around roots that almost coincide, the answer is that they cannot be told apart.
/// </remarks>
internal static class RateOfReturn
{
    // Below this share of the sum of the sizes of all terms, a value and zero cannot be told apart in double.
    private const double Nothing = 1e-13;

    // Never reached by the flows of an investment; a promise that the search ends.
    private const int MostIntervals = 100_000;

    /// <summary>The one rate, or why there is none.</summary>
    /// <param name="flows">In order of time, each time once, none of them zero.</param>
    public static Quantity Of(IReadOnlyList<TimedFlow> flows)
    {
        var terms = new FlowTerms(flows);
        if (terms.SignChanges == 0)
        {
            return None(Causes.NoSignChange);
        }

        var (low, high) = terms.Bounds();
        if (terms.SignChanges == 1)
        {
            return RateAt(Crossing(terms, low, high));
        }

        if (TryFindAll(terms, low, high, out var roots))
        {
            return Only(roots);
        }

        return None(Causes.RootsTooClose);
    }

    private static Quantity Only(List<double> roots) => roots.Count switch
    {
        0 => None(Causes.NoRoot),
        1 => RateAt(roots[0]),
        _ => None(Causes.SeveralRoots(roots.ConvertAll(Listed))),
    };

    // Null where the rate is too large for a decimal; a loss of everything where it is too near to one.
    private static decimal? Listed(double root)
    {
        var rate = RateAt(root);
        if (rate.Reason == UndefinedReason.Overflow)
        {
            return null;
        }

        return rate.AmountOrNull ?? -1m;
    }

    private static Quantity None(string cause) => Quantity.Undefined(UndefinedReason.OutOfDomain, cause, Unit.Ratio);

    // e^s - 1, to all digits also where s is small, and where the rate is all but a loss of everything.
    private static Quantity RateAt(double s)
    {
        if (s >= 1d)
        {
            return Quantity.Computed(Math.Exp(s) - 1d, Unit.Ratio).CausedBy("flows");
        }

        if (s > -1d)
        {
            return Quantity.Computed(2d * Math.Sinh(s / 2d) * Math.Exp(s / 2d), Unit.Ratio);
        }

        var left = (decimal)Math.Exp(s);
        if (left == 0m)
        {
            return None(Causes.TotalLoss);
        }

        return Quantity.Ratio(left - 1m);
    }

    // False where some roots cannot be told apart.
    private static bool TryFindAll(FlowTerms terms, double low, double high, out List<double> roots)
    {
        roots = [];
        var waiting = new Stack<(double Low, double High)>([(low, high)]);
        for (var split = 0; waiting.TryPop(out var interval) && split < MostIntervals; split++)
        {
            var (a, b) = interval;
            switch (Settle(terms, a, b, roots))
            {
                case Outcome.TooClose:
                    return false;
                case Outcome.Split:
                    // Not in the middle, so that a root at a round rate, such as 0 %, is not an end.
                    var middle = a + (0.4837 * (b - a));
                    waiting.Push((middle, b));
                    waiting.Push((a, middle));
                    break;
            }
        }

        return waiting.Count == 0;
    }

    private static Outcome Settle(FlowTerms terms, double a, double b, List<double> roots)
    {
        var half = (b - a) / 2d;
        var shape = terms.ShapeAt(a + half, half);
        var reach = (half * Math.Abs(shape.Slope)) + (half * half / 2d * shape.MostCurvature);
        var nothing = Nothing * shape.Size;
        if (Math.Abs(shape.Value) > Math.Max(reach, nothing))
        {
            return Outcome.Settled;
        }

        if (Math.Abs(shape.Slope) > half * shape.MostCurvature)
        {
            AddCrossing(terms, a, b, roots);
            return Outcome.Settled;
        }

        if (shape.CurvesUp || shape.CurvesDown)
        {
            if (SlopeSign(terms, a, shape.Pivot) == SlopeSign(terms, b, shape.Pivot))
            {
                AddCrossing(terms, a, b, roots);
                return Outcome.Settled;
            }

            var turn = Turn(terms, a, b, shape.Pivot);
            if (IsNothing(terms, turn))
            {
                return Outcome.TooClose;
            }

            AddCrossing(terms, a, turn, roots);
            AddCrossing(terms, turn, b, roots);
            return Outcome.Settled;
        }

        // Nothing all over, and no bend to be sure of: perhaps several roots in one.
        if (Math.Abs(shape.Value) <= nothing && reach <= nothing)
        {
            return Outcome.TooClose;
        }

        return Outcome.Split;
    }

    // Between two ends the value runs one way only. An end that is itself a root counts where its interval begins.
    private static void AddCrossing(FlowTerms terms, double a, double b, List<double> roots)
    {
        var (before, after) = (Math.Sign(terms.ShapeAt(a).Value), Math.Sign(terms.ShapeAt(b).Value));
        if (before * after < 0)
        {
            roots.Add(Crossing(terms, a, b));
        }
        else if (before == 0 && a < b)
        {
            roots.Add(a);
        }
    }

    // The one root between two ends of different signs: Newton's steps, and halving where these lead outside.
    private static double Crossing(FlowTerms terms, double a, double b)
    {
        var isRising = terms.ShapeAt(a).Value < 0d || terms.ShapeAt(b).Value > 0d;
        var s = a < 0d && b > 0d ? 0d : a + ((b - a) / 2d);
        for (var i = 0; i < 200; i++)
        {
            var shape = terms.ShapeAt(s);
            if (shape.Value == 0d)
            {
                return s;
            }

            if (shape.Value < 0d == isRising)
            {
                a = s;
            }
            else
            {
                b = s;
            }

            var next = s - (shape.Value / shape.Slope);
            var isInside = next > a && next < b;
            if (!isInside)
            {
                next = a + ((b - a) / 2d);
            }

            if (Math.Abs(next - s) <= 1e-16 * (1d + Math.Abs(s)))
            {
                return next;
            }

            s = next;
        }

        return s;
    }

    // Where the slope changes its sign between two ends.
    private static double Turn(FlowTerms terms, double a, double b, double pivot)
    {
        var before = SlopeSign(terms, a, pivot);
        while (a + ((b - a) / 2d) is var s && s > a && s < b)
        {
            if (SlopeSign(terms, s, pivot) == before)
            {
                a = s;
            }
            else
            {
                b = s;
            }
        }

        return a;
    }

    private static int SlopeSign(FlowTerms terms, double s, double pivot) => Math.Sign(terms.ShapeAt(s, 0d, pivot).Slope);

    private static bool IsNothing(FlowTerms terms, double s)
    {
        var shape = terms.ShapeAt(s);
        return Math.Abs(shape.Value) <= Nothing * shape.Size;
    }

    private enum Outcome
    {
        Settled,
        Split,
        TooClose,
    }
}
