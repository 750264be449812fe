using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A measure computed by a formula over other measures. Created with <see cref="Measure.Of(string, Formula, Measure[])"/>. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<FormulaMeasure>))]
public sealed class FormulaMeasure : Measure
{
    private readonly IReadOnlyList<Measure> _inputs;
    private readonly Lazy<bool> _addsUp;
    private readonly Lazy<TimeEffect> _moreTime;

    internal FormulaMeasure(string id, Formula formula, IEnumerable<Measure> inputs)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(formula);
        Formula = formula;
        _inputs = Copies.Of(inputs, nameof(inputs));
        Title = formula.Description.Title ?? Title;
        Direction = formula.Description.Direction;
        _addsUp = new(AddsUp);
        _moreTime = new(() => GrowthTrial.Of(this));
        Unit = ResultUnit();
        CheckProduct();
    }

    /// <summary>The formula.</summary>
    public Formula Formula { get; }

    /// <summary>A measure for each input of the formula, in order.</summary>
    public override IReadOnlyList<Measure> Inputs => _inputs;

    // A sum of what only grows grows as well; a difference may go either way.
    internal override TimeEffect MoreTime
    {
        get
        {
            if (_moreTime.Value == TimeEffect.None)
            {
                return base.MoreTime;
            }

            return _moreTime.Value;
        }
    }

    internal override bool StaysReached(ReportingPeriod period) =>
        MoreTime is TimeEffect.OnlyAdds or TimeEffect.OnlySubtracts && _inputs.All(input => input.StaysReached(period));

    internal override bool GrowsWithTime =>
        base.GrowsWithTime || (MoreTime == TimeEffect.OnlyAdds && _inputs.Any(input => input.GrowsWithTime));

    internal override object Computation => new Applied(Formula, [.. _inputs.Select(input => input.Computation)]);

    internal override IEnumerable<Metric> Balances => _inputs.SelectMany(input => input.Balances);

    internal override Measure? NotAdding => _inputs.Select(input => input.NotAdding).FirstOrDefault(measure => measure is not null);

    internal override Quantity Try(Func<Measure, Quantity> valueOf) =>
        Formula.EvaluateMeasured([.. _inputs.Select(input => input.Try(valueOf))]);

    // The value for amounts of the inputs that are no constants, in order.
    internal Quantity Try(IReadOnlyList<decimal> amounts)
    {
        var values = new Quantity[_inputs.Count];
        var next = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (_inputs[i] is ConstantMeasure constant)
            {
                values[i] = constant.Value;
            }
            else
            {
                values[i] = new(amounts[next++], _inputs[i].Unit ?? Unit.Count());
            }
        }

        return Formula.EvaluateMeasured(values);
    }

    internal override MeasureNode Compile(IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
    {
        // What reads one window only is not set against another time.
        var compared = _inputs.Count > 1 && ReadsOtherWindows ? Compared(windows) : windows;
        var inputs = new MeasureNode[_inputs.Count];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = _inputs[i].Compile(compared, part);
        }

        return new FormulaNode(this, inputs);
    }

    private IReadOnlyList<ReadingWindow?> Compared(IReadOnlyList<ReadingWindow?> windows) =>
        ReadingWindow.Compared(windows, Metrics.Any(metric => metric.CountsOpenWindows));

    private protected override Additivity DerivedAdditivity
    {
        get
        {
            if (_addsUp.Value)
            {
                return Additivity.Additive;
            }

            return Additivity.NonAdditive;
        }
    }

    private protected override void CollectMetrics(List<Metric> metrics)
    {
        foreach (var input in _inputs)
        {
            metrics.AddRange(input.Metrics);
        }
    }

    private string InputsInWords => string.Join(", ", _inputs.Select(input => $"{input.Id} ({input.Unit})"));

    // Money times a number of things: a quantity and a price that were each added up before they were multiplied.
    private void CheckProduct()
    {
        if (Unit is { IsMoneyTimesThings: true } product && _inputs.Count(input => input is not ConstantMeasure) > 1)
        {
            throw new ArgumentException(
                $"Measure '{Id}' over {InputsInWords} would be in {product}: the product of two sums is not the sum of the products."
                + " Multiply fact by fact when the facts are loaded, such as Value(\"amount\", order => order.Quantity * order.Price, …),"
                + " or state what a price is of: Unit.Money(\"EUR\").Per(\"piece\").");
        }
    }

    // Revenue − cost adds up as its inputs do; two months' rates or scores are not the sum of both.
    private bool AddsUp() =>
        NotAdding is null
        && Unit?.Kind is not (UnitKind.Ratio or UnitKind.PercentagePoint or UnitKind.Score)
        && AdditionTrial.Counterexample(this) is null;

    private Unit? ResultUnit()
    {
        try
        {
            return Formula.ResultUnit([.. _inputs.Select(input => input.Unit)]);
        }
        catch (ArgumentException refused)
        {
            throw new ArgumentException($"Measure '{Id}' over {InputsInWords}: {refused.Message}", refused);
        }
        catch (Exception thrown) when (Failure.IsOfOne(thrown))
        {
            throw new ArgumentException(
                $"Measure '{Id}': its formula was tried with sample values between 0 and 100 to learn the unit of its result, and threw"
                + $" {thrown.GetType().Name}: {thrown.Message} Let it take any amount: quantities that are divided by 0 are undefined.",
                thrown);
        }
    }

    // The same formula over the same inputs is the same computation, in however many measures it appears.
    private sealed record Applied(Formula Formula, object[] Inputs)
    {
        public bool Equals(Applied? other) =>
            other is not null && ReferenceEquals(Formula, other.Formula) && Inputs.SequenceEqual(other.Inputs);

        public override int GetHashCode() => HashCode.Combine(Formula, Inputs.Length);
    }
}
