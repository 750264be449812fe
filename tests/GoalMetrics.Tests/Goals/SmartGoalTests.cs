using static GoalMetrics.Tests.Goals.GoalExamples;

namespace GoalMetrics.Tests.Goals;

public sealed class SmartGoalTests
{
    [Fact]
    public void Goal_WithAnIdOnly_HasDefaults()
    {
        SmartGoal goal = new("g");

        (goal.Id, goal.ToString(), goal.Weight).Should().Be(("g", "g", 1m));
        (goal.Statement, goal.Measure, goal.Target, goal.Period, goal.Owner, goal.ReadEvery)
            .Should().Be((null, null, null, null, null, null));
        goal.Serves.Should().BeEmpty();
        goal.Path.Should().BeSameAs(LinearPath.Instance);
    }

    [Theory]
    [InlineData("more-visitors")]
    [InlineData("page_views")]
    [InlineData("omsætning")]
    [InlineData("Større_kunder-2")]
    [InlineData("目標")]
    [InlineData("a--b__c")]
    [InlineData("2")]
    public void Id_LettersDigitsHyphensUnderscores_IsKeptAsTyped(string id) => new SmartGoal(id).Id.Should().Be(id);

    [Theory]
    [InlineData("More Visitors", "More Visitors", " Try 'More-Visitors'.")]
    [InlineData("more_visitors!", "more_visitors!", " Try 'more_visitors'.")]
    [InlineData("Større kunder på øen", "Større kunder på øen", " Try 'Større-kunder-på-øen'.")]
    [InlineData("-more--visitors_", "-more--visitors_", " Try 'more--visitors'.")]
    [InlineData("omsa\u030Atning", "omsa\u030Atning", " Try 'omsåtning'.")] // a and a ring: looks like å, and is another text.
    [InlineData("goals/more.visitors", "goals/more.visitors", " Try 'goals-more-visitors'.")]
    [InlineData("", "", "")]
    [InlineData("_", "_", "")]
    [InlineData("😀", "😀", "")]
    [InlineData("half \uD83D", "half \uD83D", " Try 'half'.")]
    [InlineData("line\nbreak", "line break", " Try 'line-break'.")]
    public void Id_Malformed_IsRefusedWithAnExample(string id, string shown, string advice) =>
        Messages.Of<ArgumentException>(() => new SmartGoal(id)).Should().Be(
        "Expected an id of at most 64 letters, digits, hyphens and underscores, with a letter or digit at each end,"
        + " such as 'conversion-rate';"
        + $" found '{shown}'.{advice} (Parameter 'id')");

    [Fact]
    public void Id_OfTheMostCharacters_IsKept() => new SmartGoal(new('a', 64)).Id.Should().HaveLength(64);

    [Theory]
    [InlineData(65, 60, "… (65 characters)")]
    [InlineData(10_000, 60, "… (10000 characters)")]
    public void Id_TooLong_IsRefusedAndShownShort(int length, int shown, string rest) =>
        Messages.Of<ArgumentException>(() => new SmartGoal(new('a', length))).Should().Be(
        "Expected an id of at most 64 letters, digits, hyphens and underscores, with a letter or digit at each end,"
        + " such as 'conversion-rate';"
        + $" found '{new string('a', shown)}{rest}'. (Parameter 'id')");

    [Fact]
    public void Id_Null_IsRefused() =>
        Messages.Of<ArgumentNullException>(() => new SmartGoal(null!)).Should().Be("Value cannot be null. (Parameter 'id')");

    [Fact]
    public void Serves_BusinessGoals_StandForTheirIds()
    {
        BusinessGoal growth = new("grow-market-share");

        new SmartGoal("g") { Serves = [growth] }.Serves.Should().Equal("grow-market-share");
        new SmartGoal("g") { Serves = [growth, "delight-customers", growth] }.Serves
            .Should().Equal("grow-market-share", "delight-customers");
    }

    [Fact]
    public void Serves_ListChangedAfterwards_Stays()
    {
        List<string> served = ["a", "b"];
        SmartGoal goal = new("g") { Serves = served };

        served.Clear();

        goal.Serves.Should().Equal("a", "b");
        FluentActions.Invoking(() => ((IList<string>)goal.Serves)[0] = "c").Should().Throw<NotSupportedException>();
    }

    [Fact]
    public void Serves_NullOrHoldingNull_IsRefused()
    {
        Messages.Of<ArgumentNullException>(() => new SmartGoal("g") { Serves = null! })
            .Should().Be("Value cannot be null. (Parameter 'Serves')");
        Messages.Of<ArgumentException>(() => new SmartGoal("g") { Serves = ["a", null!] })
            .Should().Be("Expected no nulls; found one at index 1. (Parameter 'Serves')");
    }

    [Fact]
    public void Weight_NotAboveZero_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => new SmartGoal("g") { Weight = 0m }).ReplaceLineEndings("\n")
        .Should().Be("A goal's weight is above 0. (Parameter 'value')\nActual value was 0.");

    [Fact]
    public void Weight_AboveZero_IsKept() => new SmartGoal("g") { Weight = 0.5m }.Weight.Should().Be(0.5m);

    [Fact]
    public void ReadEvery_NoGrain_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => new SmartGoal("g") { ReadEvery = (Grain)99 }).ReplaceLineEndings("\n")
        .Should().Be(
            "Expected one of Hour, Day, Week, Month, Quarter, HalfYear, Year, FiscalQuarter, FiscalHalfYear, FiscalYear, RetailWeek,"
            + " RetailPeriod, RetailQuarter, RetailYear. (Parameter 'ReadEvery')\nActual value was 99.");

    [Fact]
    public void ReadEvery_Null_IsLeftOut() => new SmartGoal("g") { ReadEvery = null }.ReadEvery.Should().BeNull();

    [Fact]
    public void Path_Null_IsRefusedWithTheDefault() =>
        Messages.Of<ArgumentNullException>(() => new SmartGoal("g") { Path = null! }).Should().Be(
            "The path of goal 'g' is null. Expected one; where none is stated it is the steady one, LinearPath.Instance."
            + " (Parameter 'value')");

    public static TheoryData<Measure, Target> Fitting => new()
    {
        { Visits, Target.Reach(100) }, // A plain count fits any.
        { Visits, Target.Reach(Quantity.Count(100, "visit")) },
        { Visits, Target.IncreaseBy(20.Percent(), from: 100) },
        { Conversion, Target.IncreaseBy(20.Percent(), over: LastYear) },
        { Conversion, Target.IncreaseBy(2.PercentagePoints(), from: 3.Percent()) },
        { OrderValue, Target.Reach(Money.Dkk(600).Per("order")) },
        { Delivery, Target.StayAtMost(Quantity.Duration(48m, DurationUnit.Hour)) },
        { Visits, Target.Complete(new Milestone("Launch", new(2027, 1, 1))) },
    };

    [Theory]
    [MemberData(nameof(Fitting), DisableDiscoveryEnumeration = true)]
    public void Target_InTheMeasuresUnit_Fits(Measure measure, Target target)
    {
        new SmartGoal("g") { Measure = measure, Target = target }.Target.Should().BeSameAs(target);
        new SmartGoal("g") { Target = target, Measure = measure }.Measure.Should().BeSameAs(measure);
    }

    public static TheoryData<Measure, Target, string> Unlike => new()
    {
        {
            OrderValue, Target.Reach(Money.Dkk(600)),
            "Goal 'g': 'average-order-value' is measured in DKK per order, but the target says DKK 600.00, in DKK."
            + " Write it with .Per(\"order\")."
        },
        { Revenue, Target.Reach(Money.Eur(600)), "Goal 'g': 'revenue' is measured in DKK, but the target says EUR 600.00, in EUR." },
        {
            Revenue,
            Target.Reach(600m),
            "Goal 'g': 'revenue' is measured in DKK, but the target says 60,000 %, in ratio."
            + " An amount of money is written Money.Of(600, \"DKK\")."
        },
        {
            Revenue,
            Target.Reach(600),
            "Goal 'g': 'revenue' is measured in DKK, but the target says 600, in count."
            + " An amount of money is written Money.Of(600, \"DKK\")."
        },
        {
            Visits,
            Target.Reach(600m),
            "Goal 'g': 'visits' is measured in count of visit, but the target says 60,000 %, in ratio."
            + " A decimal is a share; a count is a whole number, such as 600."
        },
        {
            Conversion,
            Target.Reach(4),
            "Goal 'g': 'conversion-rate' is measured in ratio, but the target says 4, in count. A share is written 4.Percent()."
        },
        {
            Conversion, Target.Reach(4.PercentagePoints()),
            "Goal 'g': 'conversion-rate' is measured in ratio, but the target says 4 pp, in percentage points."
            + " Percentage points are steps; a value is written with Percent()."
        },
        {
            Visits,
            Target.Reach(Quantity.Count(5, "order")),
            "Goal 'g': 'visits' is measured in count of visit, but the target says 5, in count of order."
        },
        {
            Visits,
            Target.IncreaseBy(2.PercentagePoints(), over: LastYear),
            "Goal 'g': 'visits' is measured in count of visit, but the target says 2 pp, in percentage points."
        },
        {
            Visits,
            Target.IncreaseBy(20.Percent(), from: Money.Dkk(5)),
            "Goal 'g': 'visits' is measured in count of visit, but the target says DKK 5.00, in DKK."
        },
        {
            Visits,
            Target.IncreaseBy(20.Percent(), from: 20.Percent()),
            "Goal 'g': 'visits' is measured in count of visit, but the target says 20 %, in ratio."
        }, // The step is no excuse for the baseline.
        {
            Visits,
            Target.StayWithin(10.Percent(), 20.Percent()),
            "Goal 'g': 'visits' is measured in count of visit, but the target says 10 %, in ratio."
        },
        {
            Visits, Target.StayWithin(5, Quantity.Count(10, "order")),
            "Goal 'g': 'visits' is measured in count of visit, but the target says 10, in count of order."
        },
        {
            Delivery,
            Target.Reach(2),
            "Goal 'g': 'delivery' is measured in days, but the target says 2, in count."
            + " A length of time is written Quantity.Duration(2, DurationUnit.Day)."
        },
    };

    [Theory]
    [MemberData(nameof(Unlike), DisableDiscoveryEnumeration = true)]
    public void Target_InAnotherUnit_IsRefusedInAnyOrder(Measure measure, Target target, string message)
    {
        Messages.Of<ArgumentException>(() => new SmartGoal("g") { Measure = measure, Target = target }).Should().Be(message);
        Messages.Of<ArgumentException>(() => new SmartGoal("g") { Target = target, Measure = measure }).Should().Be(message);
    }

    [Fact] // Other measures have no BetterWhen: a KPI of them has.
    public void Target_AgainstTheDirectionOfADerivedMeasure_SaysHowToStateAnother()
    {
        var rolling = Conversion.Rolling(28, Grain.Day);
        Messages.Of<ArgumentException>(() => new SmartGoal("g") { Measure = rolling, Target = Target.StayAtMost(4.Percent()) })
            .Should().Be(
                "Goal 'g': the target (StayAtMost 4 %) leads the wrong way, since for 'conversion-rate-rolling-28-days' higher is better."
                + " Turn the target around, or state the direction with Kpi.Of(id, measure).BetterWhen(…).");
        _ = new SmartGoal("g")
        {
            Measure = Kpi.Of("rate", rolling).BetterWhen(Direction.LowerIsBetter),
            Target = Target.StayAtMost(4.Percent()),
        };
    }

    public static TheoryData<Measure, Target, string?> Directions
    {
        get
        {
            var costs = Revenue.BetterWhen(Direction.LowerIsBetter);
            const string advice = "Turn the target around, or state the direction with BetterWhen.";
            return new()
            {
                { Conversion, Target.IncreaseBy(1.PercentagePoints(), over: LastYear), null },
                {
                    Conversion,
                    Target.DecreaseBy(20.Percent(), under: LastYear),
                    "Goal 'g': the target (DecreaseBy 20 % over 2026) leads the wrong way,"
                    + $" since for 'conversion-rate' higher is better. {advice}"
                },
                {
                    Conversion,
                    Target.StayAtMost(4.Percent()),
                    $"Goal 'g': the target (StayAtMost 4 %) leads the wrong way, since for 'conversion-rate' higher is better. {advice}"
                },
                { Conversion, Target.StayAtLeast(4.Percent()), null },
                {
                    Conversion,
                    Target.Reach(3.Percent(), from: 4.Percent()),
                    $"Goal 'g': the target (Reach 3 % from 4 %) leads the wrong way, since for 'conversion-rate' higher is better. {advice}"
                },
                { Conversion, Target.Reach(3.Percent(), over: LastYear), null }, // Only the data can tell.
                { Conversion, Target.StayWithin(3.Percent(), 4.Percent()), null },
                {
                    costs,
                    Target.IncreaseBy(20.Percent(), over: LastYear),
                    $"Goal 'g': the target (IncreaseBy 20 % over 2026) leads the wrong way, since for 'revenue' lower is better. {advice}"
                },
                {
                    costs,
                    Target.StayAtLeast(Money.Dkk(5)),
                    $"Goal 'g': the target (StayAtLeast DKK 5.00) leads the wrong way, since for 'revenue' lower is better. {advice}"
                },
                {
                    costs,
                    Target.Reach(Money.Dkk(5), from: Money.Dkk(4)),
                    "Goal 'g': the target (Reach DKK 5.00 from DKK 4.00) leads the wrong way, since for 'revenue' lower is better."
                    + $" {advice}"
                },
                { costs, Target.DecreaseBy(20.Percent(), under: LastYear), null },
                { Visits, Target.DecreaseBy(20.Percent(), under: LastYear), null }, // Neither way is better.
            };
        }
    }

    [Theory]
    [MemberData(nameof(Directions), DisableDiscoveryEnumeration = true)]
    public void Target_AgainstTheDirection_IsRefusedInAnyOrder(Measure measure, Target target, string? message)
    {
        Func<SmartGoal>[] orders =
        [
            () => new("g") { Measure = measure, Target = target },
            () => new("g") { Target = target, Measure = measure },
        ];
        foreach (var make in orders)
        {
            if (message is null)
            {
                make.Should().NotThrow();
            }
            else
            {
                Messages.Of<ArgumentException>(make).Should().Be(message);
            }
        }
    }

    [Fact]
    public void Baseline_NotBeforeThePeriod_IsRefusedInAnyOrder()
    {
        var overlapping = Copenhagen.Range(new(2026, 12, 1), new(2027, 1, 2));
        const string same = "Goal 'g': the baseline period 2027 does not end before the goal's period 2027 begins."
            + " Expected an earlier period.";

        Messages.Of<ArgumentException>(() => new SmartGoal("g") { Period = ThisYear, Target = Over(ThisYear) }).Should().Be(same);
        Messages.Of<ArgumentException>(() => new SmartGoal("g") { Target = Over(ThisYear), Period = ThisYear }).Should().Be(same);
        Messages.Of<ArgumentException>(() => new SmartGoal("g") { Period = ThisYear, Measure = Visits, Target = Over(ThisYear) })
            .Should().Be(same);
        Messages.Of<ArgumentException>(() => new SmartGoal("g") { Period = ThisYear, Target = Over(ThisYear), Measure = Visits })
            .Should().Be(same);
        Messages.Of<ArgumentException>(() => new SmartGoal("g") { Period = ThisYear, Target = Over(overlapping) }).Should().Be(
            "Goal 'g': the baseline period 2026-12-01/2027-01-02 does not end before the goal's period 2027 begins."
            + " Expected an earlier period.");
        FluentActions.Invoking(() => new SmartGoal("g") { Period = ThisYear, Target = Over(LastYear) }).Should().NotThrow();
        FluentActions.Invoking(() => new SmartGoal("g") { Target = Over(LastYear), Period = ThisYear }).Should().NotThrow();

        static Target Over(ReportingPeriod period) => Target.IncreaseBy(20.Percent(), over: period);
    }
}
