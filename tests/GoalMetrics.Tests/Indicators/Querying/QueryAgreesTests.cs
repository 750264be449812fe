using CsCheck;
using GoalMetrics.Tests.Indicators.Measures.OverTime;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Querying;

// Whole questions against the obvious way: two tables, a ratio of both, conversions, comparisons, subtotals, order, conditions and the top
// with the rest, in odd zones and calendars. More cases with GOALMETRICS_CASES=100000.
public class QueryAgreesTests
{
    private static readonly LocalDate First = new(2020, 2, 10);
    private const int Span = 80;
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("GOALMETRICS_CASES"), out var cases) ? cases : 400;

    private static readonly Gen<ReportingCalendar> AnyCalendar = Gen.Select(
        Gen.OneOfConst(
            "Europe/Copenhagen", "America/New_York", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu", "Antarctica/Troll",
            "America/Santiago"),
        Gen.Int[1, 12],
        OverTimeAgreesTests.AnyWeeks,
        OverTimeAgreesTests.AnyRetail,
        Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 12])),
        (zone, month, weeks, retail, firstHour) => ReportingCalendar.Iso(zone).WithDayStartingAt(firstHour)
            .WithFiscalYearStartingIn(month).WithWeeksStartingOn(weeks.Day, weeks.Least).WithRetailYear(retail));

    private static readonly Gen<Event[]> AnyEvents = Gen.Select(
        Gen.Int[0, Span * 8], Gen.OneOfConst("UK", "DK", "SE", null), Gen.OneOfConst("email", "search"),
            Gen.OneOfConst("ann", "bob", "cid", null), Gen.Int[-500, 900],
        (at, market, channel, who, cents) => new Event(at, market, channel, who, cents / 100m)).Array[0, 40];

    private static readonly Gen<Case> AnyCase =
        from calendar in AnyCalendar
        from visits in AnyEvents
        from orders in AnyEvents
        from grain in Gen.OneOfConst<Grain?>(
            null, Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.FiscalQuarter, Grain.FiscalHalfYear, Grain.RetailWeek,
            Grain.RetailPeriod, Grain.RetailQuarter)
        from dimensions in Gen.OneOfConst<string[]>([], ["market"], ["channel", "market"])
        from start in Gen.Int[0, Span - 1]
        from days in Gen.Int[1, 50]
        from asOf in Gen.Frequency((1, Gen.Const((int?)null)), (1, Gen.Int[0, Span * 8].Select(at => (int?)at)))
        from window in Gen.Int[1, 20]
        from known in Gen.Int[1, Span + 1]
        from ordered in Gen.OneOfConst<SortOrder?>(null, SortOrder.Ascending, SortOrder.Descending)
        from least in Gen.Frequency((2, Gen.Const((decimal?)null)), (1, Gen.Int[-3, 3].Select(value => (decimal?)value)))
        from top in Gen.Int[0, 2]
        from compared in Gen.OneOfConst<PeriodComparison?>(null, PeriodComparison.PreviousPeriod, PeriodComparison.YearEarlier)
        select new Case(
            calendar, visits, orders, grain, dimensions, start, days, asOf, window, known, ordered, least, dimensions.Length > 0
            ? top : 0, compared);

    [Fact]
    public void Query_AnyShape_AgreesWithTheObviousWay() => AnyCase.Sample(Check, iter: Cases);

    private static void Check(Case it)
    {
        var calendar = it.Calendar;
        var zero = calendar.StartOfDay(First);
        Instant Time(Event fact) => zero + Duration.FromHours(3 * fact.At);

        // Where clocks go back at midnight the day that has begun holds what repeats of the old date: a rule of its own, proved elsewhere.
        LocalDate Shown(Event fact) => Time(fact).InZone(calendar.Zone).LocalDateTime.PlusHours(-calendar.FirstHourOfDay).Date;
        if (it.Visits.Concat(it.Orders).Any(fact => calendar.DateOf(Time(fact)) != Shown(fact)))
        {
            return;
        }

        FactTable Build(string name, Event[] events, LocalDate until) => FactTable.From(name, events).At(fact => (Instant?)Time(fact))
            .Dimension("market", fact => fact.Market).Dimension("channel", fact => fact.Channel).Dimension("who", fact => fact.Who)
            .Value("amount", fact => fact.Amount, Unit.Money("DKK")).Covering(First.PlusYears(-2), until).Build();
        var visitsTable = Build("visits", it.Visits, First.PlusDays(Span + 60));
        var ordersKnown = First.PlusDays(it.Known);
        var ordersTable = Build("orders", it.Orders, ordersKnown);
        var (visits, revenue) = (Metric.Count("visits", visitsTable), Metric.Sum("revenue", ordersTable, "amount"));
        var (who, ratio) = (Metric.CountDistinct("who", visitsTable, "who"), Kpi.Of("ratio", Formula.Parse("a / b"), revenue, visits));
        var within = Conversions.Of(visitsTable, ordersTable, "who", Duration.FromHours(12 * it.Window));
        var (converted, immature) = (within.Converted("converted"), within.Immature("immature"));

        var (start, end) = (First.PlusDays(it.Start), First.PlusDays(it.Start + it.Days));
        var asOf = it.AsOf is { } at ? zero + Duration.FromHours(3 * at) : calendar.StartOfDay(end);
        var query = Query.For(visits, revenue, who, ratio, converted, immature).Between(start, end).By(it.Dimensions).AsOf(asOf)
            .WithSubtotals();
        query = it.Grain is { } grain ? query.By(grain) : query;
        query = it.Ordered is { } order ? query.OrderedBy(revenue, order) : query;
        query = it.Least is { } least ? query.Having(visits, Comparison.GreaterOrEqual, Quantity.Count(least)) : query;
        query = it.Top > 0 ? query.Top(it.Top, "market", by: visits) : query;
        query = it.Compared is { } compared ? query.ComparedWith(compared) : query;
        var answer = new InMemorySource(calendar, visitsTable, ordersTable).Query(query);

        // Each conversion goes to the latest visit of the same visitor, and shows where its window reaches.
        var closed = Instant.Min(asOf, calendar.StartOfDay(ordersKnown));
        var (visitsEnd, ordersEnd) = (calendar.StartOfDay(First.PlusDays(Span + 60)), calendar.StartOfDay(ordersKnown));

        // Orders after that are outside the coverage.
        List<Event> orders = [.. it.Orders.Where(order => Time(order) < ordersEnd)];
        var credited = it.Orders.Where(order => order.Who is not null && Time(order) < asOf)
            .Select(
                order => it.Visits.Select((visit, place) => (visit, place))
                .Where(pair => pair.visit.Who == order.Who && pair.visit.At <= order.At)
                .OrderBy(pair => pair.visit.At).ThenBy(pair => pair.place).Select(pair => (Event?)pair.visit).LastOrDefault() is { } latest
                && Time(order) < End(latest) ? latest : null)
            .OfType<Event>().ToHashSet(ReferenceEqualityComparer.Instance);
        Instant End(Event visit) => Time(visit) + Duration.FromHours(12 * it.Window);

        // The largest of the markets that have facts anywhere in the time the answer is about.
        List<string?> kept = [];
        if (it.Top > 0)
        {
            var all = calendar.Range(start, end);
            var periods = (it.Grain is { } by ? all.SplitBy(by) : []).Append(all).ToList();
            kept = [
                .. it.Visits.Where(fact => periods.Any(period => IsSeenNowOrEarlier(fact, period, visitsEnd)))
                .Concat(orders.Where(fact => periods.Any(period => IsSeenNowOrEarlier(fact, period, ordersEnd))))
                .Select(fact => fact.Market).Distinct()
                .OrderByDescending(market => it.Visits.Count(visit => visit.Market == market && IsSeen(visit, all.Start, all.End)))
                .ThenBy(market => market is null).ThenBy(market => market, StringComparer.Ordinal).Take(it.Top)];
        }

        var totals = answer.Select(row => row.Period).Distinct().Select(answer.TotalOf).Append(answer.Total);
        foreach (var row in answer.Rows.Concat(answer.Subtotals).Concat(totals))
        {
            CheckRow(row, _ => (row.Period.Start, row.Period.End), measure => row[measure]);
            if (it.Compared is { } comparison)
            {
                CheckRow(
                    row, end => Earlier(row.Period, end)!.Value, measure => row.Earlier(measure, comparison));
            }
        }

        foreach (var period in answer.Rows.GroupBy(row => row.Period))
        {
            if (it.Least is { } floor)
            {
                Assert.All(period, row => Assert.True(row[visits].AmountOrNull >= floor));
            }

            if (it.Ordered is { } direction)
            {
                var amounts = period.Where(row => !row.IsRest).Select(row => row[revenue].AmountOrNull).ToList();
                Assert.Equal(
                    amounts.OrderBy(amount => amount is null)
                    .ThenBy(amount => direction == SortOrder.Ascending ? amount : -amount), amounts);
                Assert.DoesNotContain(period.SkipWhile(row => !row.IsRest), row => !row.IsRest);
            }
        }

        // All combinations that any fact has, in every period, unless a condition leaves some out.
        if (it.Least is null && it.Top == 0 && it.Compared is null && it.Dimensions.Length > 0)
        {
            var all = calendar.Range(start, end);
            var combinations = it.Visits.Where(visit => IsSeen(visit, all.Start, all.End))
                .Concat(orders.Where(order => IsSeen(order, all.Start, all.End)))
                .Select(fact => string.Join('|', it.Dimensions.Select(dimension => fact.Of(dimension) ?? "none"))).Distinct().Count();
            Assert.All(answer.Rows.GroupBy(row => row.Period), period => Assert.Equal(combinations, period.Count()));
        }

        // Only the elapsed part is compared, as far as there are data.
        (Instant From, Instant Until)? Earlier(ReportingPeriod period, Instant dataEnd)
        {
            if (it.Compared is not { } comparison)
            {
                return null;
            }

            var earlier = comparison == PeriodComparison.PreviousPeriod ? period.Previous() : period.YearEarlier();
            var elapsed = Instant.Min(asOf, period.End);
            if (period.Start < dataEnd && dataEnd < elapsed)
            {
                elapsed = dataEnd;
            }

            return (earlier.Start, elapsed >= period.End ? earlier.End : period.LikeForLikeEnd(earlier, elapsed));
        }

        bool IsSeenNowOrEarlier(Event fact, ReportingPeriod period, Instant dataEnd) =>
            IsSeen(fact, period.Start, period.End)
            || (Earlier(period, dataEnd) is var (from, until) && IsSeen(fact, from, until));

        bool IsSeen(Event fact, Instant from, Instant until) => Time(fact) >= from && Time(fact) < until && Time(fact) < asOf;

        void CheckRow(MetricRow row, Func<Instant, (Instant From, Instant Until)> times, Func<Measure, Quantity> value)
        {
            bool Belongs(Event fact) => row.Members.Select((member, i) => (member, dimension: it.Dimensions[i]))
                .All(
                    pair => row.IsRest && pair.dimension == "market"
                    ? !kept.Contains(fact.Market) : fact.Of(pair.dimension) == pair.member);
            List<Event> Own(IEnumerable<Event> facts, Instant from, Instant until) =>
                [.. facts.Where(fact => IsSeen(fact, from, until) && Belongs(fact))];

            var (from, until) = times(visitsEnd);
            var ownVisits = Own(it.Visits, from, until);
            var begun = from < Instant.Min(until, asOf);
            Same("visits", value(visits), begun ? ownVisits.Count : null);
            Same("who", value(who), begun ? ownVisits.Select(visit => visit.Who).OfType<string>().Distinct().Count() : null);
            var mature = ownVisits.Where(visit => End(visit) <= closed).ToList();
            Same("immature", value(immature), begun ? ownVisits.Count - mature.Count : null);

            // A number of conversions is compared as far as windows have closed.
            (from, until) = times(Instant.Min(visitsEnd, closed - Duration.FromHours(12 * it.Window)));
            mature = [.. Own(it.Visits, from, until).Where(visit => End(visit) <= closed)];
            begun = from < Instant.Min(until, asOf);
            Same("converted", value(converted), begun ? mature.Count(credited.Contains) : null);

            (from, until) = times(ordersEnd);
            var ownOrders = Own(orders, from, until);
            begun = from < Instant.Min(until, asOf);
            Same("revenue", value(revenue), begun && from < ordersEnd ? ownOrders.Sum(order => order.Amount) : null);

            // Both are read until the orders end.
            (from, until) = times(ordersEnd);
            until = Instant.Min(until, ordersEnd);
            var (over, under) = (Own(orders, from, until).Sum(order => order.Amount), Own(it.Visits, from, until).Count);
            Same("ratio", value(ratio), from < Instant.Min(until, asOf) && under > 0 ? over / under : null);

            void Same(string what, Quantity found, decimal? expected) => Assert.True(
                expected is null ? !found.IsDefined : found.IsDefined && Math.Abs(found.Amount - expected.Value) < 1e-20m,
                $"{what} at {row.Period} {string.Join('|', row.Members)}{(row.IsRest ? " (rest)" : "")} from {from} until {until} as of"
                + $" {asOf}: expected {expected}, found {found}. {calendar}");
        }
    }

    internal sealed record Event(int At, string? Market, string? Channel, string? Who, decimal Amount)
    {
        public string? Of(string dimension) => dimension == "market" ? Market : Channel;
    }

    internal sealed record Case(
        ReportingCalendar Calendar, Event[] Visits, Event[] Orders, Grain? Grain, string[] Dimensions, int Start, int Days, int? AsOf,
            int Window, int Known,
        SortOrder? Ordered, decimal? Least, int Top, PeriodComparison? Compared);
}
