using System.Globalization;

namespace GoalMetrics;

// Tests whether a formula over measures that add up adds up itself: its results for two periods, added, against its result for both
// together. The first amounts are plain ones, which make a readable example.
internal static class AdditionTrial
{
    // Two divisions, each rounded to 28 digits, need not give exactly the same.
    private const decimal OfResults = 1e-18m;
    private const decimal OfInputs = 1e-20m;

    // Null where it adds up; otherwise the example that shows it does not, or that it has no value to add.
    public static string? Counterexample(Measure measure)
    {
        var isDefined = false;
        foreach (var amounts in TrialAmounts.All)
        {
            if (Tried(measure, amounts, out var thrown) is not { } periods)
            {
                return $"It threw {thrown!.GetType().Name} when it was tried with sample values: {thrown.Message}".TrimEnd('.');
            }

            if (!periods.AreDefined)
            {
                continue;
            }

            isDefined = true;
            if (!periods.AddUp)
            {
                return periods.ToString();
            }
        }

        if (isDefined)
        {
            return null;
        }

        return "It is undefined for every input that was tried";
    }

    private static Periods? Tried(Measure measure, TrialAmounts amounts, out Exception? thrown)
    {
        thrown = null;
        try
        {
            return new(measure, amounts);
        }
        catch (Exception error) when (Failure.IsOfOne(error))
        {
            thrown = error;
            return null;
        }
    }

    // A measure's values for a first period, for a second, and for both together.
    private sealed class Periods
    {
        private readonly Dictionary<object, (string Id, Quantity First, Quantity Second)> _inputs = [];
        private readonly TrialAmounts _amounts;
        private readonly Quantity _first;
        private readonly Quantity _second;
        private readonly Quantity _both;

        public Periods(Measure measure, TrialAmounts amounts)
        {
            _amounts = amounts;
            _first = measure.Try(input => Of(input).First);
            _second = measure.Try(input => Of(input).Second);
            _both = measure.Try(input => Of(input).First + Of(input).Second);
        }

        public bool AreDefined => _first.IsDefined && _second.IsDefined && _both.IsDefined;

        public bool AddUp => Math.Abs(_first.Amount + _second.Amount - _both.Amount) <= Tolerance;

        private decimal Tolerance
        {
            get
            {
                var results = Math.Abs(_first.Amount) + Math.Abs(_second.Amount) + Math.Abs(_both.Amount);
                var inputs = _inputs.Values.Sum(input => Math.Abs(input.First.Amount) + Math.Abs(input.Second.Amount));
                return (OfResults * results) + (OfInputs * inputs);
            }
        }

        public override string ToString()
        {
            var first = $"{Named(input => input.First)} gives {Text(_first)}";
            var second = $"{Named(input => input.Second)} gives {Text(_second)}";
            return $"Where {first} and {second}, both together give {Text(_both)}";
        }

        private static string Text(Quantity quantity) => quantity.ToString(CultureInfo.InvariantCulture);

        private string Named(Func<(string Id, Quantity First, Quantity Second), Quantity> of) =>
            Shown.List(_inputs.Values.Select(input => $"{input.Id} {Text(of(input))}"));

        private (string Id, Quantity First, Quantity Second) Of(Measure input)
        {
            if (!_inputs.TryGetValue(input.Computation, out var values))
            {
                var unit = input.Unit ?? Unit.Count();
                var (first, second) = _amounts.Of(_inputs.Count, unit);
                values = (input.Id, new(first, unit), new(second, unit));
                _inputs.Add(input.Computation, values);
            }

            return values;
        }
    }
}
