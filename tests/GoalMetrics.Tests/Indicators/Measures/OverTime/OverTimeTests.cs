using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.OverTime;

// Measures over time, by hand over a few facts.
public class OverTimeTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    private static readonly FactTable Sales = FactTable.From<(LocalDate Day, string Customer, decimal Amount)>("sales",
        [
            (new(2025, 3, 10), "ann", 100m), (new(2025, 3, 20), "bob", 50m),
            (new(2026, 1, 31), "ann", 10m), (new(2026, 2, 1), "ann", 20m), (new(2026, 2, 27), "bob", 5m), (new(2026, 2, 28), "cid", 7m),
            (new(2026, 3, 1), "ann", 1m), (new(2026, 3, 7), "bob", 2m), (new(2026, 3, 8), "bob", 4m), (new(2026, 3, 31), "dan", 8m),
        ])
        .At(sale => sale.Day).Dimension("customer", sale => sale.Customer).Value("amount", sale => sale.Amount, Unit.Money("DKK"))
        .Covering(new(2025, 1, 1), new(2026, 4, 1)).Build();

    private static readonly InMemorySource Source = new(Calendar, Sales);
    private static readonly Metric Revenue = Metric.Sum("revenue", Sales, "amount");
    private static readonly Metric Customers = Metric.CountDistinct("customers", Sales, "customer", "customer");
    private static readonly Metric Median = Metric.Median("median-sale", Sales, "amount");

    [Fact] // The day and the six before it: 2 to 8 March.
    public void Rolling_SevenDaysAtADay_IsThatDayAndTheSixBefore()
    {
        At(Revenue.Rolling(7, Grain.Day), Calendar.Day(new(2026, 3, 8))).Should().Be(Money.Dkk(6m));
        At(Revenue.Rolling(7, Grain.Day), Calendar.Day(new(2026, 3, 7))).Should().Be(Money.Dkk(3m));
        At(Revenue.Rolling(1, Grain.Week), Calendar.Day(new(2026, 3, 8))).Should().Be(Money.Dkk(6m));
        At(Revenue.Rolling(1, Grain.Month), Calendar.Month(2026, 3)).Should().Be(Money.Dkk(15m));
        At(Revenue.Rolling(2, Grain.Month), Calendar.Month(2026, 3)).Should().Be(Money.Dkk(47m));
        At(Revenue.Rolling(1, Grain.Quarter), Calendar.Month(2026, 3)).Should().Be(Money.Dkk(57m));
        At(Revenue.Rolling(2, Grain.HalfYear), Calendar.Day(new(2026, 3, 10))).Should().Be(Money.Dkk(99m));
        At(Revenue.Rolling(1, Grain.Year), Calendar.Day(new(2026, 3, 10))).Should().Be(Money.Dkk(99m));
    }

    [Fact] // Bob's two sales of 7 and 8 March count him once; a sum of daily counts would say 3 customers.
    public void Rolling_DistinctCountAndMedian_AreComputedAnew()
    {
        At(Customers.Rolling(8, Grain.Day), Calendar.Day(new(2026, 3, 8))).Should().Be(Quantity.Count(2, "customer"));
        At(Median.Rolling(8, Grain.Day), Calendar.Day(new(2026, 3, 8))).Should().Be(Money.Dkk(2m));
        At(Median.Rolling(9, Grain.Day), Calendar.Day(new(2026, 3, 8))).Should().Be(Money.Dkk(3m));
    }

    [Fact]
    public void ToDate_EveryGrain_BeginsWithTheLongerPeriod()
    {
        var day = Calendar.Day(new(2026, 3, 8));
        At(Revenue.ToDate(Grain.Week), day).Should().Be(Money.Dkk(6m));
        At(Revenue.ToDate(Grain.Month), day).Should().Be(Money.Dkk(7m));
        At(Revenue.ToDate(Grain.Quarter), day).Should().Be(Money.Dkk(49m));
        At(Customers.ToDate(Grain.Year), day).Should().Be(Quantity.Count(3, "customer"));
        At(Revenue.ToDate(Grain.Year), Calendar.Month(2026, 2)).Should().Be(Money.Dkk(42m));

        var july = Calendar.WithFiscalYearStartingIn(7);
        new InMemorySource(july, Sales)
            .Query(Query.For(Revenue.ToDate(Grain.FiscalYear)).During(july.Day(new(2026, 2, 1)))).Total[Revenue.ToDate(Grain.FiscalYear)]
            .Should().Be(Money.Dkk(30m));
    }

    [Fact] // A year, month to date, is seen at its last month; while it is open, at the running one.
    public void ToDate_OfALongerPeriod_IsThatOfTheLastDaySeen()
    {
        At(Revenue.ToDate(Grain.Month), Calendar.Year(2026), Calendar.StartOfDay(new(2026, 3, 8))).Should().Be(Money.Dkk(3m));
        At(Revenue.ToDate(Grain.Month), Calendar.Quarter(2026, 1)).Should().Be(Money.Dkk(15m));
    }

    [Fact]
    public void Cumulative_WithAndWithoutOrigin_BeginsThereOrWithTheData()
    {
        At(Revenue.Cumulative(), Calendar.Month(2026, 1)).Should().Be(Money.Dkk(160m));
        At(Customers.Cumulative(), Calendar.Month(2026, 2)).Should().Be(Quantity.Count(3, "customer"));
        At(Revenue.CumulativeSince(new(2026, 1, 1)), Calendar.Month(2026, 2)).Should().Be(Money.Dkk(42m));
        At(Revenue.CumulativeSince(new(2026, 3, 1)), Calendar.Month(2026, 2))
            .Should().Be(Quantity.Undefined(UndefinedReason.NoData, "revenue", Unit.Money("DKK")));
    }

    [Fact] // Figures shifted by a month are exactly the previous month's, whatever their lengths.
    public void Previous_Months_AreWholeMonths()
    {
        At(Revenue.Previous(Grain.Month), Calendar.Month(2026, 3)).Should().Be(Money.Dkk(32m));
        At(Revenue.Previous(Grain.Year), Calendar.Month(2026, 3)).Should().Be(Money.Dkk(150m));
        At(Revenue.Previous(Grain.Year), Calendar.Quarter(2026, 1)).Should().Be(Money.Dkk(150m));
        At(Revenue.Shifted(-2, Grain.Month), Calendar.Month(2026, 3)).Should().Be(Money.Dkk(10m));
        At(Revenue.Shifted(1, Grain.Month), Calendar.Month(2026, 1), Calendar.StartOfDay(new(2026, 4, 1))).Should().Be(Money.Dkk(32m));
        At(Revenue.Shifted(1, Grain.Month), Calendar.Month(2026, 1)).Reason.Should().Be(UndefinedReason.NoData);
        At(Revenue.Previous(Grain.Week), Calendar.Day(new(2026, 3, 8))).Should().Be(Money.Dkk(1m));
    }

    [Fact] // The first ten days of March against those of February: an open period is compared like for like.
    public void Previous_OfAnOpenPeriod_IsItsSameElapsedPart()
    {
        var asOf = Calendar.StartOfDay(new(2026, 3, 11));
        var query = Query.For(Revenue, Revenue.Previous(Grain.Month)).During(Calendar.Month(2026, 3)).AsOf(asOf);
        Source.Query(query).Total[Revenue.Previous(Grain.Month)].Should().Be(Money.Dkk(20m));
        Source.Query(query.ComparingWholePeriods()).Total[Revenue.Previous(Grain.Month)].Should().Be(Money.Dkk(32m));
    }

    [Fact]
    public void Views_OfViews_AreReadFromTheInside()
    {
        At(Revenue.ToDate(Grain.Month).Previous(Grain.Month), Calendar.Day(new(2026, 3, 1))).Should().Be(Money.Dkk(20m));
        At(Revenue.Previous(Grain.Year).ToDate(Grain.Year), Calendar.Month(2026, 3)).Should().Be(Money.Dkk(150m));
        At(Revenue.ToDate(Grain.Year).Previous(Grain.Year), Calendar.Month(2026, 3)).Should().Be(Money.Dkk(150m));
        At(Customers.Rolling(28, Grain.Day).Previous(Grain.Week), Calendar.Day(new(2026, 3, 7))).Should().Be(Quantity.Count(3, "customer"));
        At(Revenue.Rolling(7, Grain.Day).AverageOver(Grain.Day), Calendar.Range(new(2026, 3, 7), new(2026, 3, 9)))
            .Should().Be(Money.Dkk(4.5m));
    }

    [Fact] // 28 February has 7, the 27th 5; 1 February is the first with a value to speak of.
    public void CoarserGrain_OfShorterPeriods_TakesLastFirstOrMean()
    {
        var february = Calendar.Month(2026, 2);
        At(Median.AtLast(Grain.Day), february).Should().Be(Money.Dkk(7m));
        At(Median.AtFirst(Grain.Day), february).Should().Be(Money.Dkk(20m));
        At(Median.AverageOver(Grain.Day), february).Should().Be(Money.Dkk(32m / 3m));
        At(Revenue.AverageOver(Grain.Day), february).Should().Be(Money.Dkk(32m / 28m));
        At(Revenue.AverageOver(Grain.Month), Calendar.Quarter(2026, 1)).Should().Be(Money.Dkk(57m / 3m));
        At(Median.AtLast(Grain.Day), Calendar.Month(2025, 5)).Reason.Should().Be(UndefinedReason.NoData);
    }

    [Fact] // Days that have not ended would lower the mean.
    public void AverageOver_OpenPeriod_LeavesOutThePartThatHasNotEnded()
    {
        var noon = Calendar.At(new(2026, 3, 8, 12, 0));
        At(Revenue.AverageOver(Grain.Day), Calendar.Week(2026, 10), noon).Should().Be(Money.Dkk(2m / 6m));
    }

    [Fact] // 150 to 15 in a year: a tenth.
    public void CompoundGrowth_OverPeriods_IsTheGeometricRate()
    {
        At(Revenue.CompoundGrowth(1, Grain.Year), Calendar.Month(2026, 3)).Should().Be(Quantity.Ratio(-0.9m));
        At(Revenue.CompoundGrowth(2, Grain.Month), Calendar.Month(2026, 3)).Amount.Should().BeApproximately(0.22474487139159m, 1e-14m);
        At(Revenue.CompoundGrowth(1, Grain.Year), Calendar.Month(2026, 2)).Reason.Should().Be(UndefinedReason.ZeroDenominator);
    }

    [Fact]
    public void OverTime_InFormulasKpisAndGoals_IsAMeasureLikeAnyOther()
    {
        var growth = Kpi.Of("growth", Finance.GrowthRate, Revenue, Revenue.Previous(Grain.Month));
        At(growth, Calendar.Month(2026, 3)).Should().Be(Quantity.Ratio((15m - 32m) / 32m));

        var stickiness = Measure.Of("stickiness", Formula.Parse("daily / monthly"), Customers, Customers.Rolling(30, Grain.Day));
        At(stickiness, Calendar.Day(new(2026, 3, 8))).Amount.Should().Be(1m / 3m);

        var table = Source.Query(Query.For(growth).During(Calendar.Month(2026, 3)));
        table.Total.Evidence(growth).Select(input => $"{input.Measure} {input.Value}")
            .Should().Equal("revenue DKK 15.00", "revenue-previous-month DKK 32.00");

        var goal = new SmartGoal("active")
        {
            Statement = "Have 4 customers in a month",
            Measure = Customers.Rolling(28, Grain.Day),
            Target = Target.Reach(Quantity.Count(4, "customer"), from: Quantity.Count(1, "customer")),
            Period = Calendar.Quarter(2026, 1),
        };
        GoalTracker.Default.Track(goal, Source, Calendar.StartOfDay(new(2026, 3, 9))).Actual.Should().Be(Quantity.Count(3, "customer"));
    }

    [Fact]
    public void OverTime_IdTitleUnitAndAdditivity_FollowTheMeasure()
    {
        var rolling = Revenue.Titled(new("Revenue", "Omsætning")).Rolling(28, Grain.Day);
        (rolling.Id, rolling.Unit, rolling.Additivity).Should().Be(("revenue-rolling-28-days", Unit.Money("DKK"), Additivity.SemiAdditive));
        rolling.Title.In(new("da-DK")).Should().Be("Omsætning, rullende 28 dage");
        rolling.Title.English.Should().Be("Revenue, rolling 28 days");
        Customers.Rolling(28, Grain.Day).Additivity.Should().Be(Additivity.NonAdditive);
        Revenue.Previous(Grain.Year).Additivity.Should().Be(Additivity.Additive);
        Revenue.ToDate(Grain.FiscalYear).Id.Should().Be("revenue-fiscal-year-to-date");
        Revenue.Shifted(-3, Grain.Month).Id.Should().Be("revenue-3-months-earlier");
        Revenue.Shifted(1, Grain.Month).Id.Should().Be("revenue-1-month-later");
        Revenue.Rolling(3, Grain.Month, "quarterly").Id.Should().Be("quarterly");
        Revenue.CumulativeSince(new(2026, 1, 1)).Id.Should().Be("revenue-since-2026-01-01");
        Revenue.AtLast(Grain.Day).Id.Should().Be("revenue-last-day");
        Revenue.AverageOver(Grain.Day).Title.In(new("da")).Should().Be("revenue, gennemsnit pr. dag");
    }

    [Theory]
    [InlineData(-1, Grain.Month, "previous month", "forrige måned")]
    [InlineData(1, Grain.Month, "1 month later", "1 måned senere")]
    [InlineData(-2, Grain.Hour, "2 hours earlier", "2 timer tidligere")]
    [InlineData(-2, Grain.Day, "2 days earlier", "2 dage tidligere")]
    [InlineData(-13, Grain.Week, "13 weeks earlier", "13 uger tidligere")]
    [InlineData(-3, Grain.Month, "3 months earlier", "3 måneder tidligere")]
    [InlineData(2, Grain.Quarter, "2 quarters later", "2 kvartaler senere")]
    [InlineData(-2, Grain.HalfYear, "2 half-years earlier", "2 halvår tidligere")]
    [InlineData(-2, Grain.Year, "2 years earlier", "2 år tidligere")]
    [InlineData(-2, Grain.FiscalQuarter, "2 fiscal quarters earlier", "2 regnskabskvartaler tidligere")]
    [InlineData(-2, Grain.FiscalHalfYear, "2 fiscal half-years earlier", "2 regnskabshalvår tidligere")]
    [InlineData(-2, Grain.FiscalYear, "2 fiscal years earlier", "2 regnskabsår tidligere")]
    [InlineData(-2, Grain.RetailWeek, "2 retail weeks earlier", "2 detailuger tidligere")]
    [InlineData(-2, Grain.RetailPeriod, "2 retail periods earlier", "2 detailperioder tidligere")]
    [InlineData(-2, Grain.RetailQuarter, "2 retail quarters earlier", "2 detailkvartaler tidligere")]
    [InlineData(-2, Grain.RetailYear, "2 retail years earlier", "2 detailår tidligere")]
    public void Shifted_Title_CountsUnits(int count, Grain grain, string english, string danish)
    {
        var title = Revenue.Titled(new("Revenue", "Omsætning")).Shifted(count, grain).Title;
        title.English.Should().Be($"Revenue, {english}");
        title.In(new("da-DK")).Should().Be($"Omsætning, {danish}");
        if (count < -1)
        {
            PeriodComparison.Earlier(-count, grain).Title.In(new("da-DK")).Should().Be(danish);
        }
    }

    [Fact] // An id has 64 characters: the front of a longer one is cut, and a number of the whole distinguishes it from others.
    public void Id_OfDeeplyNestedMeasures_IsShortReadableAndUnique()
    {
        var deep = Revenue.Rolling(28, Grain.Day).Previous(Grain.FiscalHalfYear).AverageOver(Grain.RetailPeriod);
        deep.Id.Should().MatchRegex("^revenue-rolling-28-day[a-z0-9-]*-[0-9a-f]{8}-average-over-retail-period$").And.HaveLength(64);
        var others = new[] { 7, 14, 28, 30 }.SelectMany(days => new[] { Grain.FiscalHalfYear, Grain.FiscalQuarter, Grain.RetailQuarter }
            .Select(
                grain => Revenue.Rolling(days, Grain.Day).Previous(grain).ToDate(Grain.FiscalHalfYear).AverageOver(Grain.RetailPeriod)
                .CompoundGrowth(3, Grain.FiscalHalfYear).Id)).ToList();
        others.Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.Length <= 64 && id.EndsWith("-growth-per-fiscal-half-year-over-3"));
        Revenue.Rolling(28, Grain.Day).Previous(Grain.FiscalHalfYear).AverageOver(Grain.RetailPeriod).Id.Should().Be(deep.Id);
        Metric.Count(new string('n', 60), TableSchema.Named("t", FactTime.Instant)).Rolling(1_000_000, Grain.HalfYear).Id.Length
            .Should().BeLessThanOrEqualTo(64);
        Conversions.Of(Sales, Sales, "customer", Duration.FromDays(7)).Rate(new string('r', 64)).Metrics
            .Should().OnlyContain(metric => metric.Id.Length <= 64);
    }

    [Fact] // A measure written down twice is one measure.
    public void Query_SameMeasureTwice_IsAskedForOnce()
    {
        var rolling = Query.For(Revenue.Rolling(7, Grain.Day), Revenue.Rolling(7, Grain.Day));
        var table = Source.Query(rolling.During(Calendar.Day(new(2026, 3, 8))));
        table.Measures.Should().ContainSingle();
        table.Total[Revenue.Rolling(7, Grain.Day)].Should().Be(Money.Dkk(6m));
        FluentActions.Invoking(() => Query.For(Revenue.Rolling(7, Grain.Day, "x"), Revenue.Rolling(8, Grain.Day, "x")))
            .Should().Throw<ArgumentException>()
            .WithMessage("Two measures have the id 'x'. Expected a different id for each.*");
    }

    [Theory]
    [InlineData(-7)]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void Rolling_CountOutOfRange_Throws(int count) =>
        FluentActions.Invoking(() => Revenue.Rolling(count, Grain.Day)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage($"Expected a count from 1 to 1,000,000; found {count}. (Parameter 'count')");

    [Theory]
    [InlineData(Grain.FiscalQuarter)]
    [InlineData(Grain.RetailWeek)]
    [InlineData((Grain)99)]
    public void Rolling_GrainOfOneCalendarOnly_Throws(Grain grain) =>
        FluentActions.Invoking(() => Revenue.Rolling(1, grain)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage(
                "Expected Hour, Day, Week, Month, Quarter, HalfYear or Year: the stretch ends with the period, in any calendar.*grain*");

    [Theory]
    [InlineData(1, Grain.Day, "revenue-rolling-1-day", "revenue, rolling 1 day", "revenue, rullende 1 dag")]
    [InlineData(7, Grain.Day, "revenue-rolling-7-days", "revenue, rolling 7 days", "revenue, rullende 7 dage")]
    [InlineData(36, Grain.Hour, "revenue-rolling-36-hours", "revenue, rolling 36 hours", "revenue, rullende 36 timer")]
    [InlineData(1, Grain.Week, "revenue-rolling-1-week", "revenue, rolling 1 week", "revenue, rullende 1 uge")]
    [InlineData(2, Grain.Week, "revenue-rolling-2-weeks", "revenue, rolling 2 weeks", "revenue, rullende 2 uger")]
    [InlineData(3, Grain.Month, "revenue-rolling-3-months", "revenue, rolling 3 months", "revenue, rullende 3 måneder")]
    [InlineData(2, Grain.Quarter, "revenue-rolling-2-quarters", "revenue, rolling 2 quarters", "revenue, rullende 2 kvartaler")]
    [InlineData(1, Grain.HalfYear, "revenue-rolling-1-half-year", "revenue, rolling 1 half-year", "revenue, rullende 1 halvår")]
    [InlineData(2, Grain.Year, "revenue-rolling-2-years", "revenue, rolling 2 years", "revenue, rullende 2 år")]
    public void Rolling_EveryUnit_NamesItsLength(int count, Grain grain, string id, string english, string danish)
    {
        var rolling = Revenue.Rolling(count, grain);
        (rolling.Id, rolling.Title.English, rolling.Title.In(new("da-DK"))).Should().Be((id, english, danish));
    }

    [Fact]
    public void ToDate_Hour_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Revenue.ToDate(Grain.Hour)).Should().StartWith(
            "Expected a grain longer than the hour: nothing is shorter, so there is no hour to date.");

    [Fact]
    public void Shifted_ByZero_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Revenue.Shifted(0, Grain.Month)).Should().StartWith(
            "Expected a shift by one or more, or minus one or less; found 0.");

    [Fact]
    public void CompoundGrowth_OverNoPeriods_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Revenue.CompoundGrowth(0, Grain.Month));

    [Fact]
    public void AtLast_Hour_IsRefused() => Assert.ThrowsAny<ArgumentException>(() => Revenue.AtLast(Grain.Hour));

    [Fact]
    public void Constant_Undefined_IsRefused() => Assert.ThrowsAny<ArgumentException>(() => Measure.Constant("x", default));

    private static Quantity At(Measure measure, ReportingPeriod period, Instant? asOf = null)
    {
        var query = Query.For(measure).During(period);
        return Source.Query(asOf is { } moment ? query.AsOf(moment) : query).Total[measure];
    }
}
