using System.Globalization;

namespace GoalMetrics;

// Whether a formula over measures that add up adds up itself: what it gives for two periods, added, against what it gives for both. Tried
// with plain amounts first, which make a readable example, then with amounts of every size and sign.
internal static class AdditionTrial
{
    private const int Plain = 3;

    // Of the first inputs, each is 0 in one period and in the other.
    private const int Zeros = Plain + (2 * ZeroInputs);
    private const int ZeroInputs = 6;

    // Amounts of two digits, which show what rounds.
    private const int Small = Zeros + 60;
    private const int Trials = Small + 200;

    // Two divisions, each rounded to 28 digits, need not come to the very same.
    private const decimal OfResults = 1e-18m;
    private const decimal OfInputs = 1e-20m;

    // Null where it adds up; else the example that shows it does not, or that it has no value to add.
    public static string? Counterexample(Measure measure)
    {
        var isDefined = false;
        for (var trial = 0; trial < Trials; trial++)
        {
            var periods = new Periods(measure, trial);
            var (first, second, both) = (periods.First, periods.Second, periods.Both);
            if (!first.IsDefined || !second.IsDefined || !both.IsDefined)
            {
                continue;
            }

            isDefined = true;
            var tolerance = (OfResults * (Math.Abs(first.Amount) + Math.Abs(second.Amount) + Math.Abs(both.Amount))) + (OfInputs * periods.Size);
            if (Math.Abs(first.Amount + second.Amount - both.Amount) > tolerance)
            {
                return periods.ToString();
            }
        }

        return isDefined ? null : "It is undefined for every input that was tried";
    }

    // What a measure gives for inputs made up for a first period, for a second, and for both together.
    private sealed class Periods
    {
        private readonly Dictionary<object, (string Id, Quantity First, Quantity Second)> _inputs = [];
        private readonly int _trial;
        private uint _random;

        public Periods(Measure measure, int trial)
        {
            (_trial, _random) = (trial, (uint)trial);
            First = measure.Try(input => Of(input).First);
            Second = measure.Try(input => Of(input).Second);
            Both = measure.Try(input => Of(input).First + Of(input).Second);
        }

        public Quantity First { get; }

        public Quantity Second { get; }

        public Quantity Both { get; }

        public decimal Size => _inputs.Values.Sum(input => Math.Abs(input.First.Amount) + Math.Abs(input.Second.Amount));

        public override string ToString() =>
            $"Where {Named(input => input.First)} gives {Text(First)} and {Named(input => input.Second)} gives {Text(Second)}, both together give {Text(Both)}";

        private static string Text(Quantity quantity) => quantity.ToString(CultureInfo.InvariantCulture);

        private string Named(Func<(string Id, Quantity First, Quantity Second), Quantity> of) =>
            Shown.List(_inputs.Values.Select(input => $"{input.Id} {Text(of(input))}"));

        private (string Id, Quantity First, Quantity Second) Of(Measure input)
        {
            if (!_inputs.TryGetValue(input.Computation, out var values))
            {
                var (rank, unit) = (_inputs.Count, input.Unit ?? Unit.Count());
                var isCount = unit.Kind == UnitKind.Count;
                values = (input.Id, new(Amount(rank, 0, isCount), unit), new(Amount(rank, 1, isCount), unit));
                _inputs.Add(input.Computation, values);
            }

            return values;
        }

        // Later inputs smaller than earlier ones or larger; then anything, of every size, and of what is no count also what lies below 0.
        private decimal Amount(int rank, int period, bool isCount)
        {
            if (_trial < Plain)
            {
                return 100m * (3 + (4 * period) + (_trial <= period ? 60 / (rank + 1) : 10 * rank));
            }

            if (_trial < Zeros && (_trial - Plain) == (2 * rank) + period)
            {
                return 0m;
            }

            var (digits, size, sign) = (1 + Next(999), Next(17), Next(isCount || _trial < Zeros ? 1 : 3));
            var amount = (_trial < Small ? digits % 97m : digits * (decimal)Math.Pow(10, size)) / (isCount ? 1m : 100m);
            return sign == 1 ? -amount : amount;
        }

        // The same every time: the generator ranqd1 of Numerical Recipes, 2nd ed., 7.1.
        private int Next(int below)
        {
            _random = unchecked((_random * 1_664_525u) + 1_013_904_223u);
            return (int)((_random >> 8) % (uint)below);
        }
    }
}
