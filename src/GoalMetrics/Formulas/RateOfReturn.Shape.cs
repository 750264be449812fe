namespace GoalMetrics;

// What the search looks at: the terms of the sum, its value and derivatives, and the roots found.
internal static partial class RateOfReturn
{
    private readonly record struct Term(double Time, DoubleDouble Amount);

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
                var exponent = (-term.Time * s) - largest;
                var amount = term.Amount.High * Math.Exp(exponent);
                var distance = pivot - term.Time;
                value += amount;
                slope += amount * distance;
                size += Math.Abs(amount);
                if (half > 0d)
                {
                    // Exponents are added, not powers multiplied: nothing times infinity is no number.
                    var (curvature, stretch) = (Math.Abs(term.Amount.High) * distance * distance, Math.Abs(distance) * half);
                    var (least, greatest) = (curvature * Math.Exp(exponent - stretch), curvature * Math.Exp(exponent + stretch));
                    most += greatest;
                    up += amount > 0d ? least : -greatest;
                    down += amount < 0d ? least : -greatest;
                }
            }

            return new(value, slope, size, most, up > 0d, down > 0d);
        }
    }

    // Roots found from left to right: the same one found from both its sides, or piece by piece, counts once.
    private struct Roots
    {
        // Roots that are nearer to each other are one.
        private const double Closest = 1e-13;

        public double Start { get; private set; }

        public double End { get; private set; }

        public int Number { get; private set; }

        public void Add(double start, double end)
        {
            // The edges of a piece are as rough as it is wide.
            if (Number == 0 || start - End > Math.Max(Closest * (1d + Math.Abs(end)), End - Start))
            {
                Number++;
                Start = start;
            }

            End = end;
        }
    }
}
