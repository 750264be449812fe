namespace GoalMetrics;

// Reads the counts that a share is made of.
internal sealed class ShareReader(Measure measure, MeasureNode node, ShareForm form)
{
    public ShareCounts In(int window, Reading reading)
    {
        var value = node.Value(window, reading);
        if (!value.IsDefined)
        {
            return new(value.Reason.Value, value.Cause ?? measure.Id);
        }

        var inputs = node.Evidence(window, reading);
        var part = PlannedObservations.WholeNumber(inputs[form.Part].Value);
        var whole = PlannedObservations.WholeNumber(inputs[form.Whole].Value);
        if (part is not { } counted || whole is not { } trials || counted > trials)
        {
            return new(UndefinedReason.OutOfDomain, measure.Id);
        }

        return new(form.IsRest ? trials - counted : counted, trials);
    }
}
