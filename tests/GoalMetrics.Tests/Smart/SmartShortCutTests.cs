using GoalMetrics.Smart;
using NodaTime;
using static GoalMetrics.Tests.Smart.SmartExamples;

namespace GoalMetrics.Tests.Smart;

/// <summary>Where a rule takes a short cut for goals that are fine, it says the same as the long way.</summary>
public sealed class SmartShortCutTests
{
    // Zones whose clocks change at midnight (Beirut, Havana), by half an hour (Lord Howe), by a day (Apia skipped 30 December 2011).
    public static TheoryData<string, int> Zones => new()
    {
        { "UTC", 2027 }, { "Europe/Copenhagen", 2026 }, { "Asia/Beirut", 2021 }, { "America/Havana", 2026 }, { "Australia/Lord_Howe", 2026 }, { "Pacific/Apia", 2011 },
    };

    [Theory]
    [MemberData(nameof(Zones))]
    public void TimeLeft_AtAnyMoment_IsThatOfTheElapsedShare(string zone, int year)
    {
        var calendar = ReportingCalendar.Iso(zone);
        foreach (var period in new[] { calendar.Year(year), calendar.Quarter(year, 4), calendar.Month(year, 3), calendar.Month(year, 12), calendar.WeekOf(new(year, 12, 29)), calendar.Day(new(year, 3, 28)) })
        {
            var goal = new SmartGoal("g") { Period = period };
            var step = Duration.FromTicks(period.Length.TotalTicks / 331);
            for (var asOf = period.Start - step; asOf <= period.End + step; asOf += step)
            {
                var isFound = 1m - period.ElapsedShare(asOf) is > 0m and < 0.1m;
                FoundBy(new TimeLeftRule(), goal, asOf: asOf).Should().HaveCount(isFound ? 1 : 0, "{0} of {1} is left at {2}", 1m - period.ElapsedShare(asOf), period, asOf);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
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
                var isWhole = period.SplitBy(grain).Any(part => !part.IsPartial || (part.Start <= part.Whole.Start && part.Whole.End <= part.End));

                FoundBy(new ReadingRule(), goal).Should().HaveCount(isWhole ? 0 : 1, "{0} is read by the {1}", period, grain);
            }
        }
    }

    [Fact]
    public void Reading_RangeShiftedByHours_GoesByInstants()
    {
        var noonToNoon = Copenhagen.Range(new(2027, 1, 4), new(2027, 1, 5)).Shift(12, Grain.Hour);

        FoundBy(new ReadingRule(), new("g") { ReadEvery = Grain.Day, Period = noonToNoon }).Should().ContainSingle();
        FoundBy(new ReadingRule(), new("g") { ReadEvery = Grain.Day, Period = Copenhagen.Range(new(2027, 1, 4), new(2027, 1, 6)).Shift(12, Grain.Hour) }).Should().BeEmpty();
    }

    [Fact]
    public void Step_FromAnyBaseline_IsThatOfTheShare()
    {
        var random = new Random(20261215);
        for (var i = 0; i < 2_000; i++)
        {
            var (from, to) = (random.Next(1, 40) / 10m, random.Next(-10, 120) / 10m);
            if (from == to)
            {
                continue;
            }

            var share = (to - from) / from;
            var code = share > 1m ? "SMART-A-STEP" : Math.Abs(share) > 0.5m ? "SMART-A-AMBITIOUS" : null;
            var goal = new SmartGoal("g") { Target = Target.Reach(Money.Dkk(to), from: Money.Dkk(from)) };

            FoundBy(new StepRule(), goal).Select(finding => finding.Code).Should().Equal(code is null ? [] : [code], "the step is from {0} to {1}", from, to);
        }
    }

    [Theory]
    [InlineData("79228162514264337593543950335", "1", "SMART-A-STEP")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950334", null)]
    [InlineData("1", "79228162514264337593543950335", "SMART-A-AMBITIOUS")]
    public void Step_OfTheLargestAmounts_IsJudged(string to, string from, string? code)
    {
        var goal = new SmartGoal("g") { Target = Target.Reach(Money.Dkk(Amount(to)), from: Money.Dkk(Amount(from))) };

        FoundBy(new StepRule(), goal).Select(finding => finding.Code).Should().Equal(code is null ? [] : [code]);

        static decimal Amount(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Step_LargestShare_IsJudged() => FoundBy(new StepRule(), new("g") { Target = Target.IncreaseBy(decimal.MaxValue, over: Copenhagen.Year(2026)) })
        .Should().ContainSingle().Which.Code.Should().Be("SMART-A-STEP");

    [Theory]
    [InlineData("Increase visitors by 0000000000020 %", true)]
    [InlineData("Increase visitors by 2147483646 %", false)]
    [InlineData("Increase visitors by 2147483647 %", false)]
    [InlineData("Increase visitors by 2147483648 %", true)] // More than is read, so silent.
    [InlineData("Increase visitors by 21 Procent", false)]
    [InlineData("Increase visitors by 21 people", true)]
    [InlineData("Increase visitors by 21٪", false)]
    [InlineData("Increase visitors by 21％", false)]
    [InlineData("Increase visitors by 21", true)]
    public void Figure_OfAnySize_IsRead(string statement, bool agrees) =>
        FoundBy(new FigureRule(), new("g") { Statement = statement, Target = Target.IncreaseBy(20.Percent(), over: Copenhagen.Year(2026)) }).Should().HaveCount(agrees ? 0 : 1);

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 1)]
    public void Load_AroundTheLimit_CountsTheOthers(int others, int found)
    {
        var goal = new SmartGoal("g") { Owner = "Anna", Period = Copenhagen.Quarter(2027, 1) };
        var strategy = new Strategy { Goals = [.. Enumerable.Range(1, others).Select(i => new SmartGoal($"g{i}") { Owner = "Anna", Period = Copenhagen.Quarter(2027, 1) })] };

        FoundBy(new LoadRule(), goal, strategy).Should().HaveCount(found);
    }

    [Fact]
    public void TellingMeasure_AfterKpisThatTellNothing_NamesThemAll()
    {
        var strategy = new Strategy { Kpis = [Satisfaction, Conversion, Kpi.Of("reach", Visits).Serving("grow-market-share")] };

        FoundBy(new TellingMeasureRule(), new("g") { Measure = Revenue, Serves = ["grow-market-share"] }, strategy)[0].Suggestion()
            .Should().Be("Measure by a KPI for it (conversion-rate, reach), or let 'revenue' drive one with DrivenBy.");
    }
}
