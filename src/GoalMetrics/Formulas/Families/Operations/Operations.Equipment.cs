namespace GoalMetrics;

// Overall equipment effectiveness and the three factors it is made of.
public static partial class Operations
{
    /// <summary>The share of the planned time in which a machine ran: <c>run time / planned production time</c>.</summary>
    /// <param name="runTime">Planned production time less stops, set-up included; not negative.</param>
    /// <param name="plannedProductionTime">The time planned for production, less breaks; not negative.</param>
    /// <returns>
    /// A ratio; undefined without planned time, and (<see cref="UndefinedReason.OutOfDomain"/>) where either is negative.
    /// </returns>
    /// <exception cref="UnitMismatchException">One is in months or years and one in days or less.</exception>
    public static Quantity Availability(Quantity runTime, Quantity plannedProductionTime) =>
        runTime.AsDuration().NotNegative().RatioTo(plannedProductionTime.AsDuration().NotNegative());

    /// <summary>How fast a machine ran, compared with how fast it can run: <c>ideal cycle time · total count / run time</c>.</summary>
    /// <param name="idealCycleTime">The least time one unit takes; not negative.</param>
    /// <param name="totalCount">Units made, good or not.</param>
    /// <param name="runTime">The time the machine ran; not negative.</param>
    /// <returns>A ratio; undefined without run time, and (<see cref="UndefinedReason.OutOfDomain"/>) where a time is negative.</returns>
    /// <exception cref="UnitMismatchException">One time is in months or years and one in days or less.</exception>
    public static Quantity Performance(Quantity idealCycleTime, Quantity totalCount, Quantity runTime) =>
        (idealCycleTime.AsDuration().NotNegative() * totalCount.AsNumber()).RatioTo(runTime.AsDuration().NotNegative())
            .NamingOverflow(idealCycleTime, totalCount);

    /// <summary>The share of units that are good: <c>good count / total count</c>.</summary>
    /// <param name="goodCount">Units made right without rework.</param>
    /// <param name="totalCount">Units made, good or not.</param>
    /// <returns>A ratio; undefined where nothing was made.</returns>
    public static Quantity Quality(Quantity goodCount, Quantity totalCount) =>
        goodCount.AsCount().DividedBy(totalCount.AsCount());

    /// <summary>
    /// The share of the planned time spent making good units at full speed (OEE): <c>availability · performance · quality</c>.
    /// </summary>
    /// <param name="availability">From <see cref="Availability"/>, 0 to 1.</param>
    /// <param name="performance">From <see cref="Performance"/>, not negative; above 1 where the ideal cycle time is set too long.</param>
    /// <param name="quality">From <see cref="Quality"/>, 0 to 1.</param>
    /// <returns>A ratio; undefined (<see cref="UndefinedReason.OutOfDomain"/>) where a factor is outside its range.</returns>
    public static Quantity OverallEquipmentEffectiveness(Quantity availability, Quantity performance, Quantity quality)
    {
        availability = availability.AsShare();
        performance = performance.AsRatio().NotNegative();
        quality = quality.AsShare();
        return availability.IsDefined && !performance.IsDefined
            ? performance
            : availability.Part(quality) * performance;
    }

    private static IEnumerable<Formula> EquipmentFormulas() =>
    [
        Formula.Of(
            "availability", Availability,
            FormulaInput.Duration("runTime").AtLeast(0m), FormulaInput.Duration("plannedProductionTime").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Availability", "Tilgængelighed"),
            Synonyms = ["oee-availability", "equipment-availability"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "runTime / plannedProductionTime",
            EdgeCases =
            [
                "No planned time is a zero denominator; negative times are out of domain.",
                "Breaks and time without orders are not planned production time; set-up is.",
                "Minutes and hours may be mixed; months, which have no fixed length, may not be mixed with them.",
            ],
            Variants =
            [
                new("overall-equipment-effectiveness", "Multiplies it by performance and quality."),
                new("utilization", "Takes all the time there is, planned or not."),
                new("uptime", "Divides by all the time of a service."),
            ],
            Example = new(
                "A shift of 420 planned minutes with 47 minutes of stops (Vorne, The Fast Guide to OEE)",
                Quantity.Duration(373, DurationUnit.Minute), Quantity.Duration(420, DurationUnit.Minute)),
            Source = "Nakajima, Introduction to TPM, 1988; Vorne, The Fast Guide to OEE",
        }),
        Formula.Of(
            "performance", Performance,
            FormulaInput.Duration("idealCycleTime").AtLeast(0m), FormulaInput.Count("totalCount"),
            FormulaInput.Duration("runTime").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Performance", "Ydelse"),
            Synonyms = ["oee-performance", "performance-efficiency"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "idealCycleTime * totalCount / runTime",
            EdgeCases =
            [
                "No run time is a zero denominator; negative times are out of domain.",
                "Above 100 % says that the ideal cycle time is set too long.",
                "Rejected units count, for they took machine time.",
            ],
            Variants = [new("overall-equipment-effectiveness", "Multiplies it by availability and quality.")],
            Example = new(
                "19,271 units at one second each in 373 minutes (Vorne, The Fast Guide to OEE)",
                Quantity.Duration(1, DurationUnit.Second), 19_271, Quantity.Duration(373, DurationUnit.Minute)),
            Source = "Nakajima, Introduction to TPM, 1988; Vorne, The Fast Guide to OEE",
        }),
        Formula.Of("quality", Quality, FormulaInput.Count("goodCount"), FormulaInput.Count("totalCount")).DescribedBy(new()
        {
            Title = new("Quality", "Kvalitet"),
            Synonyms = ["oee-quality", "quality-rate"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "goodCount / totalCount",
            EdgeCases =
            [
                "Nothing made is a zero denominator.",
                "Units that became good by rework do not count as good.",
            ],
            Variants =
            [
                new("overall-equipment-effectiveness", "Multiplies it by availability and performance."),
                new("first-pass-yield", "Counts against the units started, not those made."),
            ],
            Example = new("19,271 units with 423 rejects (Vorne, The Fast Guide to OEE)", 18_848, 19_271),
            Source = "Nakajima, Introduction to TPM, 1988; Vorne, The Fast Guide to OEE",
        }),
        Formula.Of(
            "overall-equipment-effectiveness", OverallEquipmentEffectiveness,
            FormulaInput.Ratio("availability").AtLeast(0m).AtMost(1m), FormulaInput.Ratio("performance").AtLeast(0m),
            FormulaInput.Ratio("quality").AtLeast(0m).AtMost(1m)).DescribedBy(new()
        {
            Title = new("Overall equipment effectiveness", "Samlet udstyrseffektivitet (OEE)"),
            Synonyms = ["oee", "samlet-udstyrseffektivitet"],
            Family = "Operations",
            Direction = Direction.HigherIsBetter,
            Equation = "availability * performance * quality",
            EdgeCases =
            [
                "An availability or quality outside 0 to 1 and a negative performance are out of domain.",
                "A performance above 1 is taken as it is, and lifts the result.",
                "Rates of several machines cannot be averaged: compute it from their times and counts together.",
            ],
            Variants =
            [
                new("availability", "Is its first factor: stops."),
                new("performance", "Is its second factor: speed."),
                new("quality", "Is its third factor: rejects."),
                new("utilization", "Asks how much of the capacity was used, not how well."),
            ],
            Example = new(
                "A shift at 88.81 % availability, 86.11 % performance and 97.80 % quality (Vorne, The Fast Guide to OEE)",
                Quantity.Ratio(0.8881m), Quantity.Ratio(0.8611m), Quantity.Ratio(0.9780m)),
            Source = "Nakajima, Introduction to TPM, 1988; Vorne, The Fast Guide to OEE",
        }),
    ];
}
