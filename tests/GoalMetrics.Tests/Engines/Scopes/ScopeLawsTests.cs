using System.Globalization;
using System.Text;
using GoalMetrics.Sources;

namespace GoalMetrics.Tests.Engines.Scopes;

// Within a scope every answer is that of a source that has no other facts: values, members, time covered, findings and refusals alike. More
// queries with GOALMETRICS_CASES=1000000.
public sealed class ScopeLawsTests
{
    private const int QueriesPerCase = 100;

    private static readonly int Queries =
        int.TryParse(Environment.GetEnvironmentVariable("GOALMETRICS_CASES"), out var cases) ? cases : 100_000;

    [Fact]
    public void Within_AnyQueryInMemory_AnswersAsWithoutTheOthers() => Check(Queries, TenantCase.InMemory, knowsFacts: true);

    [Fact]
    public void Within_AnyQueryOfAnEngine_AnswersAsWithoutTheOthers() =>
        Check(Queries / 10, random => TenantCase.Over(random, all => new ProbedSource(all)), knowsFacts: false);

    // What the engine lacks is computed from the facts that it reads, which must be those of the scope.
    [Fact]
    public void Within_AnyQueryOfAnEngineThatOnlyReads_AnswersAsWithoutTheOthers() => Check(
        Queries / 100,
        random => TenantCase.Over(random, all => new ProbedSource(all)
        {
            Capabilities = new() { Aggregates = new HashSet<AggregateKind>(), MembersAreCheap = true, ReadsFacts = true },
        }),
        knowsFacts: false);

    // A case depends on its number alone, so they may run side by side.
    private static void Check(int queries, Func<Random, TenantCase> any, bool knowsFacts)
    {
        var cases = Math.Max(1, queries / QueriesPerCase);
        var answered = ParallelEnumerable.Range(0, cases).Sum(number => AnsweredIn(number, any, knowsFacts));

        answered.Should().BeGreaterThan(cases * QueriesPerCase / 2, "most queries are answered, not refused");
    }

    private static int AnsweredIn(int number, Func<Random, TenantCase> any, bool knowsFacts)
    {
        var random = new Random(number);
        var (tenants, answered) = (any(random), 0);
        for (var i = 0; i < QueriesPerCase; i++)
        {
            var query = TenantQueries.Any(random);
            var (scoped, own) = (Answer(tenants.Scoped, query, knowsFacts), Answer(tenants.Own, query, knowsFacts));
            if (scoped.Text != own.Text)
            {
                scoped.Text.Should().Be(own.Text, "query {0} of case {1} is answered within the scope", i, number);
            }

            answered += own.IsAnswer ? 1 : 0;
        }

        return answered;
    }

    private static (string Text, bool IsAnswer) Answer(IMetricSource source, Query query, bool knowsFacts)
    {
        try
        {
            return (Text(source.QueryAsync(query).AsTask().GetAwaiter().GetResult(), knowsFacts), true);
        }
        catch (Exception refusal) when (refusal is ArgumentException or NotAdditiveException or InvalidOperationException)
        {
            return (refusal.Message, false);
        }
    }

    private static string Text(MetricTable table, bool knowsFacts)
    {
        var text = new StringBuilder();
        foreach (var row in table.Rows)
        {
            Add(row);
        }

        foreach (var row in table.Subtotals)
        {
            Add(row);
        }

        Add(table.Total);

        // Of an engine it is not known whether the tenant has facts, on which days there are none, and how many of them lack a value.
        string[] ofFacts = ["DATA-EMPTY", "DATA-DAYS-MISSING", "DATA-LAST-DAY", "DATA-UNKNOWN-VALUES"];
        foreach (var finding in table.Findings.Where(each => knowsFacts || !ofFacts.Contains(each.Code)))
        {
            text.AppendLine(finding.Message(CultureInfo.InvariantCulture));
        }

        foreach (var quality in table.Quality)
        {
            text.Append(quality).Append(' ').Append(quality.Coverage);
            text.Append(' ').Append(knowsFacts ? quality.LatestFact : null).AppendLine();
        }

        return text.ToString();

        void Add(MetricRow row)
        {
            text.Append(row.Period.StartDate.DayOfYear).Append(' ').AppendJoin('|', row.Members);
            foreach (var measure in table.Measures)
            {
                var value = row[measure];
                text.Append(' ').Append(CultureInfo.InvariantCulture, $"{value.AmountOrNull}");
                text.Append(value.IsDefined ? "" : $"{value.Reason} {value.Cause}");
            }

            text.Append(row.IsFullyCovered ? " covered" : "").AppendLine();
        }
    }
}
