using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Sources;

/// <summary>What an engine answers wrongly is an error that says so, and no plausible number.</summary>
public sealed class AnswerTests
{
    private static readonly FactTable Visits = FactTable.From("visits", new[] { (Day: new LocalDate(2027, 1, 4), Market: "DK") })
        .At(visit => visit.Day)
        .Dimension("market", visit => visit.Market)
        .Build();

    private static readonly Metric Count = Metric.Count("visits", Visits);
    private static readonly Query ByMarket = Query.For(Count).Between(new(2027, 1, 4), new(2027, 1, 5)).By("market");

    public static TheoryData<string, Func<AggregateAnswer, IReadOnlyList<AggregateAnswer>?>, string> Wrong => new()
    {
        { "none", _ => [], "*was asked for 1 request, and gave 0 answers. Expected one for each, in order." },
        { "null", _ => null, "*was asked for 1 request, and gave 0 answers.*" },
        { "a null", _ => [null!], "*was asked for 2 groupings of 'visits', and gave rows of 0.*" },
        { "too many", right => [right, right], "*gave 2 answers.*" },
        { "no groupings", _ => [new([])], "*was asked for 2 groupings of 'visits', and gave rows of 0. Expected rows of each, in order." },
        { "null rows", right => [new([right.Groupings[0], null!])], "*and gave rows of 0 and 0. Expected as many as were asked for." },
        { "no dimension", right => [Replaced(right, new(0, 1))], "*1 dimension and 1 aggregate of 'visits', and gave rows of 0 and 1.*" },
        { "two aggregates", right => [Replaced(right, new(1, 2))], "*and gave rows of 1 and 2.*" },
        { "window 9", right => [Replaced(right, Rows(9))], "*was asked for 1 window of 'visits', and gave a row for window 9.*" },
        { "twice", right => [Replaced(right, Rows(0, 0))], "*has two rows for window 0 of DK. Expected each combination*once." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Answer_DoesNotFitTheRequest_IsAnError(
        string what, Func<AggregateAnswer, IReadOnlyList<AggregateAnswer>?> change, string message)
    {
        var asking = async () => await new Changing(change).QueryAsync(ByMarket, TestContext.Current.CancellationToken);
        (await asking.Should().ThrowAsync<InvalidOperationException>(what)).WithMessage(message);
    }

    [Fact]
    public async Task Answer_Fits_IsTaken()
    {
        var table = await new Changing(right => [right]).QueryAsync(ByMarket, TestContext.Current.CancellationToken);
        table["DK", Count].Amount.Should().Be(1m);
    }

    [Fact]
    public void Request_NoGroupings_IsRefused()
    {
        var time = TimeCuts.OfDates([new(2027, 1, 4), new(2027, 1, 5)], [new(0, 1)]);

        Refused(() => new(Visits.Schema, [new Aggregate.Count()], time, default) { Groupings = null! }, "Groupings");
    }

    [Fact]
    public void Request_GroupingThatIsNull_IsRefused()
    {
        var time = TimeCuts.OfDates([new(2027, 1, 4), new(2027, 1, 5)], [new(0, 1)]);

        Refused(() => new(Visits.Schema, [new Aggregate.Count()], time, default) { Groupings = [null!] }, "Groupings");
    }

    [Fact]
    public void Request_NoListOfDerivedDimensions_IsRefused()
    {
        var time = TimeCuts.OfDates([new(2027, 1, 4), new(2027, 1, 5)], [new(0, 1)]);

        Refused(() => new(Visits.Schema, [new Aggregate.Count()], time, default) { Derived = null! }, "Derived");
    }

    [Fact]
    public void Request_RankedByAnAggregateItDoesNotHave_IsRefused()
    {
        var time = TimeCuts.OfDates([new(2027, 1, 4), new(2027, 1, 5)], [new(0, 1)]);

        Refused(() => new(Visits.Schema, [new Aggregate.Count()], time, default) { Ranking = new(1, 5) }, "Ranking");
    }

    private static void Refused(Func<AggregateRequest> making, string parameter) =>
        making.Should().Throw<ArgumentException>().WithParameterName(parameter);

    // Instead of the rows by market, which come after the total.
    private static AggregateAnswer Replaced(AggregateAnswer right, AggregateRows rows) =>
        new([right.Groupings[0], rows]);

    private static AggregateRows Rows(params int[] windows)
    {
        var rows = new AggregateRows(1, 1);
        Array.ForEach(windows, window => rows.Add(window, ["DK"], [1m]));
        return rows;
    }

    private sealed class Changing(Func<AggregateAnswer, IReadOnlyList<AggregateAnswer>?> change) : IMetricSource
    {
        private readonly InMemorySource _memory = new(ReportingCalendar.Utc, Visits);

        public ReportingCalendar Calendar => _memory.Calendar;

        public ValueTask<IReadOnlyList<TableDescription>> DescribeAsync(
            IReadOnlyList<string> tables, CancellationToken cancellationToken = default) =>
            _memory.DescribeAsync(tables, cancellationToken);

        public async ValueTask<IReadOnlyList<AggregateAnswer>> AggregateAsync(
            IReadOnlyList<AggregateRequest> requests, CancellationToken cancellationToken = default) =>
            change((await _memory.AggregateAsync(requests, cancellationToken).ConfigureAwait(false))[0])!;
    }
}
