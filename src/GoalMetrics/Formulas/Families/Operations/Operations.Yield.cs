namespace GoalMetrics;

// How much comes out right.
public static partial class Operations
{
    private static readonly Quantity Million = 1_000_000m;
    private static readonly Unit DefectPerMillion = Unit.Count("defect").Per("million opportunities");

    /// <summary>The share of units that pass a step at the first attempt, without rework: <c>passed first time / started</c>.</summary>
    /// <param name="passedFirstTime">Units that passed without rework or repair.</param>
    /// <param name="started">Units that went into the step.</param>
    /// <returns>A ratio; undefined where nothing was started.</returns>
    public static Quantity FirstPassYield(Quantity passedFirstTime, Quantity started) =>
        passedFirstTime.AsCount().DividedBy(started.AsCount());

    /// <summary>
    /// The share of units that pass every step at the first attempt: the product of the yields, <c>yield₁ · yield₂ · …</c>
    /// </summary>
    /// <param name="yields">The <see cref="FirstPassYield"/> of each step, from 0 to 1.</param>
    /// <returns>
    /// A ratio; undefined (<see cref="UndefinedReason.InsufficientData"/>) without steps, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) where a yield is below 0 or above 1: the cause is the step, such as <c>yields[2]</c>.
    /// </returns>
    /// <exception cref="ArgumentException">One is not a ratio.</exception>
    public static Quantity RolledThroughputYield(ReadOnlySpan<Quantity> yields)
    {
        if (yields.IsEmpty)
        {
            return Quantity.Undefined(UndefinedReason.InsufficientData, nameof(yields), Unit.Ratio);
        }

        var product = 1m;
        for (var i = 0; i < yields.Length; i++)
        {
            if (!Quantity.IsShare(yields[i]))
            {
                return FirstUndefined(yields);
            }

            product *= yields[i].UncheckedAmount;
        }

        return Quantity.Ratio(product);
    }

    // All are checked: a mistake in the program is reported before what is undefined.
    private static Quantity FirstUndefined(ReadOnlySpan<Quantity> yields)
    {
        Quantity? undefined = null;
        for (var i = 0; i < yields.Length; i++)
        {
            var share = yields[i].AsShare(FormattableString.Invariant($"yields[{i}]"));
            undefined ??= share.IsDefined ? null : share;
        }

        return undefined!.Value;
    }

    /// <summary>The share of inspected units with a defect: <c>defective / inspected</c>.</summary>
    /// <param name="defective">Units with at least one defect.</param>
    /// <param name="inspected">Units inspected.</param>
    /// <returns>A ratio; undefined where nothing was inspected.</returns>
    public static Quantity DefectRate(Quantity defective, Quantity inspected) =>
        defective.AsCount().DividedBy(inspected.AsCount());

    /// <summary>Defects for a million chances to make one (DPMO): <c>1,000,000 · defects / (units · opportunities)</c>.</summary>
    /// <param name="defects">Defects found; a unit may have several.</param>
    /// <param name="units">Units inspected.</param>
    /// <param name="opportunities">In how many ways one unit can fail; 1 gives defects per million units.</param>
    /// <returns>Defects per million opportunities; undefined without units and without opportunities.</returns>
    public static Quantity DefectsPerMillion(Quantity defects, Quantity units, Quantity opportunities) =>
        (defects.AsNumber() * Million)
            .DividedBy(units.AsNumber() * opportunities.AsNumber(), units.AmountOrNull == 0m ? nameof(units) : nameof(opportunities))
            .WithUnit(DefectPerMillion)
            .NamingOverflow(defects, units, opportunities);

    private static IEnumerable<Formula> YieldFormulas() =>
    [
        Formula.Of(
            "first-pass-yield", FirstPassYield,
            FormulaInput.Count("passedFirstTime"), FormulaInput.Count("started")).DescribedBy(new()
        {
            Title = new("First pass yield", "Andel rigtige første gang"),
            Synonyms = ["fpy", "throughput-yield", "first-time-right", "rigtigt-første-gang"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "passedFirstTime / started",
            EdgeCases =
            [
                "Nothing started is a zero denominator.",
                "Units that pass after rework do not count as passed.",
            ],
            Variants =
            [
                new("rolled-throughput-yield", "Multiplies the yields of all steps."),
                new("quality", "Counts good units of all made, as equipment effectiveness takes it."),
                new("defect-rate", "Counts the units with a defect, found wherever it is looked for."),
            ],
            Example = new("A step with 100 units in, 15 scrapped and 5 reworked", 80, 100),
            Source = "Pyzdek & Keller, The Six Sigma Handbook, 5th ed., 2018",
        }),
        Formula.OfSeries(
            "rolled-throughput-yield", inputs => RolledThroughputYield(inputs),
            FormulaInput.Ratio("yields").AtLeast(0m).AtMost(1m).Repeated()).DescribedBy(new()
        {
            Title = new("Rolled throughput yield", "Samlet udbytte over alle trin"),
            Synonyms = ["rty"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "Π yields[i], i = 1 … n",
            Latex = @"\prod_{i=1}^{n} \mathrm{yields}_i",
            EdgeCases =
            [
                "No steps are insufficient data; a yield below 0 or above 1 is out of domain and the step is named.",
                "It is never above the worst step, and assumes that the steps fail independently.",
            ],
            Variants = [new("first-pass-yield", "Is the yield of one step.")],
            Example = new(
                "The three steps of a label (Minitab's documentation)",
                Quantity.Ratio(0.95m), Quantity.Ratio(0.84m), Quantity.Ratio(0.88m)),
            Source =
                "Minitab documentation, What are throughput yield and rolled throughput yield; Pyzdek & Keller, The "
                    + "Six Sigma Handbook, 5th ed., 2018",
        }),
        Formula.Of("defect-rate", DefectRate, FormulaInput.Count("defective"), FormulaInput.Count("inspected")).DescribedBy(new()
        {
            Title = new("Defect rate", "Fejlprocent"),
            Synonyms = ["fraction-defective", "fejlprocent"],
            Family = "Operations",
            Direction = Direction.LowerIsBetter,
            Equation = "defective / inspected",
            EdgeCases =
            [
                "Nothing inspected is a zero denominator.",
                "A unit with two defects is one defective unit.",
            ],
            Variants =
            [
                new("defects-per-million", "Counts defects, not units, against every chance to make one."),
                new("first-pass-yield", "Counts the units that were right at once."),
            ],
            Example = new("A sample of 500 with 20 defective", 20, 500),
            Source = "Montgomery, Introduction to Statistical Quality Control, 8th ed., 2019",
        }),
        Formula.Of(
            "defects-per-million", DefectsPerMillion,
            FormulaInput.Count("defects"), FormulaInput.Count("units"), FormulaInput.Count("opportunities")).DescribedBy(new()
        {
            Title = new("Defects per million opportunities", "Fejl pr. million muligheder"),
            Synonyms = ["dpmo", "defects-per-million-opportunities", "fejl-pr-million"],
            Family = "Operations",
            Direction = Direction.LowerIsBetter,
            Equation = "1000000 * defects / (units * opportunities)",
            EdgeCases =
            [
                "No units and no opportunities are zero denominators, named apart.",
                "Opportunities are those of one unit, not of all of them.",
                "Counting more opportunities makes the same work look better.",
            ],
            Variants = [new("defect-rate", "Counts units with a defect, however many they have.")],
            Example = new("20 defects in 500 units that can fail in 7 ways", 20, 500, 7),
            Source = "Pyzdek & Keller, The Six Sigma Handbook, 5th ed., 2018",
        }),
    ];
}
