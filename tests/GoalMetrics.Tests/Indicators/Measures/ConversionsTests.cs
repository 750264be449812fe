using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

// Conversions within a window, by hand and against nested loops.
public class ConversionsTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("GOALMETRICS_CASES"), out var cases)
        ? cases : 1_000;

    // Ann visits on the 1st and 4th and buys on the 5th and 6th; Bob visits on the 1st and buys on the 8th, a day too late;
    // Cid buys without a visit; one visitor has no name; Dan visits on the 20th.
    private static readonly FactTable Visits = Table(
        "visits",
        [
            (1, "ann", "search", "shoe"), (1, "bob", "email", "hat"), (4, "ann", "email", "hat"), (5, null, "email", "hat"),
            (20, "dan", "email", "hat")]);
    private static readonly FactTable Orders = Table(
        "orders", [(5, "ann", "-", "shoe"), (6, "ann", "-", "hat"), (8, "bob", "-", "hat"), (9, "cid", "-", "hat"), (6, null, "-", "hat")]);
    private static readonly InMemorySource Source = new(Calendar, Visits, Orders);
    private static readonly Conversions Weekly = Conversions.Of(Visits, Orders, "customer", Duration.FromDays(7));

    [Fact]
    public void Conversion_SeveralBaseEvents_IsCreditedToTheLatestInItsWindow()
    {
        var (rate, each) = (Weekly.Rate("rate"), Weekly.PerBaseEvent("each"));
        var answer = Ask(Query.For(rate, each).By("channel"), asOf: 15);
        answer.Total[rate].Should().Be(Quantity.Ratio(0.25m));
        answer.Total[each].Amount.Should().Be(0.5m);
        answer["email", rate].Amount.Should().Be(1m / 3m);
        answer["search", rate].Amount.Should().Be(0m);
        answer.Total.Evidence(rate).Select(input => $"{input.Measure} {input.Value.Amount:0}")
            .Should().Equal("rate-converted 1", "rate-base-events 4", "rate-immature 0");
    }

    [Fact] // The shoe was viewed on the 1st and the hat on the 4th: each purchase has its own visit.
    public void Matching_ConstantProperties_AreTheSame()
    {
        var matching = Weekly.Matching("product");
        Ask(Query.For(matching.Rate("rate")), asOf: 15).Total[matching.Rate("rate")].Should().Be(Quantity.Ratio(0.5m));
    }

    [Fact] // A filter of the query chooses among base events; one of the definition decides which events are.
    public void Where_OfQueryAndDefinition_BothHold()
    {
        var rate = Weekly.Rate("rate");
        Ask(Query.For(rate).Where(Filter.Equal("channel", "search")), asOf: 15).Total[rate].Amount.Should().Be(0m);
        var ofSearch = Weekly.Where(Filter.Equal("channel", "search")).Rate("search");
        Ask(Query.For(ofSearch), asOf: 15).Total[ofSearch].Amount.Should().Be(1m);
        var ofShoes = Weekly.WhereConversion(Filter.Equal("product", "shoe")).Credited("shoes");
        Ask(Query.For(ofShoes), asOf: 15).Total[ofShoes].Amount.Should().Be(1m);
    }

    [Fact] // Ann's visit of the 4th is open until the 11th; on the 10th only the 1st's two visits count.
    public void Immature_BaseEvents_AreCountedApart()
    {
        var (rate, immature, all) = (Weekly.Rate("rate"), Weekly.Immature("immature"), Weekly.IncludingImmature().Rate("all"));
        var answer = Ask(Query.For(rate, immature, all), asOf: 10);
        answer.Total[immature].Amount.Should().Be(2m);
        answer.Total[rate].Should().Be(Quantity.Ratio(0m));
        answer.Total[all].Should().Be(Quantity.Ratio(0.25m));
        Ask(Query.For(rate), asOf: 3).Total[rate].Reason.Should().Be(UndefinedReason.Immature);
        Ask(Query.For(rate).During(Calendar.Day(new(2026, 1, 2))), asOf: 15).Total[rate].Reason
            .Should().Be(UndefinedReason.ZeroDenominator);

        var days = Ask(Query.For(rate).By(Grain.Day), asOf: 10);
        days.Rows[1].State.Should().Be(PeriodState.Closed);
        days.Rows[2].State.Should().Be(PeriodState.Settling);
    }

    [Fact] // The second purchase converts the first; the third comes after a week; no purchase converts itself.
    public void SameTable_RepeatPurchases_DoNotConvertThemselves()
    {
        var table = Table(
            "orders", [(1, "ann", "-", "-"), (3, "ann", "-", "-"), (11, "ann", "-", "-"), (1, "bob", "-", "-"), (1, "bob", "-", "-")]);
        var repeat = Conversions.Of(table, table, "customer", Duration.FromDays(7)).Converted("repeat");
        var answer = new InMemorySource(Calendar, table)
            .Query(Query.For(repeat).By("customer").AsOf(Moment(31)).Between(new(2026, 1, 1), new(2026, 1, 31)));
        answer["ann", repeat].Amount.Should().Be(1m);
        answer["bob", repeat].Amount.Should().Be(1m);
    }

    [Fact] // Summer time begins on 29 March 2026: that day has 23 hours, and a window of a day still ends with it.
    public void Dates_CountInDays_WhateverTheClocksDo()
    {
        var day = new LocalDate(2026, 3, 29);
        FactTable On(string name, LocalDate date) =>
            FactTable.From(name, new[] { date }).At(it => it).Dimension("customer", _ => "ann").Build();
        FactTable From(string name, Instant at) =>
            FactTable.From(name, new[] { at }).At(it => it).Dimension("customer", _ => "ann").Build();
        decimal Converted(FactTable visits, FactTable orders)
        {
            var converted = Conversions.Of(visits, orders, "customer", Duration.FromDays(1)).Converted("converted");
            return new InMemorySource(Calendar, visits, orders)
                .Query(
                    Query.For(converted).Between(day, day.PlusDays(1)).AsOf(Calendar.StartOfDay(day.PlusDays(9)))).Total[converted].Amount;
        }

        Converted(On("v", day), On("o", day)).Should().Be(1m);
        Converted(On("v", day), On("o", day.PlusDays(1))).Should().Be(0m);
        Converted(On("v", day), From("o", Calendar.StartOfDay(day.PlusDays(1)))).Should().Be(0m);
        Converted(On("v", day), From("o", Calendar.StartOfDay(day.PlusDays(1)) - Duration.FromTicks(1))).Should().Be(1m);
        Converted(From("v", Calendar.StartOfDay(day)), From("o", Calendar.StartOfDay(day.PlusDays(1)))).Should().Be(1m);
    }

    [Fact]
    public void Metrics_AddUp_RollAndServeKpis()
    {
        var kpi = Kpi.Of("weekly-conversion", Weekly.Rate("rate").Rolling(31, Grain.Day));
        Ask(Query.For(kpi), asOf: 30).Total[kpi].Amount.Should().Be(0.2m);
        Weekly.BaseEvents("base").Additivity.Should().Be(Additivity.Additive);
        Weekly.Rate("rate").Unit.Should().Be(Unit.Ratio);
    }

    [Fact]
    public void Of_UnknownEntity_NamesTheNearest() =>
        Messages.Of<ArgumentException>(() => Conversions.Of(Visits, Orders, "custmer", Duration.FromDays(7))).Should().StartWith(
            "Table 'visits' has no dimension 'custmer'; it has customer, channel, product. Did you mean 'customer'?");

    [Fact]
    public void Of_HoursOverDates_AsksForWholeDays() =>
        Messages.Of<ArgumentException>(() => Conversions.Of(Visits, Orders, "customer", Duration.FromHours(36))).Should().StartWith(
            "Table 'visits' has dates, and no times of day: expected a window of whole days, such as Duration.FromDays(7); found"
            + " 1:12:00:00.");

    [Fact] // An order of the 3rd counts as one of midnight, before the visit of that day at noon, and after that of the 2nd.
    public void Of_TimesIntoDates_IsAFinding()
    {
        var calendar = ReportingCalendar.Iso("America/New_York");
        var visits = FactTable.From("visits", new[] { 2, 3 }).At(day => calendar.At(new(2026, 1, day, 12, 0)))
            .Dimension("customer", _ => "ann").Build();
        var orders = FactTable.From("orders", new[] { new LocalDate(2026, 1, 3) }).At(day => day).Dimension("customer", _ => "ann")
            .Covering(new(2026, 1, 1), new(2026, 2, 1)).Build();
        var conversions = Conversions.Of(visits, orders, "customer", Duration.FromDays(7));
        var (converted, rate) = (conversions.Converted("converted"), conversions.Rate("rate"));
        var answer = new InMemorySource(calendar, visits, orders)
            .Query(Query.For(converted, rate).By(Grain.Day).AsOf(calendar.StartOfDay(new(2026, 1, 20))));

        answer.Rows.Select(row => row[converted].Amount).Should().Equal(1m, 0m);
        var finding = answer.Findings.Single();
        (finding.Code, finding.Path, finding.Severity).Should().Be(
            ("DATA-DATES-BESIDE-TIMES", "tables/orders", FindingSeverity.Warning));
        finding.Message().Should().Be(
            "Table 'orders' has dates, and table 'visits' times of day: for 'converted' a date is the start of its day, so a conversion on"
            + " the day of its base event is not found.");
        finding.Suggestion().Should().Be("Load both tables by date, or both with times of day.");
    }

    [Fact] // An order of 3 January at noon is on the day of the visit, which counts from its start.
    public void Of_DatesIntoTimes_CountsTheDay()
    {
        var calendar = ReportingCalendar.Iso("America/New_York");
        var visits = FactTable.From("visits", new[] { new LocalDate(2026, 1, 3) }).At(day => day).Dimension("customer", _ => "ann").Build();
        var orders = FactTable.From("orders", new[] { calendar.At(new(2026, 1, 3, 12, 0)) }).At(at => at).Dimension("customer", _ => "ann")
            .Covering(new(2026, 1, 1), new(2026, 2, 1)).Build();
        var converted = Conversions.Of(visits, orders, "customer", Duration.FromDays(1)).Converted("converted");
        new InMemorySource(calendar, visits, orders)
            .Query(Query.For(converted).AsOf(calendar.StartOfDay(new(2026, 1, 20)))).Total[converted].Amount.Should().Be(1m);
    }

    [Fact]
    public void Of_NoWindow_AsksForOneAboveZero() =>
        Messages.Of<ArgumentOutOfRangeException>(() => Conversions.Of(Visits, Orders, "customer", Duration.Zero)).Should().StartWith(
            "Expected a window above zero, of at most 100 years, such as Duration.FromDays(7); found 0:00:00:00.");

    [Fact]
    public void Matching_UnknownDimension_SaysWhatThereIs() =>
        Messages.Of<ArgumentException>(() => Weekly.Matching("color")).Should().StartWith(
            "Table 'visits' has no dimension 'color'; it has customer, channel, product.");

    [Fact]
    public void Query_WithoutTheTableOfConversions_SaysWhichItHas()
    {
        var source = new InMemorySource(Calendar, Visits);

        Messages.Of<ArgumentException>(() => source.Query(Query.For(Weekly.Rate("rate")))).Should().StartWith(
            "The source has no table 'orders'; it has visits.");
    }

    [Fact]
    public void Conversions_AtRandom_AgreeWithNestedLoops()
    {
        var events = Gen.Select(
            Gen.Int[0, 60], Gen.OneOfConst<string?>("ann", "bob", null), Gen.OneOfConst<string?>("p", "q", null), (at, who, what) =>
            (At: at, Who: who, What: what)).Array[0, 14];
        Gen.Select(events, events, Gen.Int[1, 30], Gen.Int[0, 70], Gen.Int[0, 3], Gen.Bool, Gen.OneOfConst("Europe/Copenhagen", "UTC"))
            .Sample(
            (bases, conversions, window, moment, kind, matches, zone) =>
            {
                // Hours around the start of summer time, or days.
                var calendar = ReportingCalendar.Iso(zone);
                var (baseDates, conversionDates, same) = (kind is 1 or 2, kind is 1 or 3, kind == 0);
                conversions = same ? bases : conversions;
                var zero = calendar.StartOfDay(new(2026, 3, 28));
                LocalDate Date(int at) => new LocalDate(2026, 3, 28).PlusDays(at / 4);
                Instant Time(int at, bool date) => date ? calendar.StartOfDay(Date(at)) : zero + Duration.FromHours(at * 6);
                FactTable Build(string name, (int At, string? Who, string? What)[] rows, bool dates)
                {
                    var builder = FactTable.From(name, rows);
                    builder = dates ? builder.At(row => Date(row.At)) : builder.At(row => Time(row.At, false));
                    return builder.Dimension("who", row => row.Who).Dimension("what", row => row.What)
                        .Covering(new(2026, 3, 1), new(2026, 5, 1)).Build();
                }

                var baseTable = Build("bases", bases, baseDates);
                var conversionTable = same ? baseTable : Build("conversions", conversions, conversionDates);
                var days = 1 + (window / 4);
                var length = baseDates ? Duration.FromDays(days) : Duration.FromHours(6 * window);
                Instant End((int At, string?, string?) row) =>
                    baseDates ? calendar.StartOfDay(Date(row.At).PlusDays(days)) : Time(row.At, false) + length;
                var asOf = zero + Duration.FromHours(moment * 6);

                var definition = Conversions.Of(baseTable, conversionTable, "who", length);
                definition = matches ? definition.Matching("what") : definition;
                Metric[] metrics = [
                    definition.BaseEvents("base"), definition.Converted("converted"), definition.Credited("credited"),
                    definition.Immature("immature"), definition.IncludingImmature().Credited("all")];
                var source = same ? new InMemorySource(calendar, baseTable) : new InMemorySource(calendar, baseTable, conversionTable);
                var answer = source.Query(Query.For(metrics).Between(new(2026, 3, 1), new(2026, 5, 1)).AsOf(asOf));

                var credits = new int[bases.Length];
                for (var c = 0; c < conversions.Length; c++)
                {
                    var at = Time(conversions[c].At, same ? baseDates : conversionDates);
                    var latest = Enumerable.Range(0, bases.Length)
                        .Where(
                            b => bases[b].Who is not null && bases[b].Who == conversions[c].Who
                            && (!matches || bases[b].What == conversions[c].What))
                        .Where(b => Time(bases[b].At, baseDates) is var time && (time < at || (time == at && (!same || b < c))))
                        .OrderBy(b => Time(bases[b].At, baseDates)).ThenBy(b => b).Select(b => (int?)b).LastOrDefault();
                    if (at < asOf && latest is { } found && at < End(bases[found]))
                    {
                        credits[found]++;
                    }
                }

                var seen = Enumerable.Range(0, bases.Length).Where(b => Time(bases[b].At, baseDates) < asOf).ToList();
                var mature = seen.Where(b => End(bases[b]) <= asOf).ToList();
                int[] expected = [
                    mature.Count, mature.Count(b => credits[b] > 0), mature.Sum(b => credits[b]), seen.Count - mature.Count,
                    seen.Sum(b => credits[b])];
                Assert.Equal(expected, metrics.Select(metric => (int)answer.Total[metric].Amount));
            },
            iter: Cases);
    }

    private static FactTable Table(string name, (int Day, string? Customer, string Channel, string Product)[] facts) =>
        FactTable.From(name, facts)
        .At(fact => new LocalDate(2026, 1, fact.Day))
        .Dimension("customer", fact => fact.Customer).Dimension("channel", fact => fact.Channel).Dimension("product", fact => fact.Product)
        .Covering(new(2026, 1, 1), new(2026, 2, 1)).Build();

    private static Instant Moment(int day) => Calendar.StartOfDay(new(2026, 1, day));

    private static MetricTable Ask(Query query, int asOf) => Source.Query(query.AsOf(Moment(asOf)));
}
