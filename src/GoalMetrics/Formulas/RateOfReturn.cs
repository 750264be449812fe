using System.Buffers;

namespace GoalMetrics;

/// <summary>
/// The rates at which flows are worth nothing together: the roots of <c>Σ amount · e^(−time · s)</c> with <c>s = ln(1 + rate)</c>,
/// which is the whole range of rates above −100 %. All roots are found and counted, not the one nearest to a guess.
/// </summary>
/// <remarks>
/// With one change of sign in time's order there is exactly one root (Descartes' rule, which holds for real exponents too).
/// With more, intervals are split until in each the value is certain to have no root, its slope none (then at most one
/// root), or its curvature none (then at most two, on either side of the turning point). Where double sees nothing but
/// rounding, as it does around a root that is one several times over, the interval is looked into with twice the digits.
/// </remarks>
internal static partial class RateOfReturn
{
    // Below this share of the sum of the sizes of all terms a value is zero as far as double can tell.
    private const double Nothing = 1e-13;

    // Never reached by flows seen; a promise that the search ends.
    private const int MostIntervals = 100_000;

    // So many find room on the stack.
    private const int OnStack = 64;

    /// <param name="flows">In order of time, each time once, none of them zero.</param>
    public static Quantity Of(ReadOnlySpan<CashFlows.Flow> flows)
    {
        if (flows.Length <= OnStack)
        {
            Span<Term> room = stackalloc Term[OnStack];
            return Of(flows, room[..flows.Length]);
        }

        var rented = ArrayPool<Term>.Shared.Rent(flows.Length);
        var rate = Of(flows, rented.AsSpan(0, flows.Length));
        ArrayPool<Term>.Shared.Return(rented);
        return rate;
    }

    private static Quantity Of(ReadOnlySpan<CashFlows.Flow> flows, Span<Term> terms)
    {
        var changes = 0;
        for (var i = 0; i < flows.Length; i++)
        {
            terms[i] = new(flows[i].Time - flows[0].Time, DoubleDouble.Of(flows[i].Amount));
            changes += i > 0 && decimal.Sign(flows[i].Amount) != decimal.Sign(flows[i - 1].Amount) ? 1 : 0;
        }

        if (changes == 0)
        {
            return Quantity.Undefined(UndefinedReason.OutOfDomain, Causes.NoSignChange, Unit.Ratio);
        }

        var (low, high) = Bounds(terms);
        var root = changes == 1 ? Crossing(terms, low, high) : 0d;
        var number = changes == 1 ? 1 : Search(terms, low, high, out root);

        return number switch
        {
            1 => RateAt(root),
            0 => Quantity.Undefined(UndefinedReason.OutOfDomain, Causes.NoRoot, Unit.Ratio),
            _ => Quantity.Undefined(UndefinedReason.OutOfDomain, Causes.SeveralRoots(number), Unit.Ratio),
        };
    }

    // e^s - 1, to all digits where s is small too, and where the rate is all but a loss of everything.
    private static Quantity RateAt(double s)
    {
        if (s > -1d)
        {
            return Quantity.Computed(s < 1d ? 2d * Math.Sinh(s / 2d) * Math.Exp(s / 2d) : Math.Exp(s) - 1d, Unit.Ratio).CausedBy("flows");
        }

        var left = (decimal)Math.Exp(s);
        return left == 0m ? Quantity.Undefined(UndefinedReason.OutOfDomain, Causes.TotalLoss, Unit.Ratio) : Quantity.Ratio(left - 1m);
    }

    // Above the higher bound the first flow outweighs all others together, below the lower the last one does.
    private static (double Low, double High) Bounds(ReadOnlySpan<Term> terms)
    {
        double low = -1d, high = 1d;
        while (Others(terms, terms[0], high) >= Math.Abs(terms[0].Amount.High))
        {
            high *= 2d;
        }

        while (Others(terms, terms[^1], low) >= Math.Abs(terms[^1].Amount.High))
        {
            low *= 2d;
        }

        return (low, high);

        static double Others(ReadOnlySpan<Term> terms, Term one, double s)
        {
            var sum = 0d;
            foreach (var term in terms)
            {
                sum += term == one ? 0d : Math.Abs(term.Amount.High) * Math.Exp((one.Time - term.Time) * s);
            }

            return sum;
        }
    }

    private static int Search(ReadOnlySpan<Term> terms, double low, double high, out double root)
    {
        var roots = new Roots();
        SearchIn(terms, low, high, Settle, ref roots);
        root = roots.Number == 1 ? Centre(terms, roots) : 0d;
        return roots.Number;
    }

    private static void SearchIn(ReadOnlySpan<Term> terms, double low, double high, Settling settle, ref Roots roots)
    {
        // Depth first and from left to right: what waits to be split is one interval for each halving.
        Span<(double Low, double High)> waiting = stackalloc (double, double)[128];
        waiting[0] = (low, high);
        var depth = 1;
        for (var split = 0; depth > 0 && split < MostIntervals; split++)
        {
            var (a, b) = waiting[--depth];
            if (!settle(terms, a, b, ref roots))
            {
                // Not in the middle, so that a root at a round rate, such as 0 %, is not an end.
                var middle = a + (0.4837 * (b - a));
                waiting[depth++] = (middle, b);
                waiting[depth++] = (a, middle);
            }
        }
    }

    private static bool Settle(ReadOnlySpan<Term> terms, double a, double b, ref Roots roots)
    {
        var middle = a + ((b - a) / 2d);
        var half = (b - a) / 2d;
        var pivot = MeanTime(terms, middle);
        var shape = Shape.At(terms, middle, pivot, half);
        var reach = (half * Math.Abs(shape.Slope)) + (half * half / 2d * shape.MostCurvature);
        var nothing = Nothing * shape.Size;
        if (Math.Abs(shape.Value) > Math.Max(reach, nothing))
        {
            return true;
        }

        if (Math.Abs(shape.Slope) > half * shape.MostCurvature)
        {
            AddCrossing(terms, a, b, ref roots);
            return true;
        }

        if (shape.CurvesUp || shape.CurvesDown)
        {
            var turn = Turn(terms, a, b, pivot);
            if (Sign(terms, turn) == 0)
            {
                SearchIn(terms, a, b, SettlePrecisely, ref roots);
                return true;
            }

            AddCrossing(terms, a, turn, ref roots);
            AddCrossing(terms, turn, b, ref roots);
            return true;
        }

        // Nothing in the middle, and yet no bend to be sure of: perhaps several roots in one.
        if (Math.Abs(shape.Value) <= nothing)
        {
            SearchIn(terms, a, b, SettlePrecisely, ref roots);
            return true;
        }

        return false;
    }

    private static void AddCrossing(ReadOnlySpan<Term> terms, double a, double b, ref Roots roots)
    {
        var (before, after) = (Sign(terms, a), Sign(terms, b));
        if (before * after < 0)
        {
            var root = Crossing(terms, a, b);
            roots.Add(root, root);
        }
        else if (before == 0 || after == 0)
        {
            SearchIn(terms, a, b, SettlePrecisely, ref roots);
        }
    }

    // The one root between two ends of different signs: Newton's steps, halving where these lead outside.
    private static double Crossing(ReadOnlySpan<Term> terms, double a, double b)
    {
        var rising = Sign(terms, a) < 0 || Sign(terms, b) > 0;
        var s = a < 0d && b > 0d ? 0d : a + ((b - a) / 2d);
        for (var i = 0; i < 200; i++)
        {
            var shape = Shape.At(terms, s, MeanTime(terms, s), 0d);
            if (shape.Value == 0d)
            {
                return s;
            }

            if (shape.Value < 0d == rising)
            {
                a = s;
            }
            else
            {
                b = s;
            }

            var next = s - (shape.Value / shape.Slope);
            next = next > a && next < b ? next : a + ((b - a) / 2d);
            if (Math.Abs(next - s) <= 1e-16 * (1d + Math.Abs(s)) || next.Equals(s))
            {
                return next;
            }

            s = next;
        }

        return s;
    }

    // Where the slope of a curve that bends one way only is nothing; an end where it is nowhere so.
    private static double Turn(ReadOnlySpan<Term> terms, double a, double b, double pivot)
    {
        var slopeSign = Math.Sign(Shape.At(terms, a, pivot, 0d).Slope);
        for (var i = 0; i < 200; i++)
        {
            var s = a + ((b - a) / 2d);
            if (s <= a || s >= b)
            {
                break;
            }

            if (Math.Sign(Shape.At(terms, s, pivot, 0d).Slope) == slopeSign)
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

    private static int Sign(ReadOnlySpan<Term> terms, double s)
    {
        var shape = Shape.At(terms, s, 0d, 0d);
        return Math.Abs(shape.Value) <= Nothing * shape.Size ? 0 : Math.Sign(shape.Value);
    }

    // The time around which the terms weigh alike: measured from it, the value varies least.
    private static double MeanTime(ReadOnlySpan<Term> terms, double s)
    {
        var largest = Largest(terms, s);
        double weights = 0d, times = 0d;
        foreach (var term in terms)
        {
            var weight = Math.Abs(term.Amount.High) * Math.Exp((-term.Time * s) - largest);
            weights += weight;
            times += weight * term.Time;
        }

        return times / weights;
    }

    private delegate bool Settling(ReadOnlySpan<Term> terms, double a, double b, ref Roots roots);

    private static double Largest(ReadOnlySpan<Term> terms, double s) => Math.Max(-terms[0].Time * s, -terms[^1].Time * s);
}
