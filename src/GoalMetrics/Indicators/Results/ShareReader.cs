namespace GoalMetrics;

// Reads the counts that a share is made of.
internal sealed class ShareReader(Measure measure, MeasureNode node, RatioForm ratio)
{
    public ShareCounts In(int window, Reading reading)
    {
        var value = node.Value(window, reading);
        if (!value.IsDefined)
        {
            return new(value.Reason.Value, value.Cause ?? measure.Id);
        }

        var inputs = node.Evidence(window, reading);
        var part = PlannedObservations.WholeNumber(inputs[ratio.NumeratorPlace].Value);
        var whole = PlannedObservations.WholeNumber(inputs[ratio.DenominatorPlace].Value);
        return part is { } successes && whole is { } trials && successes >= 0 && successes <= trials
            ? new(successes, trials)
            : new(UndefinedReason.OutOfDomain, measure.Id);
    }
}
