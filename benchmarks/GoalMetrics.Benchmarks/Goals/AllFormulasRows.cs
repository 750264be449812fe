namespace GoalMetrics.Benchmarks;

/// <summary>
/// Every formula of the catalogue, called directly, against the bare decimal arithmetic of the same formula: over its own example and
/// over numbers that are less round, of which the worse counts. Each is timed in several loops that are compiled apart, and the one in the
/// middle counts: what the compiler makes of a loop differs from one to the next, on either side.
/// </summary>
internal sealed class AllFormulasRows : IGoalGroup
{
    private const int WarmUps = 12;
    private const int RoundsOfAll = 21;
    private const int Slowest = 10;
    private const int Loops = 3;
    private static readonly TimeSpan CompilersTurn = TimeSpan.FromMilliseconds(120);
    private static readonly GoalLimit Allowed = GoalLimit.AtMost(2.5).WithoutAllocation();

    public string Name => "all-formulas";

    public IEnumerable<GoalRow> Measure(GoalRun run)
    {
        var loops = FormulaContests.All().Select(pair => (
            pair.Formula.Id,
            Example: LoopsOf(() => pair.Contest.Over(pair.Formula, FormulaInputs.Example(pair.Formula))),
            Uneven: LoopsOf(() => pair.Contest.Over(pair.Formula, FormulaInputs.Uneven(pair.Formula))))).ToList();
        Time(run, [.. loops.SelectMany(formula => formula.Example.Concat(formula.Uneven))]);
        var entries = loops.Select(formula => new Entry(formula.Id, Middle(formula.Example), Middle(formula.Uneven))).ToList();
        var contests = entries.Where(entry => !double.IsNaN(entry.Ratio)).OrderByDescending(entry => entry.Ratio).ToList();
        yield return Overall(contests);
        foreach (var (place, entry) in contests.Index())
        {
            yield return entry.Row with { IsInFullOnly = place >= Slowest };
        }

        foreach (var entry in entries.Except(contests))
        {
            yield return entry.RowWithoutPeer;
        }
    }

    private static FormulaTiming[] LoopsOf(Func<FormulaSides> sides) =>
        [.. Enumerable.Range(0, Loops).Select(_ => new FormulaTiming(sides()))];

    private static FormulaTiming Middle(FormulaTiming[] loops) => loops.OrderBy(loop => loop.Ratio).ElementAt(Loops / 2);

    // All in each round, so that what else happens on the machine meets all.
    private static void Time(GoalRun run, IReadOnlyList<FormulaTiming> timings)
    {
        for (var pass = 0; pass < WarmUps; pass++)
        {
            Each(timing => timing.WarmUp());
            Thread.Sleep(CompilersTurn);
        }

        var clock = run.Options.Clock;
        Each(timing => timing.Calibrate(clock));
        for (var round = 0; round < RoundsOfAll; round++)
        {
            Each(timing => timing.Round(clock));
        }

        void Each(Action<FormulaTiming> action)
        {
            foreach (var timing in timings)
            {
                action(timing);
            }
        }
    }

    private static GoalRow Overall(List<Entry> contests)
    {
        var kept = contests.Count(entry => Allowed.IsKeptBy(entry.Measured));
        var median = Medians.Of(contests.Select(entry => entry.Ratio));
        var worst = new Measurement(contests[0].Ratio, Measurement.Times, contests.Max(entry => entry.Bytes));
        var detail = FormattableString.Invariant(
            $"the worst of {contests.Count}: {contests[0].Id}; {kept} keep it, median {median:0.00} ×");
        return new("every direct formula call, against the bare decimal arithmetic", Allowed, worst, detail);
    }

    private sealed record Entry(string Id, FormulaTiming Example, FormulaTiming Uneven)
    {
        public double Ratio => Math.Max(Example.Ratio, Uneven.Ratio);

        public double Bytes => Math.Max(Example.Bytes, Uneven.Bytes);

        public Measurement Measured => new(Ratio, Measurement.Times, Bytes);

        public GoalRow Row => new(Id, Allowed, Measured, $"{Show(Example)} over the example; {Show(Uneven)} over uneven numbers");

        public GoalRow RowWithoutPeer => new(
            Id, null, new(Uneven.Medians.Ours, "ns", Bytes), "found by search: there is no bare decimal arithmetic to compare it with");

        private static string Show(FormulaTiming timing) => FormattableString.Invariant(
            $"{timing.Ratio:0.00} × ({Elapsed.Show(timing.Medians.Ours)}, bare {Elapsed.Show(timing.Medians.Peers)})");
    }
}
