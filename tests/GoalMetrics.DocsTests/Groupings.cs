using GoalMetrics;
using NodaTime;

namespace DocsTests;

/// <summary>The guide to groupings and shares: the regions are its snippets.</summary>
public sealed class Groupings
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    [Fact]
    public void WeightedAverage_OfTwoClasses_GivesWhatItsCommentsSay()
    {
        var calendar = Calendar;
        #region groupings-weighted
        var exams = FactTable.From("exams", new[]
            {
                (Day: new LocalDate(2026, 1, 9), School: "north", Grade: 80m, Pupils: 20),
                (Day: new LocalDate(2026, 1, 16), School: "south", Grade: 90m, Pupils: 30),
            })
            .At(exam => exam.Day)
            .Dimension("school", exam => exam.School)
            .Value("grade", exam => exam.Grade, Unit.Score(0, 100))
            .Value("pupils", exam => exam.Pupils, Unit.Count("pupil"))
            .Build();
        var grade = Metric.WeightedAverage("grade", exams, column: "grade", weight: "pupils");
        var grades = new InMemorySource(calendar, exams).Query(Query.For(grade).By("school"));
        Console.WriteLine($"{grades["north", grade]}, {grades["south", grade]}, all {grades.Total[grade]}");   // 80, 90, all 86
        #endregion

        $"{grades["north", grade]}, {grades["south", grade]}, all {grades.Total[grade]}".Should().Be("80, 90, all 86");
    }

    [Fact]
    public void HavingFacts_OfTwoTables_GivesWhatItsCommentsSay()
    {
        var calendar = Calendar;
        var (site, shop) = (Counts("site", ("mail", 1, 5), ("search", 2, 8)), Counts("shop", ("phone", 1, 2), ("mail", 2, 1)));
        var (visits, orders) = (Metric.Sum("visits", site, "count"), Metric.Sum("orders", shop, "count"));
        var source = new InMemorySource(calendar, site, shop);

        #region groupings-facts
        var either = source.Query(Query.For(visits, orders).By(Grain.Month).By("source").HavingFacts(visits, orders));
        foreach (var row in either)
        {
            Console.WriteLine($"{row.Period} {row["source"]}: {row[visits]}, {row[orders]}");
            // 2026-01 mail: 5, 0
            // 2026-01 phone: 0, 2
            // 2026-02 mail: 0, 1
            // 2026-02 search: 8, 0
        }
        #endregion

        either.Select(row => $"{row.Period} {row["source"]}: {row[visits]}, {row[orders]}").Should().Equal(
            "2026-01 mail: 5, 0", "2026-01 phone: 0, 2", "2026-02 mail: 0, 1", "2026-02 search: 8, 0");
    }

    private static FactTable Counts(string name, params (string Source, int Month, int Count)[] facts) => FactTable.From(name, facts)
        .At(fact => new LocalDate(2026, fact.Month, 5))
        .Dimension("source", fact => fact.Source)
        .Value("count", fact => fact.Count, Unit.Count())
        .Covering(new(2026, 1, 1), new(2026, 3, 1))
        .Build();
}
