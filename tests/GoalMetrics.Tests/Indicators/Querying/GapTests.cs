using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// Coverage may have gaps. Those that are stated are respected; those that are found are reported. Every day sells 100.
public class GapTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly DateInterval Outage = new(new(2026, 3, 10), new(2026, 3, 14));

    [Fact] // Five days of March are missing: 2,600 of 26 days, and nothing that compares March with another month.
    public void Query_StatedGap_IsNotCountedNorCompared()
    {
        var table = Days(120, except: Outage, covering: true);
        var answer = new InMemorySource(Calendar, table).Query(Query.For(Sales(table)).By(Grain.Month)
            .ComparedWith(PeriodComparison.PreviousPeriod).AsOf(At(5, 1)));

        answer.Rows.Select(row => row[Sales(table)].Amount).Should().Equal(3_100m, 2_800m, 2_600m, 3_000m);
        answer.Rows.Select(row => row.IsFullyCovered).Should().Equal(true, true, false, true);
        answer.Rows.Select(row => row.Change(Sales(table), PeriodComparison.PreviousPeriod).Relative.Reason).Should().Equal(
            UndefinedReason.NoData, null, UndefinedReason.InsufficientData, UndefinedReason.InsufficientData);
        answer.Findings.Select(finding => finding.Message()).Should().Equal(
            "The data of table 't' begin with 2026-01-01; nothing before that day is counted or compared.",
            "Table 't' has no data from 2026-03-10 to 2026-03-14; that time is neither counted nor compared.");
    }

    [Fact]
    public void Query_ByDay_HasNoDataInTheGap()
    {
        var table = Days(120, except: Outage, covering: true);
        var answer = new InMemorySource(Calendar, table).Query(
            Query.For(Sales(table)).By(Grain.Day).Between(new(2026, 3, 9), new(2026, 3, 16)));

        answer.Rows.Select(row => row[Sales(table)].ToString(null)).Should().Equal(
            "DKK 100.00",
            "undefined: no data (sales)",
            "undefined: no data (sales)",
            "undefined: no data (sales)",
            "undefined: no data (sales)",
            "undefined: no data (sales)",
            "DKK 100.00");
    }

    [Fact] // The same month of two columns of one table lacks the same days, so their quotient stands.
    public void Query_QuotientOfOneTable_StandsOverAGap()
    {
        var table = Days(120, except: Outage, covering: true);
        var each = Measure.Of("each", Commerce.AverageOrderValue, Sales(table), Metric.Sum("orders", table, "orders"));

        new InMemorySource(Calendar, table).Query(Query.For(each).During(Calendar.Month(2026, 3))).Total[each].Amount.Should().Be(10m);
    }

    [Theory] // DKK 100 and 10 visits a day: 2,600 of March are set against the 260 of the same 26 days, whichever of the two has the gap.
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Query_QuotientOfTablesOfWhichOneHasAGap_IsOfTheDaysThatBothHave(bool isOfSales, bool isOfVisits)
    {
        var sales = Days(120, except: isOfSales ? Outage : null, covering: true);
        var visits = Days(120, "v", except: isOfVisits ? Outage : null, covering: true);
        var each = Measure.Of("each", (one, other) => one / other, Sales(sales), Metric.Sum("visits", visits, "orders"));
        var source = new InMemorySource(Calendar, sales, visits);
        var range = Calendar.Range(new(2026, 1, 1), new(2026, 5, 1));

        foreach (var grain in new[] { Grain.Week, Grain.Month, Grain.Quarter, Grain.Year })
        {
            var table = source.Query(Query.For(each, each.Rolling(28, Grain.Day)).During(range).By(grain));
            table.Rows.Select(row => row[each].Amount).Should().AllBeEquivalentTo(10m);
            table.Total[each].Amount.Should().Be(10m);
        }

        var days = source.Query(Query.For(each).During(range).By(Grain.Day)).Rows.Select(row => row[each].Reason).ToList();
        days.Count(reason => reason == UndefinedReason.NoData).Should().Be(Outage.Length);
        days.Count(reason => reason is null).Should().Be(120 - Outage.Length);
    }

    [Fact] // Day n of March sells n, on the 10th to the 14th too; 10 visits a day, but none of those five days are known.
    public void Query_MeansAndExtremesBesideAGap_AreOfTheDaysThatBothHave()
    {
        var sales = FactTable.From("s", Enumerable.Range(1, 31)).At(day => new LocalDate(2026, 3, day))
            .Value("amount", day => day == 12 ? 1_000m : day, Unit.Money("DKK"))
            .Value("left", day => day % 2 == 0 ? null : (decimal?)day, Unit.Count())
            .Build();
        var visits = Days(120, "v", except: Outage, covering: true);
        var count = Metric.Sum("visits", visits, "orders");
        var source = new InMemorySource(Calendar, sales, visits);

        decimal? PerVisit(Metric metric) => Total(Measure.Of("each", (one, other) => one / other, metric, count)).AmountOrNull * 260m;
        Quantity Total(Measure measure) => source.Query(Query.For(measure).During(Calendar.Month(2026, 3))).Total[measure];

        // 496 − (10 + 11 + 12 + 13 + 14) = 436 over 26 days; the odd days among them are 16 − 2, and come to 256 − 24.
        PerVisit(Metric.Average("mean", sales, "amount")).Should().BeApproximately(436m / 26m, 1e-20m);
        PerVisit(Metric.Average("odd", sales, "left")).Should().BeApproximately(232m / 14m, 1e-20m);
        PerVisit(Metric.Max("max", sales, "amount")).Should().BeApproximately(31m, 1e-20m);
        PerVisit(Metric.Min("min", sales, "amount")).Should().BeApproximately(1m, 1e-20m);
        PerVisit(Metric.First("first", sales, "amount")).Should().BeApproximately(1m, 1e-20m);
        PerVisit(Metric.Last("last", sales, "amount")).Should().BeApproximately(31m, 1e-20m);
        PerVisit(Metric.Max("max", sales, "amount").Where(Filter.Compare("amount", Comparison.Greater, 31m)))
            .Should().BeNull("the only one lies in the gap");
        Total(Metric.Max("max", sales, "amount")).Should().Be(Money.Dkk(1_000), "nothing is set against it");
    }

    [Theory] // 10 visits a day; day n of March sells n, 1,000 on the 12th, and every third fact lacks its amount: 3, 6, 9 … 30.
    [InlineData(Grain.Hour)]
    [InlineData(Grain.Day)]
    public void Query_MeanOfALiveTableBesideAGap_IsOfTheDaysThatBothHave(Grain cells)
    {
        var schema = TableSchema.Named("s", FactTime.Instant).Value("amount", Unit.Money("DKK"));
        var mean = Metric.Average("mean", schema, "amount");
        var live = LiveTable.Of(schema, Calendar).By(cells).Keeping(mean).Build();
        foreach (var day in Enumerable.Range(1, 31))
        {
            decimal? amount = (day, day % 3) switch
            {
                (12, _) => 1_000m,
                (_, 0) => null,
                _ => day,
            };
            live.Add(Calendar.At(new(2026, 3, day, 9, 30)), [], [amount]);
        }

        var visits = Days(120, "v", except: Outage, covering: true);
        var each = Measure.Of("each", (one, other) => one / other, mean, Metric.Sum("visits", visits, "orders"));
        var answer = new InMemorySource(Calendar, live, visits).Query(Query.For(each).During(Calendar.Month(2026, 3)).AsOf(At(5, 1)));

        // Without the gap 436 of 26 days; less 3 + 6 + 9 + 15 + 18 + 21 + 24 + 27 + 30 = 153 of nine: 283 of 17.
        (answer.Total[each].AmountOrNull * 260m).Should().BeApproximately(283m / 17m, 1e-20m);
    }

    [Fact] // EUR 1, 2, 3 … on the days of March, at DKK 7 until the 15th and DKK 8 after: 1 to 9 and 15 are 60, 16 to 31 are 376.
    public void Query_ConvertedMeanBesideAGap_IsOfTheDaysThatBothHave()
    {
        var sales = FactTable.From("s", Enumerable.Range(1, 31)).At(day => new LocalDate(2026, 3, day))
            .Value("amount", day => day == 12 ? 1_000m : day, Unit.Money("EUR")).Build();
        var visits = Days(120, "v", except: Outage, covering: true);
        var rates = ExchangeRates.From([new("EUR", "DKK", 7m, new(2026, 3, 1)), new("EUR", "DKK", 8m, new(2026, 3, 16))])
            .LastKnownWithin(20);
        var mean = Metric.Average("mean", sales, "amount").ConvertedTo("DKK", rates);
        var each = Measure.Of("each", (one, other) => one / other, mean, Metric.Sum("visits", visits, "orders"));
        var answer = new InMemorySource(Calendar, sales, visits).Query(Query.For(each).During(Calendar.Month(2026, 3)));

        // 60 × 7 + 376 × 8 = 3,428 over 26 days, and 260 visits.
        (answer.Total[each].AmountOrNull * 260m).Should().BeApproximately(3_428m / 26m, 1e-20m);
    }

    [Fact] // The number of all who visited does not show who did on the other days.
    public void Query_QuotientOfADistinctCountBesideAGap_IsUndefined()
    {
        var (sales, visits) = (Days(120, except: Outage, covering: true), Days(120, "v"));
        var each = Measure.Of("each", (one, other) => one / other, Sales(sales), Metric.CountDistinct("visitors", visits, "market"));

        new InMemorySource(Calendar, sales, visits).Query(Query.For(each).During(Calendar.Month(2026, 3))).Total[each]
            .ShouldBeUndefined(UndefinedReason.InsufficientData, "each");
    }

    [Fact] // The feed broke on the first and the last days: that is a shorter coverage, whose end is known.
    public void Covering_GapsAtTheEnds_ShortenTheCoverage()
    {
        var table = FactTable.From("t", [1]).At(_ => new LocalDate(2026, 2, 1)).Covering(
            new(2026, 1, 1),
            new(2026, 4, 1),
            except: [new(new(2026, 3, 30), new(2026, 3, 31)), new(new(2026, 1, 1), new(2026, 1, 5)), new(new(2026, 1, 6), new(2026, 1, 9))])
            .Build();
        var described = table.Describe(Calendar);

        described.Coverage.Should().Be(new Interval(At(1, 10), At(3, 30)));
        described.Gaps.Should().BeEmpty();
    }

    [Fact]
    public void Covering_GapOutside_IsRefused()
    {
        var cover = () => FactTable.From("t", [1]).Covering(new(2026, 1, 1), new(2026, 2, 1), except: [Outage]);

        cover.Should().Throw<ArgumentException>().WithMessage(
            "Table 't': expected gaps within its coverage, 2026-01-01 to 2026-02-01; found 2026-03-10 to 2026-03-14."
            + " The last day of a gap is part of it.*");
    }

    [Fact]
    public void Covering_NothingButGaps_IsRefused()
    {
        var cover = () => FactTable.From("t", [1]).Covering(
            new(2026, 3, 10), new(2026, 3, 15), except: [new(new(2026, 3, 10), new(2026, 3, 12)), new(new(2026, 3, 12), Outage.End)]);

        cover.Should().Throw<ArgumentException>().WithMessage(
            "Table 't': the gaps leave nothing of its coverage, 2026-03-10 to 2026-03-15.*");
    }

    [Theory] // A fact a day, also on the days that are said to be missing: 29 of 31 count.
    [InlineData(false)]
    [InlineData(true)]
    public void Query_FactsInAStatedGap_AreNotCounted(bool isInstant)
    {
        var start = new LocalDate(2026, 1, 1);
        var builder = FactTable.From("t", Enumerable.Range(0, 31).Select(start.PlusDays)).Value("amount", _ => 100m, Unit.Money("DKK"));
        builder = isInstant ? builder.At(day => (Instant?)Calendar.StartOfDay(day)) : builder.At(day => day);
        var table = builder.Covering(start, start.PlusDays(31), except: [new(start.PlusDays(9), start.PlusDays(10))]).Build();
        var (sales, count) = (Sales(table), Metric.Count("n", table));
        var total = new InMemorySource(Calendar, table).Query(
            Query.For(sales, count).Where(Filter.Compare("amount", Comparison.Greater, 0m))).Total;

        (total[sales], total[count].Amount).Should().Be((Money.Dkk(2_900), 29m));
        new InMemorySource(Calendar, table).Query(Query.For(count)).Total[count].Amount.Should().Be(29m);
    }

    [Fact] // Ten facts of January, and a stray one in March.
    public void Query_FactOutsideTheCoverage_IsNotCountedAndSaid()
    {
        var table = FactTable.From("t", Enumerable.Range(0, 11))
            .At(i => i == 10 ? new LocalDate(2026, 3, 10) : new LocalDate(2026, 1, 1 + i))
            .Covering(new(2026, 1, 1), new(2026, 2, 1)).Build();
        var count = Metric.Count("n", table);
        var answer = new InMemorySource(Calendar, table).Query(
            Query.For(count).By(Grain.Month).Between(new(2026, 1, 1), new(2026, 5, 1)));

        answer.Rows.Select(row => row[count].ToString(null)).Should().Equal(
            "10", "undefined: no data (n)", "undefined: no data (n)", "undefined: no data (n)");
        answer.Total[count].Amount.Should().Be(10m);
        answer.Findings.Select(finding => finding.Message()).Should().Equal(
            "Table 't' has facts from 2026-01-01 to 2026-03-10; those outside its stated coverage are not counted.",
            "The data of table 't' end with 2026-01-31; nothing after that day is counted or compared.");
    }

    [Fact] // A single day is no range.
    public void Query_FactsOfOneDayOutsideTheCoverage_NameTheDay()
    {
        var table = FactTable.From("t", [new LocalDate(2026, 3, 10)]).At(day => day)
            .Covering(new(2026, 1, 1), new(2026, 2, 1)).Build();
        var finding = new InMemorySource(Calendar, table).Query(Query.For(Metric.Count("n", table))).Findings[0];

        finding.Message().Should().Be(
            "Table 't' has facts on 2026-03-10; those outside its stated coverage are not counted.");
        finding.Message(new("da")).Should().Be(
            "Tabellen 't' har data den 2026-03-10; de, der ligger uden for de angivne dage, er ikke talt med.");
    }

    [Fact]
    public void Query_GapOfOneDay_NamesTheDay()
    {
        var table = Days(60, except: new(new(2026, 2, 12), new(2026, 2, 12)), covering: true);
        var finding = new InMemorySource(Calendar, table).Query(Query.For(Sales(table))).Findings.Should().ContainSingle().Which;

        finding.Message().Should().Be("Table 't' has no data on 2026-02-12; that time is neither counted nor compared.");
        finding.Message(new("da")).Should().Be(
            "Tabellen 't' har ingen data den 2026-02-12; den tid er hverken talt med eller sammenlignet.");
        finding.Arguments.Select(argument => argument.ToString()).Should().Equal(
            "table: t", "first: 2026-02-12", "last: 2026-02-12", "when: on 2026-02-12");
    }

    [Theory] // A day in the middle has no row; before it or after it is the same.
    [InlineData(true)]
    [InlineData(false)]
    public void Query_DayWithoutARow_IsFound(bool isInstant)
    {
        var table = Days(60, except: new(new(2026, 2, 11), new(2026, 2, 11)), isInstant: isInstant);
        Found(table, Query.For(Sales(table))).Should().Equal("Table 't' has facts for almost every day, but none for 2026-02-11.");
        Found(table, Query.For(Sales(table)).During(Calendar.Month(2026, 2))).Should().ContainSingle();
        Found(table, Query.For(Sales(table)).During(Calendar.Month(2026, 1))).Should().BeEmpty();
    }

    [Fact] // To state what the table covers is to say that nothing was sold on that day.
    public void Query_DayWithoutARowInAStatedCoverage_IsADayWithoutSales()
    {
        var table = FactTable.From("t", Enumerable.Range(0, 60).Where(i => i != 20)).At(i => new LocalDate(2026, 1, 1).PlusDays(i))
            .Value("amount", _ => 100m, Unit.Money("DKK")).Covering(new(2026, 1, 1), new(2026, 3, 2)).Build();

        Found(table, Query.For(Sales(table))).Should().BeEmpty();
    }

    [Fact] // Open from Monday to Friday: no weekend is missing, but the Wednesday is.
    public void Query_ShopThatIsClosedAtWeekends_MissesOnlyWorkingDays()
    {
        var open = Enumerable.Range(0, 90).Select(i => new LocalDate(2026, 1, 1).PlusDays(i))
            .Where(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && day != new LocalDate(2026, 2, 11));
        var table = FactTable.From("t", open).At(day => day).Value("amount", _ => 100m, Unit.Money("DKK")).Build();

        Found(table, Query.For(Sales(table))).Should().Equal("Table 't' has facts for almost every day, but none for 2026-02-11.");
    }

    [Fact] // Something that happens every third day is not missing on the others.
    public void Query_RareEvents_MissNoDay()
    {
        var table = FactTable.From("t", Enumerable.Range(0, 30)).At(i => new LocalDate(2026, 1, 1).PlusDays(3 * i))
            .Value("amount", _ => 100m, Unit.Money("DKK")).Build();

        Found(table, Query.For(Sales(table))).Should().BeEmpty();
    }

    [Fact]
    public void Query_MonthWithoutItsTotal_IsFound()
    {
        var table = FactTable.From("t", [1, 2, 3, 5, 6]).At(month => new LocalDate(2026, month, 1)).EachFactCovers(Grain.Month)
            .Value("amount", _ => 100m, Unit.Money("DKK")).Build();

        Found(table, Query.For(Sales(table))).Should().Equal("Table 't' has facts for almost every month, but none for 2026-04.");
        new InMemorySource(Calendar, table).Query(Query.For(Sales(table))).Findings[0].Message(new("da"))
            .Should().Be("Tabellen 't' har data for næsten alle måneder, men ingen for 2026-04.");
        table.Describe(Calendar).MissingDays.Should().NotBeOfType<LocalDate[]>("all who ask share the list");
    }

    [Fact] // Seven days are too many to list.
    public void Query_ManyDaysWithoutRows_AreCounted()
    {
        var table = Days(300, except: new(new(2026, 4, 1), new(2026, 4, 7)));

        Found(table, Query.For(Sales(table))).Should().Equal(
            "Table 't' has facts for almost every day, but none for 2026-04-01, 2026-04-02, 2026-04-03, 2026-04-04, … (7).");
    }

    [Theory] // Samoa skipped 30 December 2011: a fact a day lacks none.
    [InlineData(false)]
    [InlineData(true)]
    public void Query_DayThatTheZoneSkipped_IsNotMissing(bool isStated)
    {
        var apia = ReportingCalendar.Iso("Pacific/Apia");
        var skipped = new LocalDate(2011, 12, 30);
        var days = Enumerable.Range(0, 31).Select(new LocalDate(2011, 12, 1).PlusDays).Where(day => day != skipped);
        var builder = FactTable.From("t", days).At(day => day).Value("amount", _ => 100m, Unit.Money("DKK"));
        var table = isStated
            ? builder.Covering(new(2011, 12, 1), new(2012, 1, 1), except: [new(skipped, skipped)]).Build()
            : builder.Build();
        var answer = new InMemorySource(apia, table).Query(Query.For(Sales(table)).During(apia.Month(2011, 12)));

        answer.Findings.Should().BeEmpty();
        answer.Total.IsFullyCovered.Should().BeTrue();
    }

    [Fact] // The last month that there is.
    public void Query_TotalsOfMonthsAtTheEndOfTheCalendar_AreAnswered()
    {
        var table = FactTable.From("t", [11, 12]).At(month => new LocalDate(9998, month, 1)).EachFactCovers(Grain.Month)
            .Value("amount", _ => 100m, Unit.Money("DKK")).Build();

        new InMemorySource(ReportingCalendar.Utc, table).Query(Query.For(Sales(table)).During(ReportingCalendar.Utc.Month(9998, 12)))
            .Total[Sales(table)].Should().Be(Money.Dkk(100));
    }

    private static Instant At(int month, int day) => Calendar.StartOfDay(new(2026, month, day));

    private static IEnumerable<string> Found(FactTable table, Query query) =>
        new InMemorySource(Calendar, table).Query(query).Findings.Select(finding => finding.Message());

    private static Metric Sales(FactTable table) => Metric.Sum("sales", table, "amount");

    // Days of 100 from 1 January 2026, without those of the gap.
    private static FactTable Days(
        int count, string name = "t", DateInterval? except = null, bool covering = false, bool isInstant = false)
    {
        var start = new LocalDate(2026, 1, 1);
        var builder = FactTable
            .From(name, Enumerable.Range(0, count).Select(start.PlusDays).Where(day => except?.Contains(day) != true))
            .Dimension("market", _ => "DK")
            .Value("amount", _ => 100m, Unit.Money("DKK"))
            .Value("orders", _ => 10, Unit.Count("order"));
        builder = isInstant
            ? builder.At(day => (Instant?)(Calendar.StartOfDay(day) + Duration.FromMinutes(1)))
            : builder.At(day => day);
        DateInterval[]? gaps = except is null ? null : [except];
        return (covering ? builder.Covering(start, start.PlusDays(count), gaps) : builder).Build();
    }
}
