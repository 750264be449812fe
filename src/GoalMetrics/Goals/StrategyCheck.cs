namespace GoalMetrics;

// Finds what does not fit together in a strategy.
internal sealed class StrategyCheck(Strategy strategy)
{
    private static readonly FindingKind DuplicateId = new(
        "STRATEGY-DUPLICATE-ID",
        FindingSeverity.Error,
        new("{count} {kind} have the id '{id}'.", "{count} {kind} har id'et '{id}'."),
        new("Give each an id of its own.", "Giv dem hver sit id."));

    private static readonly FindingKind Directions = new(
        "STRATEGY-DIRECTION",
        FindingSeverity.Error,
        new(
            "{count} {kind} with the id '{id}' compute the same, and differ only in the direction that is stated to be better.",
            "{count} {kind} med id'et '{id}' beregner det samme og adskiller sig kun ved, om mere eller mindre er angivet som bedst."),
        new(
            "State the direction once, where '{id}' is defined, and use that everywhere.",
            "Angiv retningen én gang, dér hvor '{id}' defineres, og brug den definition overalt."));

    private static readonly FindingKind GoalDirection = new(
        "STRATEGY-GOAL-DIRECTION",
        FindingSeverity.Warning,
        new(
            "For the goal {better} values of '{id}' are better; for '{other}' it is the other way round.",
            "For målet er {better} værdier af '{id}' bedst; for '{other}' er det omvendt."),
        new(
            "State the direction once, where '{id}' is defined, and use that in both.",
            "Angiv retningen én gang, dér hvor '{id}' defineres, og brug den definition begge steder."));

    private static readonly LocalizedText Higher = new("higher", "højere");

    private static readonly LocalizedText Lower = new("lower", "lavere");

    private static readonly LocalizedText NoneYet = new("there is none yet", "der er ingen endnu");

    private static readonly FindingKind UnknownBusinessGoal = new(
        "STRATEGY-UNKNOWN-BUSINESS-GOAL",
        FindingSeverity.Error,
        new(
            "'{source}' serves the business goal '{id}', which the strategy does not have.",
            "'{source}' understøtter virksomhedsmålet '{id}', som ikke findes i strategien."),
        new(
            "Add the business goal, or refer to one there is ({known}).",
            "Tilføj virksomhedsmålet, eller henvis til et, der findes ({known})."));

    private static readonly FindingKind UnlistedMeasure = new(
        "STRATEGY-UNLISTED-MEASURE",
        FindingSeverity.Error,
        new("The goal is measured by '{id}', which the strategy does not have.", "Målet måles med '{id}', som ikke findes i strategien."),
        new(
            "Add '{id}' to the KPIs, performance indicators or metrics of the strategy.",
            "Tilføj '{id}' til strategiens KPI'er, PI'er eller metrikker."));

    private static readonly FindingKind KpiWithoutGoal = new(
        "STRATEGY-KPI-WITHOUT-BUSINESS-GOAL",
        FindingSeverity.Warning,
        new("The KPI '{id}' serves no business goal.", "KPI'en '{id}' understøtter ikke noget virksomhedsmål."),
        new(
            "State which business goal it serves, with Serving, or remove it.",
            "Angiv med Serving, hvilket virksomhedsmål den siger noget om, eller lad den udgå."));

    private static readonly FindingKind KpiWithoutDriver = new(
        "STRATEGY-KPI-WITHOUT-INDICATOR",
        FindingSeverity.Info,
        new("The KPI '{id}' has no performance indicators that drive it.", "KPI'en '{id}' har ingen PI'er, der driver den."),
        new("Name what can be acted on day by day, with DrivenBy.", "Angiv med DrivenBy, hvad der kan handles på fra dag til dag."));

    private static readonly FindingKind IndicatorWithoutKpi = new(
        "STRATEGY-INDICATOR-WITHOUT-KPI",
        FindingSeverity.Warning,
        new("The performance indicator '{id}' drives no KPI.", "PI'en '{id}' driver ingen KPI."),
        new(
            "Let it drive a KPI, with DrivenBy, or remove it.",
            "Lad den drive en KPI med DrivenBy, eller lad den udgå."));

    private static readonly FindingKind BusinessGoalWithoutMeasure = new(
        "STRATEGY-BUSINESS-GOAL-WITHOUT-KPI",
        FindingSeverity.Warning,
        new(
            "No KPI and no goal shows progress towards the business goal '{id}'.",
            "Ingen KPI og intet mål viser, om I nærmer jer virksomhedsmålet '{id}'."),
        new("Let a KPI or a SMART goal serve it.", "Lad en KPI eller et SMART-mål understøtte det."));

    private readonly IReadOnlyList<PerformanceIndicator> _indicators = strategy.AllPerformanceIndicators;
    private readonly IReadOnlyList<Metric> _metrics = strategy.AllMetrics;
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Run()
    {
        CheckUnique(
            "performance-indicators", new("performance indicators", "PI'er"), _indicators, (one, other) => one.IsSameAs(other));
        CheckUnique("metrics", new("metrics", "metrikker"), _metrics, (one, other) => one.IsSameAs(other));
        CheckBusinessGoals();
        CheckGoals();
        CheckKpis();
        CheckIndicators();
        return _findings;
    }

    private void CheckUnique<T>(string path, LocalizedText kind, IEnumerable<T> all, Func<T, T, bool> isSame)
        where T : Measure
    {
        foreach (var group in all.GroupBy(measure => measure.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            List<T> twins = [.. group];
            var (at, id) = ($"{path}/{group.Key}", new FindingArgument("id", group.Key));
            if (!twins.TrueForAll(twin => isSame(twin, twins[0])))
            {
                _findings.Add(DuplicateId.At(at, [new("count", twins.Count), new("kind", kind), id]));
            }
            else if (twins[0] is PerformanceIndicator || Contradict(twins))
            {
                _findings.Add(Directions.At(at, [new("count", twins.Count), new("kind", kind), id]));
            }
        }
    }

    // A metric beside the same one without a direction is read alike; two indicators would be shown twice.
    private static bool Contradict<T>(List<T> twins)
        where T : Measure =>
        twins.Select(twin => twin.Direction).Where(direction => direction != Direction.Neutral).Distinct().Count() > 1;

    private void CheckBusinessGoals()
    {
        var served = strategy.Kpis.SelectMany(kpi => kpi.BusinessGoals)
            .Concat(strategy.Goals.SelectMany(goal => goal.Serves))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var goal in strategy.BusinessGoals.Where(goal => !served.Contains(goal.Id)))
        {
            _findings.Add(BusinessGoalWithoutMeasure.At($"business-goals/{goal.Id}", [new("id", goal.Id)]));
        }
    }

    private void CheckGoals()
    {
        Measure[] directed =
        [
            .. strategy.Kpis.Concat<Measure>(_indicators).Concat(_metrics)
                .Where(measure => measure.Direction != Direction.Neutral),
        ];
        foreach (var goal in strategy.Goals)
        {
            CheckReferences($"goals/{goal.Id}/serves", goal.Id, goal.Serves);
            if (goal.Measure is { } measure && !Holds(measure))
            {
                _findings.Add(UnlistedMeasure.At($"goals/{goal.Id}/measure", [new("id", measure.Id)]));
            }

            CheckDirection(goal, directed);
        }
    }

    // Of what computes the same, more cannot be better for the goal and worse for a KPI. Two metrics of one id have been mentioned.
    private void CheckDirection(SmartGoal goal, Measure[] directed)
    {
        if (goal.Measure is not { } measure || DirectionOf(goal) is not { } direction)
        {
            return;
        }

        var opposite = direction == Direction.HigherIsBetter ? Direction.LowerIsBetter : Direction.HigherIsBetter;
        if (Array.Find(directed, IsOpposite) is { } found)
        {
            var better = direction == Direction.HigherIsBetter ? Higher : Lower;
            _findings.Add(GoalDirection.At(
                $"goals/{goal.Id}/measure", [new("better", better), new("id", measure.Id), new("other", found.Id)]));
        }

        bool IsOpposite(Measure other) =>
            other.Direction == opposite
            && (other.Id != measure.Id || measure.Direction == Direction.Neutral)
            && other.Computation.Equals(measure.Computation);
    }

    // As the tracker takes it; null where it depends on what is measured, or does not matter.
    private static Direction? DirectionOf(SmartGoal goal) => goal switch
    {
        { Measure.Direction: Direction.HigherIsBetter or Direction.LowerIsBetter } => goal.Measure.Direction,
        { Target.Kind: TargetKind.IncreaseBy } => Direction.HigherIsBetter,
        { Target.Kind: TargetKind.DecreaseBy } => Direction.LowerIsBetter,
        { Target: { Kind: TargetKind.Reach, Baseline: null } } => Direction.HigherIsBetter,
        _ => null,
    };

    private void CheckKpis()
    {
        foreach (var kpi in strategy.Kpis)
        {
            CheckReferences($"kpis/{kpi.Id}/business-goals", kpi.Id, kpi.BusinessGoals);
            if (!kpi.BusinessGoals.Any())
            {
                _findings.Add(KpiWithoutGoal.At($"kpis/{kpi.Id}", [new("id", kpi.Id)]));
            }

            if (!kpi.Drivers.Any())
            {
                _findings.Add(KpiWithoutDriver.At($"kpis/{kpi.Id}", [new("id", kpi.Id)]));
            }
        }
    }

    private void CheckIndicators()
    {
        var driving = strategy.Kpis.SelectMany(kpi => kpi.Drivers).Select(pi => pi.Definition).ToHashSet();
        foreach (var indicator in strategy.PerformanceIndicators.Where(indicator => !driving.Contains(indicator.Definition)))
        {
            _findings.Add(IndicatorWithoutKpi.At($"performance-indicators/{indicator.Id}", [new("id", indicator.Id)]));
        }
    }

    private void CheckReferences(string path, string source, IEnumerable<string> businessGoals)
    {
        foreach (var id in businessGoals.Where(id => strategy.FindBusinessGoal(id) is null))
        {
            object known = strategy.BusinessGoals.Count == 0 ? NoneYet : strategy.BusinessGoals.Select(goal => goal.Id).ToList();
            _findings.Add(UnknownBusinessGoal.At(path, [new("source", source), new("id", id), new("known", known)]));
        }
    }

    // A measure belongs to the strategy if it is listed, or if a listed one is computed from it.
    private bool Holds(Measure measure) => measure switch
    {
        Kpi kpi => strategy.Kpis.Any(listed => listed.Id == kpi.Id),
        PerformanceIndicator indicator => _indicators.Any(pi => pi.IsSameAs(indicator)),
        _ => strategy.Kpis.Concat<Measure>(_indicators).Concat(strategy.Metrics)
            .Any(listed => listed.IsSameAs(measure) || listed.Reads(measure)),
    };
}
