using NodaTime;

namespace GoalMetrics.Tests.Engines.Live;

/// <summary>A source that stays as it is while facts come in.</summary>
public sealed class LiveSnapshotTests
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 2, 11, 12, 0);

    private readonly TableSchema _schema = TableSchema.Named("clicks", FactTime.Instant).Value("count", Unit.Count());

    [Fact]
    public void Snapshot_FactsThatComeLater_AreNotInIt()
    {
        var loaded = FactTable.From("visits", new[] { 5m }).At(_ => Noon).Value("count", visits => visits, Unit.Count()).Build();
        var (clicks, visits, live) = (Metric.Sum("clicks", _schema, "count"), Metric.Sum("visits", loaded, "count"), Live());
        var source = new InMemorySource(ReportingCalendar.Utc, live, loaded);
        live.Add(Noon, [], [3m]);

        var snapshot = source.Snapshot();
        live.Add(Noon, [], [4m]);

        snapshot.Query(Query.For(clicks)).Total[clicks].Amount.Should().Be(3m);
        source.Query(Query.For(clicks)).Total[clicks].Amount.Should().Be(7m);
        snapshot.Query(Query.For(visits)).Total[visits].Amount.Should().Be(5m);
    }

    [Fact] // A fact after the moment cannot be told apart from those before it in the same day.
    public void Snapshot_MomentTakenAfterwards_CutsNoPeriod()
    {
        var (clicks, live) = (Metric.Sum("clicks", _schema, "count"), Live());
        var source = new InMemorySource(ReportingCalendar.Utc, live);
        live.Add(Noon, [], [3m]);
        var snapshot = source.Snapshot();
        var asOf = Noon + Duration.FromSeconds(1);
        live.Add(asOf, [], [4m]);

        snapshot.Query(Query.For(clicks).AsOf(asOf)).Total[clicks].Amount.Should().Be(3m);
        source.Query(Query.For(clicks).AsOf(asOf)).Total[clicks].Reason.Should().Be(UndefinedReason.InsufficientData);
    }

    [Fact] // They are found when they are read, which is after the day that was missing came in.
    public void Findings_ReadAfterMoreFacts_AreThoseOfTheAnswer()
    {
        var (clicks, live) = (Metric.Sum("clicks", _schema, "count"), Live());
        var source = new InMemorySource(ReportingCalendar.Utc, live);
        live.Add(Noon, [], [3m]);
        var query = Query.For(clicks).Between(new(2027, 2, 11), new(2027, 2, 13));

        var before = source.Query(query);
        live.Add(Noon + Duration.FromDays(1), [], [4m]);
        var after = source.Query(query);

        before.Findings.Select(finding => finding.Code).Should().Equal("DATA-END");
        before.Total[clicks].Amount.Should().Be(3m);
        after.Findings.Should().BeEmpty();
        after.Total[clicks].Amount.Should().Be(7m);
    }

    private LiveTable Live() => LiveTable.Of(_schema, ReportingCalendar.Utc).Keeping(Metric.Sum("clicks", _schema, "count")).Build();
}
