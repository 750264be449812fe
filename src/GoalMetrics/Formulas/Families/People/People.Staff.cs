namespace GoalMetrics;

// Employees won, kept and lost, and how they fare.
public static partial class People
{
    /// <summary>The share of employees who left: <c>leavers / averageHeadcount</c>.</summary>
    /// <param name="leavers">Employees who left in the period.</param>
    /// <param name="averageHeadcount">Employees in the period, on average.</param>
    /// <returns>
    /// A ratio; undefined without employees.
    /// </returns>
    public static Quantity EmployeeTurnover(Quantity leavers, Quantity averageHeadcount) =>
        leavers.AsCount().DividedBy(averageHeadcount.AsCount());

    /// <summary>The share of the employees at the start who stayed: <c>employeesStayed / employeesAtStart</c>.</summary>
    /// <param name="employeesStayed">Employees at the start who are still there at the end.</param>
    /// <param name="employeesAtStart">Employees when the period began.</param>
    /// <returns>
    /// A ratio; undefined without employees at the start.
    /// </returns>
    public static Quantity EmployeeRetention(Quantity employeesStayed, Quantity employeesAtStart) =>
        employeesStayed.AsCount().DividedBy(employeesAtStart.AsCount());

    /// <summary>The share of scheduled working time lost to absence: <c>absent / scheduled</c>.</summary>
    /// <param name="absentTime">Working time absent; not below 0.</param>
    /// <param name="scheduledTime">Working time agreed; not below 0.</param>
    /// <returns>
    /// A ratio; undefined without scheduled time, and (<see cref="UndefinedReason.OutOfDomain"/>) at a time below 0.
    /// A day is 24 hours here: give both times in one unit, working hours or working days.
    /// </returns>
    public static Quantity AbsenceRate(Quantity absentTime, Quantity scheduledTime) =>
        absentTime.AsDuration().NotNegative().RatioTo(scheduledTime.AsDuration().NotNegative());

    /// <summary>How long it takes to hire someone: <c>totalTime / hires</c>.</summary>
    /// <param name="totalTime">The times from first contact to acceptance, added up; not below 0.</param>
    /// <param name="hires">How many were hired.</param>
    /// <returns>
    /// A duration in the unit of the time; undefined without hires, and (<see cref="UndefinedReason.OutOfDomain"/>) at a time below 0.
    /// </returns>
    public static Quantity TimeToHire(Quantity totalTime, Quantity hires) =>
        totalTime.AsDuration().NotNegative().DividedBy(hires.AsNumber());

    /// <summary>The share of offers accepted: <c>offersAccepted / offersMade</c>.</summary>
    /// <param name="offersAccepted">Offers accepted.</param>
    /// <param name="offersMade">Offers made.</param>
    /// <returns>
    /// A ratio; undefined without offers.
    /// </returns>
    public static Quantity OfferAcceptanceRate(Quantity offersAccepted, Quantity offersMade) =>
        offersAccepted.AsCount().DividedBy(offersMade.AsCount());

    /// <summary>
    /// How many more employees recommend their workplace than advise against it, from −100 to 100: <c>100 · (promoters − detractors) /
    /// responses</c>.
    /// </summary>
    /// <param name="promoters">Answers of 9 and 10.</param>
    /// <param name="detractors">Answers of 0 to 6.</param>
    /// <param name="responses">All answers.</param>
    /// <returns>
    /// A score; undefined without responses, and (<see cref="UndefinedReason.OutOfDomain"/>) when promoters and detractors
    /// together are more than the responses.
    /// </returns>
    public static Quantity EmployeeNetPromoterScore(Quantity promoters, Quantity detractors, Quantity responses) =>
        PromoterScore.Of(promoters.AsNumber(), detractors.AsNumber(), responses.AsNumber());

    /// <summary>How much training an employee gets: <c>training time / employees</c>.</summary>
    /// <param name="trainingTime">Time in training, in all; not below 0.</param>
    /// <param name="employees">How many there are.</param>
    /// <returns>
    /// Time per employee, in the unit of the time: hours per employee; undefined without employees, and
    /// (<see cref="UndefinedReason.OutOfDomain"/>) at a time below 0.
    /// </returns>
    public static Quantity TrainingHoursPerEmployee(Quantity trainingTime, Quantity employees) =>
        trainingTime.AsDuration().NotNegative().DividedBy(employees.AsCount(Employee));

    private static IEnumerable<Formula> StaffFormulas() =>
    [
        Formula.Of(
            "employee-turnover", EmployeeTurnover,
            FormulaInput.Count("leavers"), FormulaInput.Count("averageHeadcount")).DescribedBy(new()
        {
            Title = new("Employee turnover", "Personaleomsætning"),
            Synonyms = ["staff-turnover", "attrition", "personaleomsætning"],
            Family = "People",
            Direction = Direction.LowerIsBetter,
            Equation = "leavers / averageHeadcount",
            EdgeCases = ["Undefined without employees."],
            Variants =
            [
                new("employee-retention", "Counts those of the start who stayed."),
            ],
            Example = new("18 leavers of 150", 18, 150),
            Source = "ISO 30414:2018, Human capital reporting",
        }),
        Formula.Of(
            "employee-retention", EmployeeRetention,
            FormulaInput.Count("employeesStayed"), FormulaInput.Count("employeesAtStart")).DescribedBy(new()
        {
            Title = new("Employee retention", "Medarbejderfastholdelse"),
            Synonyms = ["staff-retention", "medarbejderfastholdelse"],
            Family = "People",
            Direction = Direction.HigherIsBetter,
            Equation = "employeesStayed / employeesAtStart",
            EdgeCases = ["Undefined without employees at the start."],
            Variants =
            [
                new("employee-turnover", "Counts those who left, against the average headcount."),
            ],
            Example = new("138 of 150", 138, 150),
            Source = "ISO 30414:2018, Human capital reporting",
        }),
        Formula.Of(
            "absence-rate", AbsenceRate,
            FormulaInput.Duration("absentTime").AtLeast(0m), FormulaInput.Duration("scheduledTime").AtLeast(0m)).DescribedBy(new()
        {
            Title = new("Absence rate", "Fraværsprocent"),
            Synonyms = ["absenteeism", "sygefravær", "fravær"],
            Family = "People",
            Direction = Direction.LowerIsBetter,
            Equation = "absentTime / scheduledTime",
            EdgeCases =
            [
                "Undefined without scheduled time.",
                "Out of domain at a time below 0.",
                "A day is 24 hours: 7.4 hours of 1 day are 30.83 %. Give both times in one unit, working hours or working days.",
            ],
            Example = new("96 of 2,400 days", Quantity.Duration(96, DurationUnit.Day), Quantity.Duration(2_400, DurationUnit.Day)),
            Source = "ISO 30414:2018, Human capital reporting",
        }),
        Formula.Of(
            "time-to-hire", TimeToHire,
            FormulaInput.Duration("totalTime").AtLeast(0m), FormulaInput.Count("hires")).DescribedBy(new()
        {
            Title = new("Time to hire", "Rekrutteringstid"),
            Synonyms = ["rekrutteringstid"],
            Family = "People",
            Direction = Direction.LowerIsBetter,
            Equation = "totalTime / hires",
            EdgeCases =
            [
                "Undefined without hires.",
                "Out of domain at a time below 0.",
            ],
            Example = new("12 hires in 432 days added up", Quantity.Duration(432, DurationUnit.Day), 12),
            Source = "ISO 30414:2018, Human capital reporting",
        }),
        Formula.Of(
            "offer-acceptance-rate", OfferAcceptanceRate,
            FormulaInput.Count("offersAccepted"), FormulaInput.Count("offersMade")).DescribedBy(new()
        {
            Title = new("Offer acceptance rate", "Acceptrate for jobtilbud"),
            Synonyms = ["acceptance-rate"],
            Family = "People",
            Direction = Direction.HigherIsBetter,
            Equation = "offersAccepted / offersMade",
            EdgeCases = ["Undefined without offers."],
            Example = new("34 of 40 offers", 34, 40),
            Source = "Society for Human Resource Management, SHRM, talent acquisition metrics",
        }),
        Formula.Of(
            "employee-net-promoter-score", EmployeeNetPromoterScore,
            FormulaInput.Count("promoters"), FormulaInput.Count("detractors"), FormulaInput.Count("responses")).DescribedBy(new()
        {
            Title = new("Employee net promoter score", "Medarbejder-NPS"),
            Synonyms = ["enps"],
            Family = "People",
            Direction = Direction.HigherIsBetter,
            Equation = "100 * (promoters - detractors) / responses",
            EdgeCases =
            [
                "Undefined without responses.",
                "Out of domain when promoters and detractors are more than the responses.",
            ],
            Variants =
            [
                new("net-promoter-score", "Asks customers about a product or company."),
            ],
            Example = new("45 promoters, 20 detractors, 120 answers", 45, 20, 120),
            Source = "Reichheld & Markey, The Ultimate Question 2.0, 2011",
        }),
        Formula.Of(
            "training-hours-per-employee", TrainingHoursPerEmployee,
            FormulaInput.Duration("trainingTime").AtLeast(0m), FormulaInput.Count("employees")).DescribedBy(new()
        {
            Title = new("Training hours per employee", "Uddannelsestimer pr. medarbejder"),
            Synonyms = ["training-per-employee"],
            Family = "People",
            Direction = Direction.HigherIsBetter,
            Equation = "trainingTime / employees",
            EdgeCases =
            [
                "Undefined without employees.",
                "Out of domain at a time below 0.",
            ],
            Example = new("60 employees, 960 hours", Quantity.Duration(960, DurationUnit.Hour), 60),
            Source = "ISO 30414:2018, Human capital reporting",
        }),
    ];
}
