using GoalMetrics.Smart;
using NodaTime;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

public sealed class MeasurableRulesTests
{
    private static readonly ReportingPeriod Quarter = Copenhagen.Quarter(2027, 1);

    [Fact]
    public void Measure_Missing_IsFound() => FoundBy(new MeasureRule(), new("g")).ShouldBe(
        FindingSeverity.Error,
        "SMART-M-MEASURE",
        "goals/g/measure",
        (
            "The goal has no measure: progress cannot be measured.",
            "Choose the KPI, performance indicator or metric that measures it, such as Measure = visits."),
        (
            "Målet har ingen KPI, PI eller metrik: fremdriften kan ikke måles.",
            "Vælg den KPI, PI eller metrik, der viser det, f.eks. Measure = visits."));

    [Fact]
    public void Measure_ThereOrNotNeeded_IsFine()
    {
        FoundBy(new MeasureRule(), new("g") { Measure = Visits }).Should().BeEmpty();
        FoundBy(new MeasureRule(), new("g") { Target = Target.Complete(new Milestone("Launch", new(2027, 1, 1))) }).Should().BeEmpty();
        FoundBy(new MeasureRule(), new("g") { Target = Target.Reach(100) }).Should().ContainSingle();
    }

    [Fact]
    public void Target_Missing_IsFound() => FoundBy(new TargetRule(), new("g") { Measure = Visits }).ShouldBe(
        FindingSeverity.Error,
        "SMART-M-TARGET",
        "goals/g/target",
        (
            "The goal has no target: no amount is stated.",
            "State the amount, such as Target = Target.IncreaseBy(20.Percent(), over: lastQuarter)."),
        (
            "Målet har intet måltal: det er ikke angivet, hvor meget der skal nås.",
            "Angiv, hvor meget, f.eks. Target = Target.IncreaseBy(20.Percent(), over: lastQuarter)."));

    [Fact]
    public void Target_There_IsFine() => FoundBy(new TargetRule(), new("g") { Target = Target.Reach(100) }).Should().BeEmpty();

    [Fact]
    public void Baseline_OfALevelMissing_IsFound() =>
        FoundBy(new BaselineRule(), new("g") { Measure = Conversion, Target = Target.Reach(4.5m.Percent()) }).ShouldBe(
        FindingSeverity.Error,
        "SMART-M-BASELINE",
        "goals/g/target",
        (
            "'conversion-rate' is a level, and the target 4.5% has no baseline: there is nothing to measure progress from.",
            "State where it starts, such as Target.Reach(4.Percent(), over: lastQuarter)."),
        (
            "'conversion-rate' er et niveau, og måltallet 4,5 % har intet udgangspunkt: der er intet at måle fremgangen ud fra.",
            "Angiv udgangspunktet, f.eks. Target.Reach(4.Percent(), over: lastQuarter)."));

    [Fact]
    public void Baseline_OfASumMissing_IsWorthKnowing() =>
        FoundBy(new BaselineRule(), new("g") { Measure = Visits, Target = Target.Reach(12_000) }).ShouldBe(
        FindingSeverity.Info,
        "SMART-M-COMPARISON",
        "goals/g/target",
        (
            "The target 12,000 is compared with nothing earlier.",
            "State what was reached before, such as Target.Reach(12_000, over: lastQuarter)."),
        (
            "Måltallet 12.000 sammenlignes ikke med noget tidligere.",
            "Angiv, hvad der blev nået før, f.eks. Target.Reach(12_000, over: lastQuarter)."));

    [Fact] // Returns are to stay below 5 %, wherever they started.
    public void Baseline_OfALimitMissing_IsWorthKnowing() =>
        FoundBy(
            new BaselineRule(),
            new("g") { Measure = Kpi.Of("returns", Conversion).BetterWhen(Direction.LowerIsBetter), Target = Target.Reach(5.Percent()) })
            .Should().ContainSingle().Which.Code.Should().Be("SMART-M-COMPARISON");

    [Fact]
    public void Baseline_OfABalanceMissing_IsFound() =>
        FoundBy(new BaselineRule(), new("g") { Measure = Metric.Balance("cash", Sales, "amount"), Target = Target.Reach(Money.Dkk(1_000)) })
            .Should().ContainSingle().Which.Code.Should().Be("SMART-M-BASELINE");

    public static TheoryData<Measure?, Target?> WithBaselines => new()
    {
        { Conversion, Target.Reach(4.Percent(), from: 3.Percent()) },
        { Conversion, Target.Reach(4.Percent(), over: Copenhagen.Year(2026)) },
        { Conversion, Target.IncreaseBy(4.Percent(), over: Copenhagen.Year(2026)) },
        { Conversion, Target.StayAtLeast(4.Percent()) },
        { Conversion, null },
        { null, Target.Reach(4.Percent()) },
        { null, Target.Complete(new Milestone("Launch", new(2027, 1, 1))) },
    };

    [Theory]
    [MemberData(nameof(WithBaselines), DisableDiscoveryEnumeration = true)]
    public void Baseline_ThereOrNotNeeded_IsFine(Measure? measure, Target? target) =>
        FoundBy(new BaselineRule(), new("g") { Measure = measure, Target = target }).Should().BeEmpty();

    [Fact]
    public void BaselineLength_QuarterAgainstYear_IsFound() =>
        FoundBy(new BaselineLengthRule(), Compared(Visits, Copenhagen.Quarter(2026, 4), Copenhagen.Year(2027))).ShouldBe(
        FindingSeverity.Warning,
        "SMART-M-BASELINE-LENGTH",
        "goals/g/target/baseline",
        (
            "'visits' adds up over time, but the baseline 2026-Q4 lasts 92 days and the goal's period 2027 lasts 365 days.",
            "Compare with a period of the same length, such as the same one a year earlier."),
        (
            "'visits' lægges sammen over tid, men udgangspunktet 2026-Q4 varer 92 dage, mens målets periode 2027 varer 365 dage.",
            "Sammenlign med en periode af samme længde, f.eks. den samme et år tidligere."));

    public static TheoryData<Measure, ReportingPeriod, ReportingPeriod, bool> Lengths => new()
    {
        { Visits, Copenhagen.Month(2027, 2), Copenhagen.Month(2027, 3), true }, // 28 and 31 days, both months.
        { Visits, Copenhagen.FiscalQuarter(2026, 1), Quarter, true },
        {
            Visits,
            Copenhagen.Range(new(2026, 1, 1), new(2026, 1, 8)),
            Copenhagen.Range(new(2027, 1, 1), new(2027, 1, 9)),
            true
        }, // 7 of 8 days: an eighth.
        {
            Visits,
            Copenhagen.Range(new(2026, 1, 1), new(2026, 1, 7)),
            Copenhagen.Range(new(2027, 1, 1), new(2027, 1, 8)),
            false
        }, // 6 of 7 days.
        { Visits, Copenhagen.Range(new(2026, 1, 1), new(2026, 1, 9)), Copenhagen.Range(new(2027, 1, 1), new(2027, 1, 8)), true },
        { Visits, Copenhagen.Quarter(2026, 4), Copenhagen.Month(2027, 1), false },
        {
            Visits,
            Copenhagen.Range(new(2026, 12, 20), new(2027, 1, 1)).SplitBy(Grain.Month)[0],
            Copenhagen.Month(2027, 1),
            false
        }, // Part of a month.
        { Visits, Copenhagen.Month(2026, 12), Copenhagen.Range(new(2027, 1, 1), new(2027, 1, 12)).SplitBy(Grain.Month)[0], false },
        { Conversion, Copenhagen.Quarter(2026, 4), Copenhagen.Year(2027), true }, // A level may be compared with any period.
    };

    [Theory]
    [MemberData(nameof(Lengths), DisableDiscoveryEnumeration = true)]
    public void BaselineLength_AlikeOrNot_IsReported(Measure measure, ReportingPeriod baseline, ReportingPeriod period, bool isFine) =>
        FoundBy(new BaselineLengthRule(), Compared(measure, baseline, period)).Should().HaveCount(isFine ? 0 : 1);

    [Fact]
    public void BaselineLength_WithoutPeriodOrMeasure_IsSilent()
    {
        FoundBy(new BaselineLengthRule(), Compared(Visits, Quarter, null)).Should().BeEmpty();
        FoundBy(new BaselineLengthRule(), Compared(null, Copenhagen.Quarter(2026, 4), Copenhagen.Year(2027))).Should().BeEmpty();
        FoundBy(new BaselineLengthRule(), new("g") { Measure = Visits, Period = Quarter, Target = Target.IncreaseBy(1, from: 100) })
            .Should().BeEmpty();
    }

    [Fact]
    public void Reading_LongerThanThePeriod_IsFound() =>
        FoundBy(new ReadingRule(), new("g") { ReadEvery = Grain.Quarter, Period = Copenhagen.Month(2027, 1) }).ShouldBe(
        FindingSeverity.Error,
        "SMART-M-READING",
        "goals/g/read-every",
        (
            "The goal is read by the quarter, but 2027-01 holds no whole reading.",
            "Read it more often, such as ReadEvery = Grain.Week, or lengthen the period."),
        (
            "Målet opgøres pr. kvartal, men 2027-01 rummer ingen hel opgørelse.",
            "Opgør det oftere, f.eks. ReadEvery = Grain.Week, eller forlæng perioden."));

    public static TheoryData<Grain?, ReportingPeriod?, bool> Readings => new()
    {
        { null, Copenhagen.Day(new(2027, 1, 1)), true },
        { Grain.Year, null, true },
        { Grain.Hour, Copenhagen.Day(new(2027, 1, 1)), true },
        { Grain.Month, Copenhagen.Month(2027, 1), true },
        { Grain.Month, Quarter, true },
        { Grain.Week, Copenhagen.Range(new(2027, 1, 4), new(2027, 1, 11)), true }, // Monday to Sunday.
        { Grain.Week, Copenhagen.Range(new(2027, 1, 5), new(2027, 1, 17)), false }, // Two broken weeks.
        { Grain.Week, Copenhagen.Range(new(2027, 1, 5), new(2027, 1, 18)), true }, // The second is whole.
        { Grain.Month, Copenhagen.Range(new(2027, 1, 2), new(2027, 2, 28)), false },
        { Grain.Month, Copenhagen.Range(new(2027, 1, 2), new(2027, 3, 1)), true },
        { Grain.Day, Copenhagen.Hour(AsOf), false },
        { Grain.Month, Copenhagen.Range(new(2026, 12, 20), new(2027, 1, 1)).SplitBy(Grain.Month)[0], false },
        { Grain.Year, Copenhagen.Range(new(9998, 6, 1), new(9999, 1, 1)), false }, // No year after the last supported one.
        { Grain.Week, Copenhagen.Range(new(9998, 12, 29), new(9999, 1, 1)), false },
    };

    [Theory]
    [MemberData(nameof(Readings), DisableDiscoveryEnumeration = true)]
    public void Reading_InThePeriod_MustBeWhole(Grain? grain, ReportingPeriod? period, bool isFine) =>
        FoundBy(new ReadingRule(), new("g") { ReadEvery = grain, Period = period }).Should().HaveCount(isFine ? 0 : 1);

    // Zones whose clocks change at midnight (Beirut, Havana), by half an hour (Lord Howe), by a day (Apia skipped 30 December 2011).
    [Theory]
    [InlineData("UTC", 2027)]
    [InlineData("Europe/Copenhagen", 2026)]
    [InlineData("Asia/Beirut", 2021)]
    [InlineData("America/Havana", 2026)]
    [InlineData("Australia/Lord_Howe", 2026)]
    [InlineData("Pacific/Apia", 2011)]
    public void Reading_InAnyRange_IsThatOfItsParts(string zone, int year)
    {
        var calendar = ReportingCalendar.Iso(zone).WithRetailYear(RetailCalendar.Nrf);
        var random = new Random(20261215);
        foreach (var grain in Enum.GetValues<Grain>().Where(grain => grain != Grain.Hour))
        {
            for (var i = 0; i < 150; i++)
            {
                var start = new LocalDate(year, 1, 1).PlusDays(random.Next(0, 400));
                var period = calendar.Range(start, start.PlusDays(random.Next(1, random.Next(2, 900))));
                var goal = new SmartGoal("g") { ReadEvery = grain, Period = period };
                var isWhole = period.SplitBy(grain).Any(
                    part => !part.IsPartial || (part.Start <= part.Whole.Start && part.Whole.End <= part.End));

                FoundBy(new ReadingRule(), goal).Should().HaveCount(isWhole ? 0 : 1, "{0} is read by the {1}", period, grain);
            }
        }
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 0)]
    public void Reading_RangeShiftedByHours_GoesByInstants(int until, int found)
    {
        var noonToNoon = Copenhagen.Range(new(2027, 1, 4), new(2027, 1, until)).Shift(12, Grain.Hour);

        FoundBy(new ReadingRule(), new("g") { ReadEvery = Grain.Day, Period = noonToNoon }).Should().HaveCount(found);
    }

    [Theory]
    [InlineData(Grain.Day, "day", "dag")]
    [InlineData(Grain.Week, "week", "uge")]
    [InlineData(Grain.Month, "month", "måned")]
    [InlineData(Grain.HalfYear, "half-year", "halvår")]
    [InlineData(Grain.Year, "year", "år")]
    [InlineData(Grain.FiscalQuarter, "fiscal quarter", "regnskabskvartal")]
    [InlineData(Grain.FiscalHalfYear, "fiscal half-year", "regnskabshalvår")]
    [InlineData(Grain.FiscalYear, "fiscal year", "regnskabsår")]
    public void Reading_OfEveryGrain_IsNamedInBothLanguages(Grain grain, string english, string danish)
    {
        var finding = FoundBy(new ReadingRule(), new("g") { ReadEvery = grain, Period = Copenhagen.Hour(AsOf) })
            .Should().ContainSingle().Subject;

        finding.Message(English).Should().StartWith($"The goal is read by the {english}, ");
        finding.Message(Danish).Should().StartWith($"Målet opgøres pr. {danish}, ");
    }

    private static SmartGoal Compared(Measure? measure, ReportingPeriod baseline, ReportingPeriod? period) =>
        new("g") { Measure = measure, Period = period, Target = Target.IncreaseBy(20.Percent(), over: baseline) };
}
