namespace GoalMetrics;

// Measures computed by a formula over other measures.
public abstract partial class Measure
{
    /// <summary>A measure computed by a formula over others. Units are checked here, before any data.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="inputs">A measure for each input of the formula, in order.</param>
    /// <exception cref="ArgumentException">There are too few or too many inputs, or the formula cannot take their units; the message names formula, inputs and units.</exception>
    public static Measure Of(string id, Formula formula, params Measure[] inputs) => new FormulaMeasure(id, formula, inputs);

    /// <summary>A measure computed by a method or lambda over another.</summary>
    /// <inheritdoc cref="Of(string, Formula, Measure[])"/>
    public static Measure Of(string id, Func<Quantity, Quantity> formula, Measure input) =>
        Of(id, Formula.BuiltIn(formula) ?? Formula.Of(id, formula), [input]);

    /// <summary>A measure computed by a method or lambda over two others.</summary>
    /// <inheritdoc cref="Of(string, Formula, Measure[])"/>
    public static Measure Of(string id, Func<Quantity, Quantity, Quantity> formula, Measure first, Measure second) =>
        Of(id, Formula.BuiltIn(formula) ?? Formula.Of(id, formula), [first, second]);

    /// <summary>A measure computed by a method or lambda over three others.</summary>
    /// <inheritdoc cref="Of(string, Formula, Measure[])"/>
    public static Measure Of(string id, Func<Quantity, Quantity, Quantity, Quantity> formula, Measure first, Measure second, Measure third) =>
        Of(id, Formula.BuiltIn(formula) ?? Formula.Of(id, formula), [first, second, third]);

    /// <summary>A measure computed by a method or lambda over four others.</summary>
    /// <inheritdoc cref="Of(string, Formula, Measure[])"/>
    public static Measure Of(
        string id, Func<Quantity, Quantity, Quantity, Quantity, Quantity> formula, Measure first, Measure second, Measure third, Measure fourth) =>
        Of(id, Formula.BuiltIn(formula) ?? Formula.Of(id, formula), [first, second, third, fourth]);

    private sealed class FormulaMeasure : Measure
    {
        private readonly Formula _formula;
        private readonly IReadOnlyList<Measure> _inputs;

        public FormulaMeasure(string id, Formula formula, IReadOnlyList<Measure> inputs)
            : base(id)
        {
            ArgumentNullException.ThrowIfNull(formula);
            ArgumentNullException.ThrowIfNull(inputs);
            _formula = formula;
            _inputs = [.. inputs];
            Title = formula.Description.Title ?? Title;
            Direction = formula.Description.Direction;
            Additivity = Additivity.NonAdditive;
            Unit = ResultUnit();
        }

        internal override IReadOnlyList<Measure> Inputs => _inputs;

        internal override object Computation => new Applied(_formula, [.. _inputs.Select(input => input.Computation)]);

        internal override IEnumerable<Metric> Balances => _inputs.SelectMany(input => input.Balances);

        internal override Measure? NotAdding => _inputs.Select(input => input.NotAdding).FirstOrDefault(measure => measure is not null);

        internal override Quantity Try(Func<Measure, Quantity> valueOf) => _formula.EvaluateMeasured([.. _inputs.Select(input => input.Try(valueOf))]);

        internal override void Plan(MeasureScope scope, MetricPlan plan)
        {
            foreach (var input in _inputs)
            {
                input.Plan(scope, plan);
            }
        }

        internal override Quantity Evaluate(MeasureScope scope, MetricValues values)
        {
            var inputs = new Quantity[_inputs.Count];
            for (var i = 0; i < inputs.Length; i++)
            {
                inputs[i] = _inputs[i].Evaluate(scope, values);
            }

            return _formula.EvaluateMeasured(inputs);
        }

        private protected override void CollectMetrics(List<Metric> metrics)
        {
            foreach (var input in _inputs)
            {
                input.CollectMetrics(metrics);
            }
        }

        private Unit? ResultUnit()
        {
            try
            {
                return _formula.ResultUnit(_inputs.Select(input => input.Unit).ToArray());
            }
            catch (ArgumentException refused)
            {
                throw new ArgumentException(
                    $"Measure '{Id}' over {string.Join(", ", _inputs.Select(input => $"{input.Id} ({input.Unit})"))}: {refused.Message}", refused);
            }
        }
    }

    // The same formula over the same inputs is the same computation, however often it is written down.
    private sealed record Applied(Formula Formula, object[] Inputs)
    {
        public bool Equals(Applied? other) => other is not null && ReferenceEquals(Formula, other.Formula) && Inputs.SequenceEqual(other.Inputs);

        public override int GetHashCode() => HashCode.Combine(Formula, Inputs.Length);
    }
}
