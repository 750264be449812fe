namespace GoalMetrics;

// A goal's measure, compiled for its windows; once the plan has been read, what was read in them.
internal sealed class ReadMeasure
{
    private readonly ReadingPart _part;
    private readonly MeasureNode _node;
    private readonly Dictionary<ReadingWindow, int> _places = [];
    private readonly ValuelessFacts _valueless = new();

    public ReadMeasure(Measure measure, GoalWindows windows, ReadingPlan plan)
    {
        _part = plan.Total();
        ReadingWindow[] read = [.. windows.All];
        for (var place = 0; place < read.Length; place++)
        {
            _places.Add(read[place], place);
        }

        _node = measure.Compile(read, _part);
        _valueless.Watch(measure.Metrics, read, filter: null, plan);
        _valueless.Plan();
    }

    // Facts without a value in what was read.
    public IEnumerable<Finding> Findings => _valueless.Find();

    public Quantity ValueIn(ReadingWindow window) => _node.Value(_places[window], _part.Total);

    public bool IsPartlyCovered(ReadingWindow window) => _node.Coverage(_places[window]) == WindowCoverage.Partial;

    // The shorter period by which the measure is read, where only cut ones of it are seen: three days are no week to judge.
    public Grain? CutGrainIn(ReadingWindow window) => _node.CutGrain(_places[window]);

    public IReadOnlyList<MeasureValue> EvidenceIn(ReadingWindow window) => _node.Evidence(_places[window], _part.Total);

    public void AddLacking(ReadingWindow window, LackingData lacking) => _node.AddLacking(_places[window], lacking);
}
