using NodaTime;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// Good SMART goals and a bad one, and the same as plain objects. Made only if the library and FluentValidation agree on them.
/// </summary>
internal sealed class SmartCases
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly LocalDate Today = new(2026, 12, 15);

    /// <summary>Makes the goals, and sees that both find the good ones good and three things wrong with the bad one.</summary>
    /// <exception cref="InvalidOperationException">They do not.</exception>
    public SmartCases()
    {
        var visits = Metric.Count("visits", TableSchema.Named("site", FactTime.Date), "visit");
        var orders = Metric.Count("orders", TableSchema.Named("sales", FactTime.Date), "order");
        var conversion = Kpi.Of("conversion-rate", Marketing.ConversionRate, orders, visits)
            .Serving("grow-market-share")
            .DrivenBy(PerformanceIndicator.Daily(visits), PerformanceIndicator.Daily(orders));
        Plain = new()
        {
            Id = "more-visitors",
            Statement = "Increase site visitors by 20 % during the first quarter of 2027",
            Owner = "Marketing",
            Measure = "visits",
            Step = 0.2m,
            BaselineStart = new(2026, 1, 1),
            BaselineEnd = new(2026, 4, 1),
            Start = new(2027, 1, 1),
            End = new(2027, 4, 1),
            Serves = ["grow-market-share"],
        };
        Goal = new(Plain.Id)
        {
            Statement = Plain.Statement,
            Owner = Plain.Owner,
            Measure = visits,
            Target = Target.IncreaseBy(20.Percent(), over: Calendar.Quarter(2026, 1)),
            Period = Calendar.Quarter(2027, 1),
            Serves = Plain.Serves,
        };
        Rate = new("more-conversions")
        {
            Statement = "Take the conversion rate from 3 % to 4 % during the first quarter of 2027",
            Owner = "Marketing",
            Measure = conversion,
            Target = Target.Reach(4.Percent(), from: 3.Percent()),
            Period = Calendar.Quarter(2027, 1),
            Serves = ["grow-market-share"],
            ReadEvery = Grain.Month,
        };
        PlainBad = Plain with { Statement = "Sell more!", Owner = null, Serves = ["grow-marketshare"] };
        Bad = new("bad")
        {
            Statement = PlainBad.Statement,
            Measure = visits,
            Target = Goal.Target,
            Period = Goal.Period,
            Serves = PlainBad.Serves,
        };
        Strategy = new()
        {
            BusinessGoals = [new("grow-market-share"), new("delight-customers")],
            Kpis = [conversion],
            Goals = [Goal, Rate],
        };
        Check();
    }

    /// <summary>FluentValidation's 15 rules.</summary>
    public PlainGoalValidator Fluent { get; } = new(Today);

    /// <summary>A moment before the goals' period.</summary>
    public Instant AsOf { get; } = Calendar.StartOfDay(Today) + Duration.FromHours(9);

    /// <summary>A moment halfway through it.</summary>
    public Instant Halfway { get; } = Calendar.StartOfDay(new(2027, 2, 10)) + Duration.FromHours(9);

    /// <summary>The good goal as a plain object.</summary>
    public PlainGoal Plain { get; }

    /// <summary>The bad goal as a plain object.</summary>
    public PlainGoal PlainBad { get; }

    /// <summary>The good goal.</summary>
    public SmartGoal Goal { get; }

    /// <summary>A good goal that says more: a stated baseline, two figures in the statement, how often it is read.</summary>
    public SmartGoal Rate { get; }

    /// <summary>The bad goal: too few words, no owner, a business goal that there is not.</summary>
    public SmartGoal Bad { get; }

    /// <summary>The strategy of all.</summary>
    public Strategy Strategy { get; }

    private void Check()
    {
        var validator = SmartValidator.Default;
        Expect(Fluent.Count() == 15 && validator.Rules.Count == 25, "15 rules against 25");
        Expect(Fluent.Validate(Plain).IsValid, "FluentValidation to find the good goal good");
        Expect(validator.Validate(Goal, AsOf).Findings.Count == 0, "the library to find the good goal good, alone");
        Expect(validator.Validate(Goal, Strategy, AsOf).Findings.Count == 0, "the library to find the good goal good, within its strategy");
        Expect(validator.Validate(Goal, Strategy, Halfway).Findings.Count == 0, "the library to find the good goal good, halfway");
        Expect(validator.Validate(Rate, Strategy, AsOf).Findings.Count == 0, "the library to find the rate good");
        Expect(Fluent.Validate(PlainBad).Errors.Count == 3, "FluentValidation to find three things wrong with the bad goal");
        Expect(validator.Validate(Bad, Strategy, AsOf).Findings.Count == 3, "the library to find three things wrong with it");
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Expected {what}.");
        }
    }
}
