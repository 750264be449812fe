using CsCheck;
using GoalMetrics.Sources;
using GoalMetrics.Tests.Engines.InMemory;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.OverTime;

// Measures over time, nested at random, against the obvious way: which facts lie in the window, and what is their value. More cases
// with GOALMETRICS_CASES=100000.
public class OverTimeAgreesTests
{
    private static readonly LocalDate First = new(2019, 12, 20);
    private const int Span = 100;
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("GOALMETRICS_CASES"), out var cases) ? cases : 600;

    // Summer time begins in them on 29 March, 8 March and 5 April.
    private static readonly Gen<ReportingCalendar> AnyCalendar = Gen.Select(
        Gen.OneOfConst(
            "Europe/Copenhagen", "America/New_York", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu", "Antarctica/Troll",
            "Asia/Gaza", "UTC"),
        Gen.OneOfConst(1, 4, 7),
        AnyWeeks,
        AnyRetail,
        Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 12])),
        (zone, month, weeks, retail, firstHour) => ReportingCalendar.Iso(zone).WithDayStartingAt(firstHour)
            .WithFiscalYearStartingIn(month).WithWeeksStartingOn(weeks.Day, weeks.Least).WithRetailYear(retail));

    internal static Gen<(IsoDayOfWeek Day, int Least)> AnyWeeks =>
        Gen.Select(
            Gen.OneOfConst(IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday, IsoDayOfWeek.Saturday), Gen.OneOfConst(1, 4, 7), (day, least) =>
            (day, least));

    internal static Gen<RetailCalendar> AnyRetail => Gen.Select(
        Gen.Enum<RetailPattern>(), Gen.OneOfConst(1, 6, 12),
            Gen.OneOfConst(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday, IsoDayOfWeek.Thursday), Gen.Enum<RetailYearEnd>(),
            Gen.Enum<YearName>(),
        (pattern, month, day, end, name) => new RetailCalendar(pattern, month, day, end, name));

    private static readonly Gen<(int HalfHours, string? A, string? B, decimal? V)[]> AnyRows = Gen.Select(
        Gen.Int[0, Span * 48],
        Gen.OneOfConst("UK", "DK", null),
        Gen.OneOfConst<string?>("x", "y"),
        Gen.Frequency((1, Gen.Const((decimal?)null)), (6, Gen.Int[-300, 300].Select(cents => (decimal?)cents / 100m)))).Array[0, 50];

    private static readonly Gen<Grain> AnyGrain = Gen.OneOfConst(
        Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.HalfYear, Grain.Year, Grain.FiscalQuarter, Grain.FiscalHalfYear,
            Grain.FiscalYear,
        Grain.RetailWeek, Grain.RetailPeriod, Grain.RetailQuarter, Grain.RetailYear);

    private static readonly Gen<View> Rolling = Gen.Select(
        Gen.Int[1, 40], Gen.OneOfConst(Grain.Day, Grain.Week, Grain.Month), (count, grain) => new View("rolling", count, grain));

    private static readonly Gen<View> Coarser = Gen.Select(
        Gen.OneOfConst("last", "first", "average"), Gen.OneOfConst(Grain.Day, Grain.Week, Grain.Month, Grain.RetailPeriod),
        (which, grain) => new View(which, 0, grain));

    private static readonly Gen<View> AnyView = Gen.Frequency(
        (3, Rolling),
        (2, AnyGrain.Select(grain => new View("to-date", 0, grain))),
        (1, Gen.Const(new View("cumulative", 0, Grain.Day))),
        (1, Gen.Int[-5, Span].Select(day => new View("since", day, Grain.Day))),
        (3, Gen.Select(Gen.Int[1, 3], AnyGrain, (count, grain) => new View("shifted", -count, grain))),
        (1, Coarser));

    private static readonly Gen<Case> AnyCase =
        from calendar in AnyCalendar
        from rows in AnyRows
        from instants in Gen.Bool
        from metric in Gen.Int[0, 6]
        from views in AnyView.Array[1, 3]
        from grain in Gen.OneOfConst<Grain?>(
            null, Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.FiscalQuarter, Grain.RetailWeek, Grain.RetailPeriod)
        from byMember in Gen.Bool
        from start in Gen.Int[-5, Span]
        from days in Gen.Int[1, 45]
        from asOf in Gen.Frequency((2, Gen.Const((int?)null)), (1, Gen.Int[0, (Span + 5) * 48].Select(at => (int?)at)))
        from whole in Gen.Bool
        select new Case(calendar, rows, instants, metric, views, grain, byMember, start, days, asOf, whole);

    [Fact]
    public void OverTime_AnyNesting_AgreesWithTheObviousWay() => AnyCase.Sample(Check, iter: Cases);

    private static void Check(Case it)
    {
        var (calendar, zone) = (it.Calendar, it.Calendar.Zone);
        var midnight = calendar.StartOfDay(First);
        List<SlowRow> rows = [.. it.Rows.Select(row => it.Instants
            ? SlowRow.At(midnight + Duration.FromMinutes(30 * row.HalfHours), calendar, row.A, row.B, row.V)
            : SlowRow.On(First.PlusDays(row.HalfHours / 48), calendar, row.A, row.B, row.V))];
        var builder = FactTable.From("t", rows);
        builder = it.Instants ? builder.At(row => row.Time) : builder.At(row => row.Date);
        var table = builder.Dimension("a", row => row.A).Dimension("b", row => row.B).Value("v", row => row.V, Unit.Money("DKK")).Build();
        Metric metric = it.Metric switch
        {
            0 => Metric.Sum("m", table, "v"),
            1 => Metric.Count("m", table),
            2 => Metric.CountDistinct("m", table, "a"),
            3 => Metric.Average("m", table, "v"),
            4 => Metric.Median("m", table, "v"),
            5 => Metric.Balance("m", table, "v"),
            _ => Metric.Sum("m", table, "v").Where(Filter.Equal("b", "x")),
        };
        var isBalance = metric.Aggregates[0] is Aggregate.Balance;
        if (isBalance && ReadsTheFirstOfAShiftedBalance(it.Views))
        {
            return;
        }

        var measure = it.Views.Aggregate((Measure)metric, (inner, view) => view.Of(inner));
        var (start, end) = (First.PlusDays(it.Start), First.PlusDays(it.Start + it.Days));
        var query = Query.For(measure).Between(start, end);
        query = it.Grain is { } grain ? query.By(grain) : query;
        query = it.ByMember ? query.By("b") : query;
        query = it.Whole ? query.ComparingWholePeriods() : query;
        var asOf = it.AsOf is { } halfHours ? midnight + Duration.FromMinutes(30 * halfHours) : calendar.StartOfDay(end);
        var answer = new InMemorySource(calendar, table).Query(query.AsOf(asOf));

        foreach (var row in answer.Rows.Append(answer.Total))
        {
            var facts = rows.Where(fact => row.Members.Count == 0 || fact.B == row.Members[0]).ToList();
            var expected = Expected(it.Views.Length, new(row.Period, Least(asOf, row.Period.End)));
            Assert.True(
                expected == row[measure]
                || Near(expected, row[measure]),
                $"{measure} at {row.Period} {string.Join('|', row.Members)} as of {asOf} in {zone}: expected {expected}, found"
                + $" {row[measure]}. {string.Join(" of ", Enumerable.Reverse(it.Views))}");

            Assert.Equal(IsCovered(it.Views.Length, new(row.Period, Least(asOf, row.Period.End))), row.IsFullyCovered);

            Quantity Expected(int depth, Scope scope, bool opening = false)
            {
                if (depth == 0)
                {
                    var from = (isBalance ? scope.Since : null)?.Start ?? scope.Period.Start;
                    var window = rows.Where(fact => fact.Time >= from && fact.Time < scope.Until).ToList();
                    var cell = facts.Where(fact => fact.Time >= from && fact.Time < scope.Until).ToList();
                    var isSeen = rows.Count > 0 && from < scope.Until && from < Covered().End && scope.Until > Covered().Start;
                    return SlowEngine.Evaluate(
                        opening ? Metric.Balance("m", table, "v", BalanceValue.First) : metric, cell, window, isSeen);
                }

                var view = it.Views[depth - 1];
                var missing = Quantity.Undefined(UndefinedReason.NoData, depth == 1 ? "m" : null, metric.Unit);
                if (view.Kind is not ("last" or "first" or "average"))
                {
                    return Seen(view, scope) is { } seen ? Expected(depth - 1, seen) : missing;
                }

                // The last balance is that of every holder, whichever day it was recorded.
                if (depth == 1 && isBalance && view.Kind != "average")
                {
                    return Expected(0, scope, opening: view.Kind == "first");
                }

                var values = Counted(depth, scope).Select(part => Expected(depth - 1, part)).Where(value => value.IsDefined).ToList();
                return (values, view.Kind) switch
                {
                    ([], _) => missing,
                    (_, "last") => values[^1],
                    (_, "first") => values[0],
                    _ => values.Aggregate((sum, value) => sum + value) / Quantity.Ratio(values.Count),
                };
            }
        }

        (Instant Start, Instant End) Covered() =>
            (calendar.StartOfDay(rows.Min(fact => fact.Date)), calendar.StartOfDay(rows.Max(fact => fact.Date).PlusDays(1)));

        // Whole shorter periods that the facts cover, or all where there are none.
        List<Scope> Counted(int depth, Scope scope)
        {
            var parts = Parts(depth, scope);
            var whole = parts.Where(part => IsWhole(part) && IsCovered(depth - 1, part with { Since = null })).ToList();
            return whole.Count > 0 ? whole : parts;
        }

        List<Scope> Parts(int depth, Scope scope) =>
            [.. scope.Period.SplitBy(it.Views[depth - 1].Grain).Where(part => part.Start < scope.Until)
            .Select(part => new Scope(part, Least(part.End, scope.Until), scope.Since ?? scope.Period))];

        static bool IsWhole(Scope part) => !part.Period.IsPartial && part.Until == part.Period.End;

        bool IsCovered(int depth, Scope scope)
        {
            if (depth == 0)
            {
                var from = (isBalance ? scope.Since : null)?.Start ?? scope.Period.Start;
                var hasBegun = from < scope.Until || scope.Period.Start < asOf;
                return hasBegun && rows.Count > 0 && Covered().Start <= from && Greatest(from, scope.Until) <= Covered().End;
            }

            var view = it.Views[depth - 1];
            if (view.Kind is not ("last" or "first" or "average"))
            {
                return Seen(view, scope) is not { } seen || IsCovered(depth - 1, seen);
            }

            if (depth == 1 && isBalance && view.Kind != "average")
            {
                return IsCovered(0, scope);
            }

            return Counted(depth, scope).All(part => IsCovered(depth - 1, part))
                && Parts(depth, scope).Where(IsWhole).All(part => IsCovered(depth - 1, part with { Since = null }));
        }

        Scope? Seen(View view, Scope scope)
        {
            var (period, until, since) = scope;
            switch (view.Kind)
            {
                case "rolling":
                    var from = view.Grain switch
                    {
                        Grain.Month => period.EndDate.PlusMonths(-view.Count),
                        Grain.Week => period.EndDate.PlusWeeks(-view.Count),
                        _ => period.EndDate.PlusDays(-view.Count),
                    };
                    return new(calendar.Range(from, period.EndDate), until);
                case "to-date":
                    var last = until > period.Start ? calendar.DateOf(until - Duration.Epsilon) : period.StartDate;
                    var enclosing = calendar.Period(view.Grain, last);
                    var stretch = calendar.Range(enclosing.StartDate, LocalDate.Min(enclosing.EndDate, period.EndDate));
                    return new(stretch, Least(until, stretch.End));
                case "cumulative" or "since":
                    var beginning = rows.Select(row => row.Date).Append(start).Min();
                    var origin = view.Kind == "since" ? First.PlusDays(view.Count) : beginning;
                    return origin >= period.EndDate ? null : new(calendar.Range(origin, period.EndDate), until);
                default:
                    var other = period.Shift(view.Count, view.Grain);
                    var end = until >= period.End || it.Whole ? other.End : period.LikeForLikeEnd(other, until);
                    return new(other, Least(Least(end, other.End), asOf), since?.Shift(view.Count, view.Grain));
            }
        }
    }

    // It is refused: each first day has other holders.
    private static bool ReadsTheFirstOfAShiftedBalance(View[] views) =>
        views.TakeWhile(view => view.Kind == "shifted").Count() is > 0 and var shifts && shifts < views.Length
            && views[shifts].Kind == "first";

    private static Instant Greatest(Instant a, Instant b) => Instant.Max(a, b);

    private static Instant Least(Instant a, Instant b) => Instant.Min(a, b);

    // Undefined by any name; and the last digit of a quotient of quotients.
    private static bool Near(Quantity expected, Quantity found) => expected.IsDefined == found.IsDefined
        && (expected.IsDefined ? Math.Abs(expected.Amount - found.Amount) < 1e-20m : expected.Reason == found.Reason);

    internal sealed record Case(
        ReportingCalendar Calendar, (int HalfHours, string? A, string? B, decimal? V)[] Rows, bool Instants, int Metric, View[] Views,
            Grain? Grain, bool ByMember, int Start, int Days, int? AsOf, bool Whole);

    internal sealed record Scope(ReportingPeriod Period, Instant Until, ReportingPeriod? Since = null);

    internal sealed record View(string Kind, int Count, Grain Grain)
    {
        public Measure Of(Measure measure) => Kind switch
        {
            "rolling" => measure.Rolling(Count, Grain, "m1"),
            "to-date" => measure.ToDate(Grain, "m2"),
            "cumulative" => measure.Cumulative("m3"),
            "since" => measure.CumulativeSince(First.PlusDays(Count), "m4"),
            "shifted" => measure.Shifted(Count, Grain, "m5"),
            "last" => measure.AtLast(Grain, "m6"),
            "first" => measure.AtFirst(Grain, "m7"),
            _ => measure.AverageOver(Grain, "m8"),
        };
    }
}
