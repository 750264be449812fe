namespace GoalMetrics;

// A formula over measures compiled for the same windows.
internal sealed class FormulaNode(FormulaMeasure measure, MeasureNode[] inputs) : MeasureNode
{
    public override bool IsCovered(int window) => Array.TrueForAll(inputs, input => input.IsCovered(window));

    public override Quantity Value(int window, Reading reading)
    {
        // Few inputs, as almost every formula has, are kept off the heap.
        Span<Quantity> few = [default, default, default, default];
        var values = inputs.Length <= few.Length ? few[..inputs.Length] : new Quantity[inputs.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = inputs[i].Value(window, reading);
        }

        return measure.Formula.EvaluateMeasured(values);
    }

    public override IReadOnlyList<MeasureValue> Evidence(int window, Reading reading) =>
        [.. measure.Inputs.Zip(inputs, (input, node) => new MeasureValue(input, node.Value(window, reading)))];
}
