namespace GoalMetrics;

// The values of the measure that a goal is judged by, once the plan has been read.
internal sealed class GoalReadings
{
    private readonly AskedGoal _goal;
    private readonly GoalData _data;
    private readonly ReadMeasure _measure;
    private readonly TimeToCome _toCome;

    public GoalReadings(AskedGoal goal, GoalData data, GoalWindows windows, ReadMeasure measure, TimeToCome toCome)
    {
        (_goal, _data, _measure, _toCome) = (goal, data, measure, toCome);
        List<GoalReading> all = [.. windows.ToJudge.Select(window => new GoalReading(window, ValueIn(window)))];
        All = all.FindAll(IsJudged);
        LeavesOutParts = All.Count < all.Count;
    }

    // One for each window that is judged.
    public List<GoalReading> All { get; }

    // Whether periods are not judged because days of them are missing.
    public bool LeavesOutParts { get; }

    // The period in which the data begin is left out unless what is known of it decides, as parts at the edges of the goal's period are.
    private bool IsJudged(GoalReading reading) =>
        _goal.Nature != GoalNature.Stay
        || reading.Value.IsDefined
        || !_data.Known.BeginsBetween(reading.Period.Start, reading.Period.End);

    private Quantity ValueIn(ReadingWindow window)
    {
        if (_data.Reach.HasNothing)
        {
            return Quantity.Undefined(_data.Reach.WhyNothing, _goal.Measure.Id, _goal.Measure.Unit);
        }

        var value = _measure.ValueIn(window);
        if (_goal.Nature == GoalNature.Stay && value.IsDefined && IsLeftOpen(window, value))
        {
            return Quantity.Undefined(UndefinedReason.InsufficientData, _goal.Measure.Id, value.Unit);
        }

        return value;
    }

    // A period to be kept is judged by all of the time that the measure reads for it, such as the 28 days of a rolling sum.
    private bool IsLeftOpen(ReadingWindow window, Quantity value) =>
        _measure.CutGrainIn(window) is not null || (_measure.IsPartlyCovered(window) && !_toCome.IsDecidedBy(value));
}
