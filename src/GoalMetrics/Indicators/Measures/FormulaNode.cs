using NodaTime;

namespace GoalMetrics;

// A formula over measures compiled for the same windows.
internal sealed class FormulaNode(FormulaMeasure measure, MeasureNode[] inputs) : MeasureNode
{
    private readonly bool _looksElsewhere = inputs.Length > 1 && measure.ReadsOtherWindows;

    public override WindowCoverage Coverage(int window)
    {
        var least = WindowCoverage.Full;
        foreach (var input in inputs)
        {
            if (input.Coverage(window) is var own && own < least)
            {
                least = own;
            }
        }

        return least;
    }

    public override Grain? CutGrain(int window) => Array.Find(inputs, input => input.CutGrain(window) is not null)?.CutGrain(window);

    public override bool IsUnlike(int window) => Array.Exists(inputs, input => input.IsUnlike(window));

    public override bool LooksAtUnlike(int window) => Array.Exists(inputs, input => input.LooksAtUnlike(window));

    public override void AddLacking(int window, LackingData lacking)
    {
        foreach (var input in inputs)
        {
            input.AddLacking(window, lacking);
        }
    }

    public override bool IsTimeless => Array.TrueForAll(inputs, input => input.IsTimeless);

    public override IReadOnlyList<Interval>? Times(int window)
    {
        IReadOnlyList<Interval>? shared = null;
        foreach (var input in inputs)
        {
            if (input.IsTimeless)
            {
                continue;
            }

            var own = input.Times(window);
            if (own is null || (shared is not null && !AreSame(own, shared)))
            {
                return null;
            }

            shared = own;
        }

        return shared;
    }

    public override bool HasFacts(int window, Reading reading) => Array.Exists(inputs, input => input.HasFacts(window, reading));

    public override Quantity Value(int window, Reading reading)
    {
        // Few inputs, as almost every formula has, are kept off the heap.
        Span<Quantity> few = [default, default, default, default];
        var values = inputs.Length <= few.Length ? few[..inputs.Length] : new Quantity[inputs.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = inputs[i].Value(window, reading);
        }

        var value = Checked(measure.Formula.EvaluateMeasured(values));
        if (value.IsDefined && (SetsUnlikeTimes(window) || SetsUnlikeParts(window)))
        {
            return Unlike();
        }

        return value;
    }

    public override IReadOnlyList<MeasureValue> Evidence(int window, Reading reading) =>
        [.. measure.Inputs.Zip(inputs, (input, node) => new MeasureValue(input, node.Value(window, reading)))];

    // A part of a month is not set against a whole one: where some data are missing, all inputs must be about the same time.
    private bool SetsUnlikeTimes(int window) =>
        inputs.Length > 1 && Coverage(window) == WindowCoverage.Partial && HasSeveralTimes && Times(window) is null;

    // Nor a part of a week against a whole one.
    private bool SetsUnlikeParts(int window) => _looksElsewhere && LooksAtUnlike(window);

    private bool HasSeveralTimes
    {
        get
        {
            MeasureNode? first = null;
            foreach (var input in inputs)
            {
                if (input.IsTimeless)
                {
                    continue;
                }

                if (first is not null && (input.Place is null || input.Place != first.Place))
                {
                    return true;
                }

                first ??= input;
            }

            return false;
        }
    }

    // By a loop: to compile SequenceEqual over these takes more of a first query than the rest of the comparison.
    private static bool AreSame(IReadOnlyList<Interval> times, IReadOnlyList<Interval> others)
    {
        for (var i = 0; i < times.Count; i++)
        {
            if (i >= others.Count || times[i] != others[i])
            {
                return false;
            }
        }

        return times.Count == others.Count;
    }

    private Quantity Unlike() => Quantity.Undefined(UndefinedReason.InsufficientData, measure.Id, measure.Unit);

    // A formula may not give orders in one row and a share in the next.
    private Quantity Checked(Quantity value)
    {
        if (!value.IsDefined || measure.Unit is not { } unit || ReferenceEquals(value.Unit, unit) || IsSame(value.Unit!, unit))
        {
            return value;
        }

        throw new UnitMismatchException(
            $"The formula of '{measure.Id}' gave {value.ToString(null)} in {value.Unit}; expected {unit}, as for other amounts."
            + " Give every result in one unit.",
            value.Unit!,
            unit);
    }

    // A plain count is one of anything.
    private static bool IsSame(Unit one, Unit other) => one.Equals(other) || (one.Kind == UnitKind.Count && other.Kind == UnitKind.Count);
}
