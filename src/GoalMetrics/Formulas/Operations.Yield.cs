using System.Runtime.CompilerServices;

namespace GoalMetrics;

// How much comes out right.
public static partial class Operations
{
    private const decimal Million = 1_000_000m;
    private static readonly DecimalDigits One = new(1m);
    private static readonly Unit DefectPerMillion = Unit.Count("defect").Per("million opportunities");

    /// <summary>The share of units that pass a step at once, without rework: <c>passed first time / started</c>.</summary>
    /// <param name="passedFirstTime">Units that passed without rework or repair.</param>
    /// <param name="started">Units that went into the step.</param>
    /// <returns>A ratio; undefined where nothing was started.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity FirstPassYield(Quantity passedFirstTime, Quantity started)
    {
        Input.Count(ref passedFirstTime);
        Input.Count(ref started);
        return passedFirstTime.DividedBy(started);
    }

    /// <summary>The share of units that pass all steps at once: the product of the yields, <c>yield₁ · yield₂ · …</c></summary>
    /// <param name="yields">The <see cref="FirstPassYield"/> of each step, from 0 to 1.</param>
    /// <returns>
    /// A ratio; undefined (<see cref="UndefinedReason.InsufficientData"/>) without steps, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) where a yield is below 0 or above 1: the cause is the step, such as <c>yields[2]</c>.
    /// </returns>
    /// <exception cref="ArgumentException">One is not a ratio.</exception>
    public static Quantity RolledThroughputYield(ReadOnlySpan<Quantity> yields)
    {
        // Few digits, in registers; it comes to the same.
        var digits = One;
        foreach (ref readonly var step in yields)
        {
            if (!IsYield(in step) || !DecimalDigits.TryMultiply(digits, step.Digits, out digits))
            {
                return RolledThroughputYieldOfAny(yields);
            }
        }

        return yields.IsEmpty ? Quantity.Undefined(UndefinedReason.InsufficientData, nameof(yields), Unit.Ratio) : new(digits.Amount, Unit.Ratio);
    }

    private static Quantity RolledThroughputYieldOfAny(ReadOnlySpan<Quantity> yields)
    {
        var product = Quantity.Ratio(1m);
        for (var i = 0; i < yields.Length; i++)
        {
            ref readonly var step = ref yields[i];
            product *= IsYield(in step) ? step : NoYield(step, i);
        }

        return product;
    }

    /// <summary>The share of inspected units with a defect: <c>defective / inspected</c>.</summary>
    /// <param name="defective">Units with at least one defect.</param>
    /// <param name="inspected">Units inspected.</param>
    /// <returns>A ratio; undefined where nothing was inspected.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity DefectRate(Quantity defective, Quantity inspected)
    {
        Input.Count(ref defective);
        Input.Count(ref inspected);
        return defective.DividedBy(inspected);
    }

    /// <summary>Defects for a million chances to make one (DPMO): <c>1,000,000 · defects / (units · opportunities)</c>.</summary>
    /// <param name="defects">Defects found; a unit may have several.</param>
    /// <param name="units">Units inspected.</param>
    /// <param name="opportunities">In how many ways one unit can fail; 1 gives defects per million units.</param>
    /// <returns>Defects per million opportunities; undefined without units and without opportunities.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quantity DefectsPerMillion(Quantity defects, Quantity units, Quantity opportunities)
    {
        Input.Count(ref defects);
        Steps.Things(ref defects);
        Input.Count(ref units);
        Steps.Things(ref units);
        Input.Count(ref opportunities);
        Steps.Things(ref opportunities);
        var chances = units * opportunities;
        var zero = units.IsDefined && units.IsZero ? nameof(units) : nameof(opportunities);
        return Steps.Traced((defects * Million).DividedBy(chances, zero).WithUnit(DefectPerMillion), defects, units, opportunities);
    }

    private static bool IsYield(in Quantity value) =>
        value.IsRatio && value.IsShare;

    // Undefined, and why.
    private static Quantity NoYield(Quantity value, int place)
    {
        var name = FormattableString.Invariant($"yields[{place}]");
        value = Input.Of(value, InputKind.Ratio, name);
        Steps.Share(ref value, name);
        return value;
    }

    private static IEnumerable<Formula> YieldFormulas() =>
    [
        Formula.Of("first-pass-yield", FirstPassYield, FormulaInput.Count("passedFirstTime"), FormulaInput.Count("started")).DescribedBy(new()
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
        Formula.OfSeries("rolled-throughput-yield", inputs => RolledThroughputYield(inputs), FormulaInput.Ratio("yields").AtLeast(0m).AtMost(1m).Repeated()).DescribedBy(new()
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
            Example = new("The three steps of a label (Minitab's documentation)", Quantity.Ratio(0.95m), Quantity.Ratio(0.84m), Quantity.Ratio(0.88m)),
            Source = "Minitab documentation, What are throughput yield and rolled throughput yield; Pyzdek & Keller, The Six Sigma Handbook, 5th ed., 2018",
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
        Formula.Of("defects-per-million", DefectsPerMillion, FormulaInput.Count("defects"), FormulaInput.Count("units"), FormulaInput.Count("opportunities")).DescribedBy(new()
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
