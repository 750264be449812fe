using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Projections;

// What a landing is a figure of, and that its text says so: a week of 70 visits and 10 on Sunday, and series that repeat.
public class LandingKindTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");
    private static readonly LocalDate First = new(2026, 1, 5);

    [Fact] // Weekdays have 4 orders of 100 visits, Sundays 1 of 10: the week has 25 of 610, and its last day 10 %.
    public void Landing_OfARate_IsThatOfTheWholePeriod()
    {
        var rate = Kpi.Of("rate", Marketing.ConversionRate, Metric.Sum("orders", Shop, "orders"), Metric.Sum("visits", Shop, "visits"));
        var projection = Project(rate, Grain.Day, 70, Week(10));

        projection.LandsAs.Should().Be(LandingKind.Ratio);
        projection.Landing().Estimate.Should().BeApproximately(25d / 610d, 1e-6);
        projection.InLastPeriod().Estimate.Should().BeApproximately(0.1, 1e-6);
        projection.ChanceOfAtLeast(5.Percent()).Should().Be(Quantity.Ratio(0));
        projection.ChanceOfAtMost(5.Percent()).Should().Be(Quantity.Ratio(1));
        projection.Points[^1].ChanceOfAtLeast(5.Percent()).Should().Be(Quantity.Ratio(1));
        projection.Points[^1].ChanceOfAtMost(5.Percent()).Should().Be(Quantity.Ratio(0));
        projection.SoFar.ShouldBeUndefined(UndefinedReason.NoData, "rate");
        projection.ToText().Should().StartWith("Conversion rate: expected to land at 4.1 % [4.1 %; 4.1 %] over all of 2026-W12, by ");
        projection.ToText(Danish).Should().StartWith(
            "Konverteringsfrekvens: ventes at lande på 4,1 % [4,1 %; 4,1 %] for hele 2026-W12, efter ");
    }

    [Fact] // Monday to Wednesday are known: 12 of 300. The errors of a rate are differences of rates.
    public void ToText_OfARate_HasErrorsInPercentagePoints()
    {
        var rate = Kpi.Of("rate", Marketing.ConversionRate, Metric.Sum("orders", Shop, "orders"), Metric.Sum("visits", Shop, "visits"));
        var projection = Project(rate, Grain.Day, 73, Week(10));

        projection.SoFar.Should().Be(4.Percent());
        projection.Landing().Estimate.Should().BeApproximately(25d / 610d, 1e-6);
        projection.ToText().Should().MatchRegex(@"\(off by 0 pp before, by the day; the naive model by 2\.1 pp\)\.$");
        projection.ToText(Danish).Should().MatchRegex(
            @"\(hidtil 0 procentpoint ved siden af, regnet pr\. dag; den naive model 2,1 procentpoint\)\.$");
    }

    [Fact] // Stock of 55 at the end of February, of which nothing has to be forecast.
    public void Landing_OfABalance_IsThatAtTheEnd()
    {
        var stock = Metric.Balance("stock", Shop, "day");
        var ahead = Project(stock, Grain.Day, 70, Week(10));
        var known = Project(stock, Grain.Day, 70, Calendar.Month(2026, 2));

        ahead.LandsAs.Should().Be(LandingKind.AtEnd);
        ahead.Landing().Should().Be(ahead.InLastPeriod());
        ahead.Landing().Estimate.Should().BeApproximately(77d, 1d);
        ahead.SoFar.Amount.Should().Be(70m);
        known.Landing().ToString(null).Should().Be("55 [55; 55]");
        known.ToText().Should().Be("stock: 55 at the end of 2026-02.");
        known.ToText(Danish).Should().Be("stock: 55 ved udgangen af 2026-02.");
    }

    [Fact] // Half of all on every day: a ratio of two balances is that at the end.
    public void Landing_OfARatioOfBalances_IsThatAtTheEnd()
    {
        var (half, all) = (Metric.Balance("half", Shop, "half"), Metric.Balance("all", Shop, "day"));
        var share = Kpi.Of("share", (Quantity part, Quantity whole) => part / whole, half, all);
        var projection = Project(share, Grain.Day, 70, Week(10));

        projection.LandsAs.Should().Be(LandingKind.AtEnd);
        projection.Landing().Estimate.Should().BeApproximately(0.5, 1e-6);
    }

    [Theory] // A week of 610 sales at a cost of 25, with Sundays of 10 and 1.
    [InlineData("margin", 585d / 610d)]
    [InlineData("margin-of-a-text", 585d / 610d)]
    [InlineData("gross-margin", 585d / 610d)]
    [InlineData("return", 585d / 25d)]
    [InlineData("share", 25d / 635d)]
    [InlineData("left-over-sales", 585d / 610d)]
    [InlineData("per-thousand", 585_000d / 635d)]
    public void Landing_OfASumOverASum_IsThatOfThePeriod(string formula, double expected)
    {
        var (sales, cost) = (Metric.Sum("sales", Shop, "sales"), Metric.Sum("cost", Shop, "cost"));
        Measure measure = formula switch
        {
            "margin" => Kpi.Of("k", (all, some) => (all - some) / all, sales, cost),
            "margin-of-a-text" => Kpi.Of("k", Formula.Parse("k", "(sales - cost) / sales"), sales, cost),
            "gross-margin" => Kpi.Of("k", Finance.GrossMargin, sales, cost),
            "return" => Kpi.Of("k", (all, some) => (all - some) / some, sales, cost),
            "share" => Kpi.Of("k", (all, some) => some / (all + some), sales, cost),
            "left-over-sales" => Kpi.Of("k", (part, all) => part / all, Measure.Of("left", (all, some) => all - some, sales, cost), sales),
            _ => Kpi.Of("k", (all, some) => 1_000m * (all - some) / (all + some), sales, cost),
        };
        var projection = Project(measure, Grain.Day, 72, Week(10));
        var known = Project(measure, Grain.Day, 72, Week(9));
        var queried = new InMemorySource(Calendar, Shop).Query(Query.For(measure).During(Week(9)).AsOf(At(72))).Total[measure];

        projection.LandsAs.Should().Be(LandingKind.Ratio);
        projection.Landing().Estimate.Should().BeApproximately(expected, expected * 1e-6);
        projection.SoFar.Unit.Should().Be(queried.Unit);
        known.Landing().Estimate.Should().BeApproximately((double)queried.Amount, expected * 1e-12);
        Project(measure, Grain.Week, 70, Week(10)).Landing().Estimate.Should().BeApproximately(expected, expected * 1e-6);
    }

    [Fact] // The sum of two ratios with other denominators is no ratio of sums, and neither is the square of one.
    public void Landing_OfWhatIsNoSumOverASum_IsOnlyThatOfItsOwnPeriod()
    {
        var (sales, cost) = (Metric.Sum("sales", Shop, "sales"), Metric.Sum("cost", Shop, "cost"));
        var both = Kpi.Of("both", (all, some) => (all / some) + (some / all), sales, cost);
        var square = Kpi.Of("square", (all, some) => all / some * (all / some), sales, cost);

        Project(both, Grain.Day, 70, Week(10)).LandsAs.Should().Be(LandingKind.None);
        Project(square, Grain.Day, 70, Week(10)).LandsAs.Should().Be(LandingKind.None);
        Project(square, Grain.Week, 70, Week(10)).LandsAs.Should().Be(LandingKind.OwnValue);
    }

    [Fact] // The days of March a month earlier are not those of February: neither is their rate.
    public void Landing_OfAShiftedRate_FollowsFromWholeMonthsOnly()
    {
        var rate = Kpi.Of("rate", Marketing.ConversionRate, Metric.Sum("orders", Shop, "orders"), Metric.Sum("visits", Shop, "visits"));
        var before = rate.Previous(Grain.Month);

        Project(before, Grain.Day, 70, Calendar.Month(2026, 3)).LandsAs.Should().Be(LandingKind.None);
        Project(rate.Previous(Grain.Week), Grain.Day, 70, Week(10)).LandsAs.Should().Be(LandingKind.Ratio);
    }

    [Fact] // Means below 0 are as good as others: −5 on every day.
    public void Landing_OfAMeanBelowZero_IsThatMean()
    {
        var table = FactTable.From("scores", Days(70)).At(day => day).Value("score", _ => -5m, Unit.Score(-100, 100)).Build();
        var mean = Metric.Average("mean", table, "score");
        var projection = new InMemorySource(Calendar, table).Project(mean, Grain.Day, At(70), Week(10));

        projection.LandsAs.Should().Be(LandingKind.Ratio);
        projection.Landing().Estimate.Should().BeApproximately(-5d, 1e-6);
    }

    [Fact] // 25 orders a week and 100 seats at its end: a flow over a balance.
    public void Landing_OfAFlowOverABalance_AddsUpOnlyTheFlow()
    {
        var (orders, seats) = (Metric.Sum("orders", Shop, "orders"), Metric.Balance("seats", Shop, "seats"));
        var each = Kpi.Of("each", (Quantity sum, Quantity balance) => sum / balance, orders, seats);
        var projection = Project(each, Grain.Day, 72, Week(10));

        projection.LandsAs.Should().Be(LandingKind.Ratio);
        projection.Landing().Estimate.Should().BeApproximately(0.25, 1e-6);
        projection.SoFar.Amount.Should().Be(0.08m);
        Project(each, Grain.Day, 84, Week(10)).Landing().Estimate.Should().Be(0.25);
    }

    [Fact] // Two orders of 10 on weekdays, and eight of 40 on Sundays: the mean is 22, not 14.3, and 440 of 20.
    public void Landing_OfAMean_IsThatOfAllValuesOfThePeriod()
    {
        var orders = FactTable
            .From("orders", Days(84).SelectMany(day => Enumerable.Repeat(day, IsSunday(day) ? 8 : 2)))
            .At(day => day)
            .Value("amount", day => IsSunday(day) ? 40m : 10m, Unit.Money("DKK"))
            .Build();
        var projection = new InMemorySource(Calendar, orders).Project(
            Metric.Average("mean", orders, "amount"), Grain.Day, At(71), Week(10));

        projection.LandsAs.Should().Be(LandingKind.Ratio);
        projection.SoFar.Should().Be(Money.Dkk(10));
        projection.Landing().Estimate.Should().BeApproximately(22d, 1e-6);
        projection.InLastPeriod().Estimate.Should().BeApproximately(40d, 1e-6);
    }

    [Fact] // Five visitors a day; how many a week has depends on who comes again.
    public void Landing_OfADistinctCount_IsOnlyThatOfItsOwnPeriod()
    {
        var visits = FactTable
            .From("visits", Days(70).SelectMany(day => Enumerable.Range(0, 5).Select(who => (Day: day, Who: $"{who}"))))
            .At(row => row.Day)
            .Dimension("who", row => row.Who)
            .Build();
        var source = new InMemorySource(Calendar, visits);
        var visitors = Metric.CountDistinct("visitors", visits, "who");
        var byDay = source.Project(visitors, Grain.Day, At(70), Week(10));
        var byWeek = source.Project(visitors, Grain.Week, At(70), Week(10));

        byDay.LandsAs.Should().Be(LandingKind.None);
        byDay.Landing().Reason.Should().Be(UndefinedReason.NotAdditive);
        byDay.ChanceOfAtLeast(Quantity.Count(5)).ShouldBeUndefined(UndefinedReason.NotAdditive, "visitors");
        byDay.InLastPeriod().Estimate.Should().Be(5d);
        byDay.ToText().Should().Be(
            "visitors: expected to land at 5 [5; 5] in the last period of 2026-W12 alone (2026-03-22), by several models together."
            + " The value of 'visitors' over all of 2026-W12 does not follow from its values by the day.");
        byDay.ToText(Danish).Should().Be(
            "visitors: ventes at lande på 5 [5; 5] alene i den sidste periode i 2026-W12 (2026-03-22), efter flere modeller tilsammen."
            + " Værdien af 'visitors' for hele 2026-W12 følger ikke af værdierne pr. dag.");
        byWeek.LandsAs.Should().Be(LandingKind.OwnValue);
        byWeek.Landing().Estimate.Should().Be(5d);
        byWeek.ToText().Should().StartWith("visitors: expected to land at 5 [").And.Contain("] in 2026-W12, by");
    }

    [Fact] // A period that is over and of which the data have nothing has no last period.
    public void ToText_NothingKnown_SaysSo()
    {
        var visitors = Metric.Max("most", Shop, "visits");
        var projection = Project(visitors, Grain.Day, 70, Calendar.Month(2025, 11));

        projection.InLastPeriod().Reason.Should().Be(UndefinedReason.NoData);
        projection.ToText().Should().Be(
            "most in 2025-11 cannot be projected: no data."
            + " The value of 'most' over all of 2025-11 does not follow from its values by the day.");
    }

    private static readonly FactTable Shop = FactTable.From("shop", Days(84))
        .At(day => day)
        .Value("visits", day => IsSunday(day) ? 10m : 100m, Unit.Count("visit"))
        .Value("orders", day => IsSunday(day) ? 1m : 4m, Unit.Count("order"))
        .Value("day", NumberOf, Unit.Count("thing"))
        .Value("half", day => NumberOf(day) / 2m, Unit.Count("thing"))
        .Value("sales", day => IsSunday(day) ? 10m : 100m, Unit.Money("DKK"))
        .Value("cost", day => IsSunday(day) ? 1m : 4m, Unit.Money("DKK"))
        .Value("seats", _ => 100m, Unit.Count("seat"))
        .Build();

    private static IEnumerable<LocalDate> Days(int count) => Enumerable.Range(0, count).Select(First.PlusDays);

    private static decimal NumberOf(LocalDate day) => Period.DaysBetween(First, day) + 1;

    private static bool IsSunday(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Sunday;

    private static Instant At(int days) => Calendar.StartOfDay(First.PlusDays(days));

    private static ReportingPeriod Week(int ahead) => Calendar.Week(2026, 2 + ahead);

    // As known after so many days.
    private static Projection Project(Measure measure, Grain grain, int days, ReportingPeriod period) =>
        new InMemorySource(Calendar, Shop).Project(measure, grain, At(days), period);
}
