using System.Globalization;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Projections;

// Where measures land, with series whose future is plain: figures worked out by hand.
public class ProjectionTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Fact] // 24 days of March at 10 a day are known, and 7 lie ahead.
    public void Landing_ConstantFlow_IsWhatIsKnownAndWhatLiesAhead()
    {
        var projection = Project(Days(new(2026, 1, 1), 83, _ => 10m), At(2026, 3, 25), Calendar.Month(2026, 3));

        projection.SoFar.Should().Be(Quantity.Count(240, "sale"));
        projection.Points.Should().HaveCount(7).And.OnlyContain(point => point.Value == Quantity.Count(10, "sale"));
        projection.Landing().ToString(null).Should().Be("310 [310; 310]");
        projection.Landing(0.8).Level.Should().Be(0.8);
        projection.LandsAs.Should().Be(LandingKind.Total);
        projection.InLastPeriod().ToString(null).Should().Be("10 [10; 10]");
        projection.Chosen!.IsNaive.Should().BeFalse();
        projection.ChanceOfAtLeast(Quantity.Count(310)).Should().Be(Quantity.Ratio(1));
        projection.ChanceOfAtLeast(Quantity.Count(311)).Should().Be(Quantity.Ratio(0));
        projection.ChanceOfAtMost(Quantity.Count(310)).Should().Be(Quantity.Ratio(1));
        projection.Findings.Should().BeEmpty();
    }

    [Fact] // At noon 4 are known of a day; the half of 10 is to come, and the day before lacks nothing.
    public void Landing_OpenDay_HasWhatIsKnownAndTheRestOfTheForecast()
    {
        var sales = FactTable
            .From("sales", Enumerable.Range(1, 20).Select(day => (Time: At(2026, 3, day), Amount: 10m))
                .Append((Time: At(2026, 3, 21, 8), Amount: 4m)))
            .At(row => row.Time)
            .Value("amount", row => row.Amount, Unit.Count("sale"))
            .Covering(new(2026, 3, 1), new(2026, 3, 22))
            .Build();
        var projection = Project(sales, At(2026, 3, 21, 12), Calendar.Month(2026, 3));

        projection.Points[0].Known.Should().Be(Quantity.Count(4, "sale"));
        projection.Points[0].Value.Amount.Should().Be(9m);
        projection.Points[1].Known.Should().BeNull();
        projection.SoFar.Amount.Should().Be(204m);
        projection.Landing().Estimate.Should().Be(200d + 9d + 100d);
    }

    [Fact] // Known until 20 March, asked on the 26th: the six days that are missing are forecast, not zero.
    public void Landing_LateData_ForecastsTheDaysThatAreMissing()
    {
        var projection = Project(Days(new(2026, 1, 1), 79, _ => 10m), At(2026, 3, 26, 15), Calendar.Month(2026, 3));

        projection.Points.Should().HaveCount(11);
        projection.Points[0].Period.Should().Be(Calendar.Day(new LocalDate(2026, 3, 21)));
        projection.Points[0].Known.Should().BeNull();
        projection.SoFar.Amount.Should().Be(200m);
        projection.Landing().Estimate.Should().Be(310d);
    }

    [Fact] // The total that will be read has nothing of the gap either.
    public void Landing_AGapInThePeriod_LacksItAndSaysSo()
    {
        var sales = Days(new(2026, 1, 1), 79, _ => 10m, new DateInterval(new(2026, 3, 5), new(2026, 3, 6)));
        var projection = Project(sales, At(2026, 3, 21), Calendar.Month(2026, 3));

        projection.Landing().Estimate.Should().Be(290d);
        projection.Findings.Select(finding => finding.Message()).Should().Equal(
            "'sales' over all of 2026-03 is incomplete: so far, data are missing for 2 of its days.");
        projection.Findings[0].Message(CultureInfo.GetCultureInfo("da-DK")).Should().Be(
            "'sales' for hele 2026-03 er ufuldstændig: indtil videre mangler der data for 2 af periodens dage.");
    }

    [Fact] // January is known from the 10th on, so it is not learnt from; of the year its nine days are missing.
    public void Landing_PartialFirstMonth_IsNotLearntFrom()
    {
        var projection = Of(Days(new(2026, 1, 10), 264, _ => 10m), Grain.Month, At(2026, 10, 1), Calendar.Year(2026));

        projection.History.Settled.Should().HaveCount(8);
        projection.SoFar.Amount.Should().Be(2_640m);
        projection.Points.Select(point => point.Period.ToString()).Should().Equal("2026-10", "2026-11", "2026-12");
        projection.Points.Should().OnlyContain(point => point.Value.Amount > 270m && point.Value.Amount < 320m);
        projection.Findings.Select(finding => finding.Code).Should().Equal("PROJECTION-LACKING");
    }

    [Theory] // Of 1, 2 and 3 values nothing can be said.
    [InlineData(1)]
    [InlineData(3)]
    public void Of_FewValues_IsUndefinedAndSaysWhy(int days)
    {
        var projection = Project(Days(new(2026, 3, 1), days, _ => 10m), At(2026, 3, 1 + days), Calendar.Month(2026, 3));

        projection.IsDefined.Should().BeFalse();
        projection.Reason.Should().Be(UndefinedReason.InsufficientData);
        projection.Points.Should().BeEmpty();
        projection.Candidates.Should().BeEmpty();
        projection.Landing().Reason.Should().Be(UndefinedReason.InsufficientData);
        projection.ChanceOfAtLeast(Quantity.Count(1)).ShouldBeUndefined(UndefinedReason.InsufficientData, "sales");
        projection.ToText(CultureInfo.GetCultureInfo("da-DK")).Should().EndWith(
            $"'sales' kan ikke fremskrives pr. dag: {days} af værdierne er endelige, og der skal bruges 4.");
    }

    [Fact]
    public void Of_EmptyTable_IsUndefined()
    {
        var projection = Project(Days(new(2026, 3, 1), 0, _ => 10m), At(2026, 3, 10), Calendar.Month(2026, 3));

        projection.Reason.Should().Be(UndefinedReason.InsufficientData);
        projection.SoFar.IsDefined.Should().BeFalse();
    }

    [Fact] // The same week again and again: 70 a week.
    public void Landing_WeekdaysThatRepeat_FollowsThem()
    {
        var sales = Days(new(2026, 1, 5), 70, day => 7m + (((int)day.DayOfWeek - 4) * 2m));
        var projection = Project(sales, At(2026, 3, 16), Calendar.Range(new(2026, 3, 16), new(2026, 3, 30)));

        projection.Points.Take(3).Select(point => Math.Round(point.Value.Amount, 6)).Should().Equal(1m, 3m, 5m);
        projection.Landing().Estimate.Should().BeApproximately(98d, 1e-6);
        projection.Chosen!.IsNaive.Should().BeFalse();
        projection.Chosen.Season.Should().Be(7);
        projection.Naive!.MeanAbsoluteError.Value.Should().BeGreaterThan(3d);
        projection.RunnerUp.Should().NotBeNull();
        projection.Origins.Should().Be(5);
    }

    [Fact] // Most days without a sale: nothing is below zero, and it is not all zeros either.
    public void Landing_DaysOfZeros_IsNotNegative()
    {
        var sales = Days(new(2026, 1, 1), 90, day => day.DayOfYear % 5 == 0 ? 3m : 0m);
        var projection = Project(sales, At(2026, 4, 1), Calendar.Month(2026, 4));

        projection.Points.Should().OnlyContain(point => point.Interval(0.99).Lower >= 0d);
        projection.Landing().Lower.Should().BeGreaterThanOrEqualTo(0d);
        projection.Landing().Estimate.Should().BeInRange(5d, 40d);
    }

    [Fact] // Independent days: the total strays by the root of their number, not by as much as all of them together.
    public void Landing_NoisyDays_IsSurerThanTheBoundsOfDaysAddedUp()
    {
        var projection = Project(Noisy(new(2026, 1, 1), 90), At(2026, 4, 1), Calendar.Month(2026, 4));
        var landing = projection.Landing();
        var added = projection.Points.Sum(point => point.Interval().Upper - point.Interval().Lower);

        (landing.Upper - landing.Lower).Should().BeLessThan(0.6 * added);
        landing.Contains(30 * 100d).Should().BeTrue();
        var middle = projection.ChanceOfAtLeast(Quantity.Count((decimal)landing.Estimate)).Amount;
        middle.Should().BeInRange(0.3m, 0.7m);
    }

    [Fact]
    public void Of_TheSameSeed_IsTheSame()
    {
        var sales = Noisy(new(2026, 1, 1), 90);
        var history = new InMemorySource(Calendar, sales).History(Metric.Sum("sales", sales, "amount"), Grain.Day, At(2026, 4, 1));
        Projection Seeded(long seed) => Projection.Of(history, Calendar.Month(2026, 4), new() { Seed = seed });

        Seeded(7).Landing().Should().Be(Seeded(7).Landing());
        Seeded(7).Landing().Should().NotBe(Seeded(8).Landing());
    }

    [Fact] // April is asked about on 11 March: the days until then are forecast, and not added up.
    public void Landing_PeriodThatHasNotBegun_HasOnlyItsDays()
    {
        var projection = Project(Days(new(2026, 1, 1), 69, _ => 10m), At(2026, 3, 11), Calendar.Month(2026, 4));

        projection.Points.Should().HaveCount(51);
        projection.Landing().Estimate.Should().Be(300d);
        projection.SoFar.ShouldBeUndefined(UndefinedReason.NoData, "sales");
    }

    [Fact]
    public void Landing_PeriodThatIsOver_IsWhatWasRead()
    {
        var projection = Project(Days(new(2026, 1, 1), 69, _ => 10m), At(2026, 3, 11), Calendar.Month(2026, 2));

        projection.Points.Should().BeEmpty();
        projection.Chosen.Should().BeNull();
        projection.Landing().ToString(null).Should().Be("280 [280; 280]");
    }

    [Fact] // Points from 90 to 100 on a scale that ends there.
    public void Landing_OfAScore_StaysOnItsScale()
    {
        var random = new Random(2);
        var first = new LocalDate(2026, 1, 1);
        var answers = FactTable.From("answers", Enumerable.Range(0, 80).Select(first.PlusDays))
            .At(day => day)
            .Value("score", _ => 90m + random.Next(11), Unit.Score(-100, 100))
            .Build();
        var score = Metric.Average("score", answers, "score");
        var projection = new InMemorySource(Calendar, answers).Project(score, Grain.Day, At(2026, 3, 22), Calendar.Month(2026, 3));

        projection.Landing(0.99).Upper.Should().BeLessThanOrEqualTo(100d);
        projection.Points.Should().OnlyContain(point => point.Interval(0.99).Upper <= 100d);
    }

    [Fact]
    public void Of_PeriodThatCutsTheGrain_IsRefused()
    {
        var sales = Days(new(2026, 1, 1), 70, _ => 10m);
        var history = new InMemorySource(Calendar, sales).History(Metric.Sum("sales", sales, "amount"), Grain.Week, At(2026, 3, 12));

        history.Invoking(h => Projection.Of(h, Calendar.Month(2026, 3))).Should().Throw<ArgumentException>().WithMessage(
            "The history of 'sales' is by week, and 2026-03 is not made of whole ones."
            + " Read the history by a shorter grain, such as the day, or land in a period of whole ones.*");
        history.Invoking(h => Projection.Of(h, ReportingCalendar.Iso("UTC").Week(2026, 20))).Should().Throw<ArgumentException>()
            .WithMessage("The period 2026-W20 is of the calendar*");
        history.Invoking(h => Projection.Of(null!, Calendar.Month(2026, 3))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Of_PeriodFarAhead_IsRefused()
    {
        Action far = () => Project(Days(new(2026, 1, 1), 70, _ => 10m), At(2026, 3, 12), Calendar.Year(2060));

        far.Should().Throw<ArgumentException>().WithMessage(
            "From 2026-03-11 to the end of 2060 there are more than 10,000 periods."
            + " Read the history by a longer grain, or land sooner.*");
    }

    [Fact]
    public void ChanceOfAtLeast_WrongValue_IsRefused()
    {
        var projection = Project(Days(new(2026, 1, 1), 70, _ => 10m), At(2026, 3, 12), Calendar.Month(2026, 3));

        projection.Invoking(p => p.ChanceOfAtLeast(Money.Dkk(10))).Should().Throw<UnitMismatchException>();
        projection.Invoking(p => p.ChanceOfAtLeast(default)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task ProjectAsync_AnySource_IsReadInOneCall()
    {
        var sales = Days(new(2026, 1, 1), 70, _ => 10m);
        var probed = new ProbedSource(new InMemorySource(Calendar, sales));
        var projection = await probed.ProjectAsync(
            Metric.Sum("sales", sales, "amount"), Grain.Day, At(2026, 3, 12), Calendar.Month(2026, 3));

        probed.AggregateCount.Should().Be(1);
        projection.Landing().Estimate.Should().Be(310d);
        projection.ToText().Should().Be(
            "sales: expected to land at 310 [310; 310] in total in 2026-03, by several models together.");
    }

    [Fact]
    public void ToText_TooFewValues_IsASentenceThatSaysSo()
    {
        var projection = Project(Days(new(2026, 3, 1), 2, _ => 10m), At(2026, 3, 3), Calendar.Month(2026, 3));

        projection.ToText().Should().Be(
            "sales in 2026-03 cannot be projected: insufficient data (sales)."
            + " 'sales' cannot be projected by the day: 2 of its values are final, and 4 are needed.");
        projection.ToText(CultureInfo.GetCultureInfo("da-DK")).Should().StartWith(
            "sales i 2026-03 kan ikke fremskrives: for få data (sales). 'sales' kan ikke fremskrives pr. dag: 2 af");
    }

    private static Projection Project(FactTable table, Instant asOf, ReportingPeriod period) => Of(table, Grain.Day, asOf, period);

    private static Projection Of(FactTable table, Grain grain, Instant asOf, ReportingPeriod period) =>
        new InMemorySource(Calendar, table).Project(Metric.Sum("sales", table, "amount"), grain, asOf, period);

    private static FactTable Noisy(LocalDate first, int days)
    {
        var random = new Random(5);
        return Days(first, days, _ => 100m + random.Next(-30, 31));
    }

    private static FactTable Days(LocalDate first, int days, Func<LocalDate, decimal> amount, params DateInterval[] gaps)
    {
        var known = Enumerable.Range(0, days).Select(first.PlusDays).Where(day => !gaps.Any(gap => gap.Contains(day)));
        var table = FactTable.From("sales", known)
            .At(day => day)
            .Value("amount", amount, Unit.Count("sale"));
        return (gaps.Length == 0 ? table : table.Covering(first, first.PlusDays(days), gaps)).Build();
    }

    private static Instant At(int year, int month, int day, int hour = 0) => Calendar.At(new(year, month, day, hour, 0));
}
