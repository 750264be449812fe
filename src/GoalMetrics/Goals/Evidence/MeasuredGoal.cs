namespace GoalMetrics;

// What is measured of a goal: planned when it is created, and computed when it is asked for, once the plan has been read.
internal sealed class MeasuredGoal
{
    private readonly AskedGoal _goal;
    private readonly GoalData _data;
    private readonly GoalWindows _windows;
    private readonly ReadMeasure _measure;
    private readonly DaysLookedBackOn _lookedBackOn;
    private readonly List<Finding> _ofData;
    private GoalReadings? _readings;

    public MeasuredGoal(AskedGoal goal, ReadingPlan plan, bool triesMeasure)
    {
        _goal = goal;
        _data = new(goal, plan.Tables, plan.AsOf);
        _ofData = new GoalDataFindings(goal, _data).Find();
        Moment = new(goal, _data.Reach.JudgedAt, _data.Reach.Gone, _data.Tables.Settling);
        _windows = new(goal, _data, Moment, triesMeasure);
        _measure = new(goal.Measure, _windows, plan);
        _lookedBackOn = new(goal, _data, _measure);
        DataFindings.AddNew(_ofData, _lookedBackOn.Find(_windows, _ofData));
    }

    public GoalMoment Moment { get; }

    // Whether the goal's period has begun and no day of it has data.
    public bool HasNothing => _data.Reach.HasNothing;

    // Whether any period has been planned to be judged.
    public bool HasWindows => _windows.Latest is not null;

    // The shorter period by which the measure is read, where only cut ones of it are seen.
    public Grain? CutGrain
    {
        get
        {
            if (_windows.Latest is { } latest)
            {
                return _measure.CutGrainIn(latest);
            }

            return null;
        }
    }

    public GoalAim Aim => field ??= new(_goal, Baseline.Value);

    public TimeToCome TimeToCome => field ??= new(_goal, Aim, _data.Source, IsIncomplete());

    // One for each window that is judged.
    public IReadOnlyList<GoalReading> Readings => Read().All;

    // Whether periods are not judged because days of them are missing.
    public bool LeavesOutParts => Read().LeavesOutParts;

    public IEnumerable<Finding> FindingsOfData => [.. _measure.Findings, .. _ofData];

    public IEnumerable<Finding> FindingsOfAim => [.. Baseline.Findings, .. new AimFindings(_goal, Aim).Find(Baseline.IsInDoubt)];

    // A judgement that is made without the readings says nothing about them.
    public IEnumerable<Finding> FindingsOfReadings
    {
        get
        {
            if (_readings is null)
            {
                return [];
            }

            var findings = new GoalReadingFindings(_goal, _data, _lookedBackOn);
            return [.. findings.Find(_readings, Aim, TimeToCome), .. findings.FindInTrial(_measure, _windows)];
        }
    }

    private MeasuredBaseline Baseline => field ??= new(_goal, _data, _windows, _measure, _lookedBackOn);

    // What a reading was computed from.
    public IReadOnlyList<MeasureValue> EvidenceOf(GoalReading reading) => _measure.EvidenceIn(reading.Window);

    public GoalReadings Read() => _readings ??= new(_goal, _data, _windows, _measure, TimeToCome);

    private bool IsIncomplete() =>
        _windows.Latest is { } latest && _goal.Measure.MoreTime != TimeEffect.None && _measure.IsPartlyCovered(latest);
}
