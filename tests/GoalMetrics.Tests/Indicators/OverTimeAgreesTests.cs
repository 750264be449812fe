using CsCheck;
using GoalMetrics.Tests.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Indicators;

// Measures over time, nested at random, against the obvious way: which facts lie in the window, and what is their value. More cases
// with GOALMETRICS_CASES=100000.
public class OverTimeAgreesTests
{
    private static readonly LocalDate First = new(2019, 12, 20);
    private const int Span = 100;
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("GOALMETRICS_CASES"), out var cases) ? cases : 600;

    // Summer time begins in them on 29 March, 8 March and 5 April.
    private static readonly Gen<ReportingCalendar> AnyCalendar = Gen.Select(
        Gen.OneOfConst("Europe/Copenhagen", "America/New_York", "Australia/Lord_Howe", "UTC"),
        Gen.OneOfConst(1, 4, 7),
        (zone, month) => ReportingCalendar.Iso(zone).WithFiscalYearStartingIn(month));

    private static readonly Gen<(int HalfHours, string? A, string? B, decimal? V)[]> AnyRows = Gen.Select(
        Gen.Int[0, Span * 48],
        Gen.OneOfConst("UK", "DK", null),
        Gen.OneOfConst<string?>("x", "y"),
        Gen.Frequency((1, Gen.Const((decimal?)null)), (6, Gen.Int[-300, 300].Select(cents => (decimal?)cents / 100m)))).Array[0, 50];

    private static readonly Gen<Grain> AnyGrain = Gen.OneOfConst(
        Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.HalfYear, Grain.Year, Grain.FiscalQuarter, Grain.FiscalYear);

    private static readonly Gen<View> AnyView = Gen.Frequency(
        (3, Gen.Select(Gen.Int[1, 40], Gen.OneOfConst(1, 7, 30), (count, unit) => new View("rolling", count, unit == 1 ? Grain.Day : unit == 7 ? Grain.Week : Grain.Month))),
        (2, AnyGrain.Select(grain => new View("to-date", 0, grain))),
        (1, Gen.Const(new View("cumulative", 0, Grain.Day))),
        (1, Gen.Int[-5, Span].Select(day => new View("since", day, Grain.Day))),
        (3, Gen.Select(Gen.Int[1, 3], AnyGrain, (count, grain) => new View("shifted", -count, grain))),
        (1, Gen.Select(Gen.OneOfConst("last", "first", "average"), Gen.OneOfConst(Grain.Day, Grain.Week, Grain.Month), (which, grain) => new View(which, 0, grain))));

    private static readonly Gen<Case> AnyCase =
        from calendar in AnyCalendar
        from rows in AnyRows
        from instants in Gen.Bool
        from metric in Gen.Int[0, 6]
        from views in AnyView.Array[1, 3]
        from grain in Gen.OneOfConst<Grain?>(null, Grain.Day, Grain.Week, Grain.Month, Grain.Quarter)
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
            ? SlowRow.At(midnight + Duration.FromMinutes(30 * row.HalfHours), zone, row.A, row.B, row.V)
            : SlowRow.On(First.PlusDays(row.HalfHours / 48), zone, row.A, row.B, row.V))];
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
            var facts = rows.Where(fact => row.Members.IsEmpty || fact.B == row.Members[0]).ToList();
            var expected = Expected(it.Views.Length, new(row.Period, Least(asOf, row.Period.End)));
            Assert.True(expected == row[measure] || Near(expected, row[measure]), $"{measure} at {row.Period} {row.Members.FirstOrDefault()} as of {asOf} in {zone}: expected {expected}, found {row[measure]}. {string.Join(" of ", Enumerable.Reverse(it.Views))}");

            Quantity Expected(int depth, Scope scope)
            {
                if (depth == 0)
                {
                    var cell = facts.Where(fact => fact.Time >= scope.Period.Start && fact.Time < scope.Until).ToList();
                    var isCovered = rows.Count > 0 && scope.Period.Start < scope.Until
                        && scope.Period.Start < calendar.StartOfDay(rows.Max(fact => fact.Date).PlusDays(1)) && scope.Until > calendar.StartOfDay(rows.Min(fact => fact.Date));
                    return SlowEngine.Evaluate(metric, cell, isCovered);
                }

                var view = it.Views[depth - 1];
                var (period, until) = scope;
                var missing = Quantity.Undefined(UndefinedReason.NoData, depth == 1 ? "m" : null, metric.Unit);
                switch (view.Kind)
                {
                    case "rolling":
                        var from = view.Grain == Grain.Month ? period.EndDate.PlusMonths(-view.Count) : period.EndDate.PlusDays(-view.Count * (view.Grain == Grain.Week ? 7 : 1));
                        return Expected(depth - 1, scope with { Period = calendar.Range(from, period.EndDate) });
                    case "to-date":
                        var last = until > period.Start ? calendar.DateOf(until - Duration.Epsilon) : period.StartDate;
                        var enclosing = calendar.Period(view.Grain, last);
                        var stretch = calendar.Range(enclosing.StartDate, LocalDate.Min(enclosing.EndDate, period.EndDate));
                        return Expected(depth - 1, new(stretch, Least(until, stretch.End)));
                    case "cumulative" or "since":
                        var beginning = rows.Select(row => row.Date).Append(start).Min();
                        var origin = view.Kind == "since" ? LocalDate.Max(beginning, First.PlusDays(view.Count)) : beginning;
                        return origin >= period.EndDate ? missing
                            : Expected(depth - 1, scope with { Period = calendar.Range(origin, period.EndDate) });
                    case "shifted":
                        var other = period.Shift(view.Count, view.Grain);
                        var seen = until >= period.End || it.Whole ? other.End : period.LikeForLikeEnd(other, until);
                        return Expected(depth - 1, new(other, Least(Least(seen, other.End), asOf)));
                    default:
                        var parts = period.SplitBy(view.Grain).Where(part => part.Start < until).Select(part => new Scope(part, Least(part.End, until))).ToList();
                        if (view.Kind == "average" && parts.Any(part => part.Until == part.Period.End))
                        {
                            parts = [.. parts.Where(part => part.Until == part.Period.End)];
                        }

                        var values = parts.Select(part => Expected(depth - 1, part)).Where(value => value.IsDefined).ToList();
                        return values.Count == 0 ? missing
                            : view.Kind == "last" ? values[^1]
                            : view.Kind == "first" ? values[0]
                            : values.Aggregate((sum, value) => sum + value) / Quantity.Ratio(values.Count);
                }
            }
        }
    }

    private static Instant Least(Instant a, Instant b) => Instant.Min(a, b);

    // Undefined by any name; and the last digit of a quotient of quotients.
    private static bool Near(Quantity expected, Quantity found) => expected.IsDefined == found.IsDefined
        && (expected.IsDefined ? Math.Abs(expected.Amount - found.Amount) < 1e-20m : expected.Reason == found.Reason);

    internal sealed record Case(
        ReportingCalendar Calendar, (int HalfHours, string? A, string? B, decimal? V)[] Rows, bool Instants, int Metric, View[] Views, Grain? Grain, bool ByMember, int Start, int Days, int? AsOf, bool Whole);

    internal sealed record Scope(ReportingPeriod Period, Instant Until);

    internal sealed record View(string Kind, int Count, Grain Grain)
    {
        public Measure Of(Measure measure) => Kind switch
        {
            "rolling" => measure.Rolling(Grain == Grain.Day ? Count.Days() : Grain == Grain.Week ? Count.Weeks() : Count.Months(), "m1"),
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
