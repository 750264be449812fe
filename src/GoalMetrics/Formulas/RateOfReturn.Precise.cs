namespace GoalMetrics;

// The same search with about 29 digits, where double cannot tell a value from nothing.
internal static partial class RateOfReturn
{
    // Below this share of the sum of the sizes of all terms a value is zero as far as twice the digits can tell.
    private const double PreciselyNothing = 1e-28;

    private static bool SettlePrecisely(ReadOnlySpan<Term> terms, double a, double b, ref Roots roots)
    {
        var half = (b - a) / 2d;
        var middle = a + half;
        Span<double> room = stackalloc double[2 * Taylor.Order];
        var taylor = new Taylor(room, terms, middle, MeanTime(terms, middle), half);
        var nothing = PreciselyNothing * taylor.Size(0);
        var (value, reach) = (Math.Abs(taylor.Derivative(0)), taylor.Reach(0));
        if (value > Math.Max(reach, nothing))
        {
            return true;
        }

        if ((value <= nothing && reach <= nothing) || middle <= a || middle >= b)
        {
            roots.Add(a, b);
            return true;
        }

        if (Math.Abs(taylor.Derivative(1)) > taylor.Reach(1))
        {
            AddPreciseCrossing(terms, a, b, ref roots);
            return true;
        }

        if (Math.Abs(taylor.Derivative(2)) > taylor.Reach(2))
        {
            var turn = PreciseRoot(terms, a, b, 1, taylor.Pivot);
            AddPreciseCrossing(terms, a, turn, ref roots);
            AddPreciseCrossing(terms, turn, b, ref roots);
            return true;
        }

        return false;
    }

    private static void AddPreciseCrossing(ReadOnlySpan<Term> terms, double a, double b, ref Roots roots)
    {
        var (before, after) = (PreciseSign(terms, a), PreciseSign(terms, b));
        if (before == 0 || after == 0)
        {
            roots.Add(before == 0 ? a : b, after == 0 ? b : a);
        }
        else if (before != after)
        {
            var root = PreciseRoot(terms, a, b, 0, 0d);
            roots.Add(root, root);
        }
    }

    private static int PreciseSign(ReadOnlySpan<Term> terms, double s)
    {
        Span<double> room = stackalloc double[2 * Taylor.Order];
        var taylor = new Taylor(room, terms, s, MeanTime(terms, s), 0d);
        return Math.Abs(taylor.Derivative(0)) <= PreciselyNothing * taylor.Size(0) ? 0 : Math.Sign(taylor.Derivative(0));
    }

    // Where a derivative that runs one way only changes its sign; an end where it does not.
    private static double PreciseRoot(ReadOnlySpan<Term> terms, double a, double b, int derivative, double pivot)
    {
        Span<double> room = stackalloc double[2 * Taylor.Order];
        var before = Math.Sign(new Taylor(room, terms, a, pivot, 0d).Derivative(derivative));
        while (true)
        {
            var s = a + ((b - a) / 2d);
            if (s <= a || s >= b)
            {
                return a;
            }

            var isBefore = Math.Sign(new Taylor(room, terms, s, pivot, 0d).Derivative(derivative)) == before;
            (a, b) = isBefore ? (s, b) : (a, s);
        }
    }

    // In the middle of the piece that is nothing all over. What is a root m times is a plain one of the derivative m - 1, which
    // tells the place to all digits of double.
    private static double Centre(ReadOnlySpan<Term> terms, Roots roots)
    {
        var width = roots.End - roots.Start;
        var s = roots.Start + (width / 2d);
        Span<double> room = stackalloc double[2 * Taylor.Order];
        var pivot = MeanTime(terms, s);
        var taylor = new Taylor(room, terms, s, pivot, 0d);
        var times = 1;
        while (times < Taylor.Order - 1 && Math.Abs(taylor.Derivative(times)) <= 2d * width * taylor.Size(times + 1))
        {
            times++;
        }

        for (var i = 0; i < 4 && width > 0d && times < Taylor.Order - 1; i++)
        {
            var next = s - (taylor.Derivative(times - 1) / taylor.Derivative(times));
            if (!(Math.Abs(next - s) <= width))
            {
                break;
            }

            s = next;
            taylor = new Taylor(room, terms, s, pivot, 0d);
        }

        return s;
    }

    /// <summary>The value and its derivatives at a point, times e^(pivot · s), and how far each may be from that in an interval.</summary>
    private readonly ref struct Taylor
    {
        public const int Order = 10;

        private readonly Span<double> _derivatives;
        private readonly Span<double> _sizes;
        private readonly double _half;
        private readonly double _rest;

        public Taylor(Span<double> room, ReadOnlySpan<Term> terms, double s, double pivot, double half)
        {
            _derivatives = room[..Order];
            _sizes = room[Order..];
            _half = half;
            Pivot = pivot;
            var largest = terms[0].Time * s < terms[^1].Time * s ? DoubleDouble.Product(-terms[0].Time, s) : DoubleDouble.Product(-terms[^1].Time, s);
            Span<DoubleDouble> sums = stackalloc DoubleDouble[Order];
            sums.Clear();
            _sizes.Clear();
            foreach (var term in terms)
            {
                var distance = (DoubleDouble)pivot - term.Time;
                var power = term.Amount * DoubleDouble.Exp(DoubleDouble.Product(-term.Time, s) - largest);
                for (var i = 0; i < Order; i++)
                {
                    sums[i] += power;
                    _sizes[i] += Math.Abs(power.High);
                    power *= distance;
                }

                _rest += Math.Abs(power.High) * Math.Exp(Math.Abs(distance.High) * half);
            }

            for (var i = 0; i < Order; i++)
            {
                _derivatives[i] = sums[i].High;
            }
        }

        public double Pivot { get; }

        public double Derivative(int number) => _derivatives[number];

        /// <summary>The same sum with nothing taken off.</summary>
        public double Size(int number) => _sizes[number];

        public double Reach(int number)
        {
            double reach = 0d, factor = 1d;
            for (var i = number + 1; i < Order; i++)
            {
                factor *= _half / (i - number);
                reach += Math.Abs(_derivatives[i]) * factor;
            }

            return reach + (_rest * factor * _half / (Order - number));
        }
    }
}
