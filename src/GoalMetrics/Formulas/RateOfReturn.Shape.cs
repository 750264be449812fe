namespace GoalMetrics;

// What the search looks at: the terms of the sum, its value and derivatives, and the roots found.
internal static partial class RateOfReturn
{
    private readonly record struct Term(double Time, double Amount);

    // The value and its derivatives in the middle of an interval, times e^(pivot · s), and how far the curvature reaches in it.
    private readonly record struct Shape(
        double Value, double Slope, double Size, double MostCurvature, bool CurvesUp, bool CurvesDown)
    {
        public static Shape At(ReadOnlySpan<Term> terms, double s, double pivot, double half)
        {
            var largest = Largest(terms, s);
            double value = 0d, slope = 0d, size = 0d, most = 0d, up = 0d, down = 0d;
            foreach (var term in terms)
            {
                var amount = term.Amount * Math.Exp((-term.Time * s) - largest);
                var distance = pivot - term.Time;
                value += amount;
                slope += amount * distance;
                size += Math.Abs(amount);
                if (half > 0d)
                {
                    var stretch = Math.Exp(Math.Abs(distance) * half);
                    var curvature = Math.Abs(amount) * distance * distance;
                    most += curvature * stretch;
                    up += amount > 0d ? curvature / stretch : -curvature * stretch;
                    down += amount < 0d ? curvature / stretch : -curvature * stretch;
                }
            }

            return new(value, slope, size, most, up > 0d, down > 0d);
        }
    }

    // Roots found from left to right: the same one found from both its sides, or piece by piece, counts once.
    private struct Roots
    {
        private double _start;
        private double _end;

        public int Number { get; private set; }

        public readonly double Last => _start + ((_end - _start) / 2d);

        public void Add(double start, double end)
        {
            if (Number == 0 || start - _end > 1e-9 * (1d + Math.Abs(end)))
            {
                Number++;
                _start = start;
            }

            _end = end;
        }
    }
}
