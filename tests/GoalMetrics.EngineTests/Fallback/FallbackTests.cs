using EngineTests.Contract;
using EngineTests.Contract.Generating;
using EngineTests.Contract.Reference;
using NodaTime;

namespace EngineTests.Fallback;

/// <summary>
/// What an engine lacks, the library computes from the facts that it reads. Any question about any tables is answered as if the engine
/// lacked nothing.
/// </summary>
public sealed class FallbackTests
{
    private static readonly HashSet<AggregateKind> None = [];
    private static readonly HashSet<AggregateKind> Few = [AggregateKind.Count, AggregateKind.Sum];

    [Fact]
    public void Query_OfAnEngineThatOnlyReads_IsThatOfTheReferenceEngine() => Check(None);

    [Fact]
    public void Query_OfAnEngineThatAddsUp_IsThatOfTheReferenceEngine() => Check(Few);

    private static void Check(HashSet<AggregateKind> answered)
    {
        var answers = 0;
        Seeded.Check(Generated.Aggregations, test =>
        {
            foreach (var query in test.Requests.Take(1).Select(request => QueryOf(test.Calendar, request)).OfType<Query>())
            {
                var expected = Answer(new ReferenceEngine(test.Calendar, test.Tables), query);
                Answer(new OnlyReads(test, answered), query).Should().Equal(expected);
                answers += expected.Count > 1 ? 1 : 0;
            }
        });
        answers.Should().BeGreaterThan(Seeded.Cases / 4, "what is refused is not compared");
    }

    // The rows and the total, or why there are none.
    private static List<string> Answer(IMetricSource source, Query query)
    {
        try
        {
            var table = source.QueryAsync(query).AsTask().GetAwaiter().GetResult();
            return [.. table.Rows.Append(table.Total).Select(row => $"{row.Period} {string.Join(' ', row.Members)}: "
                + string.Join(' ', table.Measures.Select(measure => $"{row[measure]}")))];
        }
        catch (Exception refused) when (refused is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return [refused.Message];
        }
    }

    // About the same as the request, as far as there are metrics of its aggregates. An approximation may differ by engine.
    private static Query? QueryOf(ReportingCalendar calendar, AggregateRequest request)
    {
        Measure[] measures =
        [
            .. request.Aggregates
                .Where(aggregate => aggregate
                    is not (Aggregate.SoleValue or Aggregate.ApproximateCountDistinct or Aggregate.ApproximatePercentile))
                .Select((aggregate, number) => aggregate.Accept(new MetricOf(request.Table, $"m{number}"))),
        ];
        if (measures.Length == 0)
        {
            return null;
        }

        var (start, end) = Days(calendar, request.Time);
        var dimensions = request.Groupings[^1].Where(name => request.Table.DimensionNames().Contains(name));
        var query = Query.For(measures).Between(start, end).By([.. dimensions]).AsOf(request.AsOf);
        query = request.Filter is { } filter ? query.Where(filter) : query;
        return (request.Time.Grain ?? OfMany(request)) is { } grain ? query.By(grain) : query;
    }

    private static Grain? OfMany(AggregateRequest request) => request.Time.Windows.Count > 2 ? Grain.Day : null;

    private static (LocalDate Start, LocalDate End) Days(ReportingCalendar calendar, TimeCuts time) => time.Kind == FactTime.Date
        ? (time.Dates[time.Windows[0].Start], time.Dates[time.Windows[^1].End])
        : (calendar.DateOf(time.Instants[time.Windows[0].Start]), calendar.DateOf(time.Instants[time.Windows[^1].End]).PlusDays(1));
}
