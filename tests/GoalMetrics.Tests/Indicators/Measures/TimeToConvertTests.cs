using CsCheck;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

/// <summary>How long conversions take: from a base event to the first conversion that it is credited with.</summary>
public sealed class TimeToConvertTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");

    // Days to the first order: ann 0 (and another on day 3), bob 1, cid 2, dan 6; eve never, fay signs up on the 25th.
    private static readonly FactTable SignUps = Table(
        "sign-ups", (1, "ann", "a"), (1, "bob", "a"), (2, "cid", "b"), (2, "dan", "b"), (3, "eve", "b"), (25, "fay", "b"));
    private static readonly FactTable Orders = Table(
        "orders", (4, "ann", "-"), (1, "ann", "-"), (2, "bob", "-"), (4, "cid", "-"), (8, "dan", "-"), (25, "fay", "-"));
    private static readonly Conversions Weekly = Conversions.Of(SignUps, Orders, "who", Duration.FromDays(7));
    private static readonly Metric Mean = Weekly.AverageTimeToConvert("mean");
    private static readonly Metric Median = Weekly.MedianTimeToConvert("median");
    private static readonly Metric NineInTen = Weekly.PercentileOfTimeToConvert("p90", 0.9m);

    private static readonly InMemorySource Memory = new(Calendar, SignUps, Orders);

    [Theory, InlineData("memory"), InlineData("facts"), InlineData("scope")] // (0 + 1 + 2 + 6) / 4; (1 + 2) / 2; 2 + 0.7 · 4.
    public async Task TimeToConvert_Days_AreThoseToTheFirst(string engine)
    {
        var total = (await Source(engine).QueryAsync(
            Query.For(Mean, Median, NineInTen).AsOf(At(31)), TestContext.Current.CancellationToken)).Total;
        total[Mean].Should().Be(new Quantity(2.25m, Unit.Duration(DurationUnit.Day)));
        total[Median].Should().Be(new Quantity(1.5m, Unit.Duration(DurationUnit.Day)));
        total[NineInTen].Should().Be(new Quantity(4.8m, Unit.Duration(DurationUnit.Day)));
    }

    [Fact]
    public void TimeToConvert_ByMember_IsComputedAnew()
    {
        var table = Memory.Query(Query.For(Mean, Median).By("plan").AsOf(At(31)));
        table["a", Mean].Amount.Should().Be(0.5m);
        table["b", Mean].Amount.Should().Be(4m);
        table["b", Median].Amount.Should().Be(4m);
        Mean.Additivity.Should().Be(Additivity.NonAdditive);
    }

    [Fact] // In hours 2.25 days are 54; in weeks 2.25 / 7.
    public void TimeToConvert_OtherUnits_AreTheSameTime()
    {
        var (hours, weeks) = (
            Weekly.AverageTimeToConvert("hours", DurationUnit.Hour), Weekly.MedianTimeToConvert("weeks", DurationUnit.Week));
        var total = Memory.Query(Query.For(hours, weeks).AsOf(At(31))).Total;
        total[hours].Should().Be(new Quantity(54m, Unit.Duration(DurationUnit.Hour)));
        total[weeks].Amount.Should().Be(1.5m / 7m);
        Messages.Of<ArgumentOutOfRangeException>(() => Weekly.AverageTimeToConvert("months", DurationUnit.Month)).Should().StartWith(
            "A time to convert has a fixed length: expected a unit from seconds to weeks.");
        Messages.Of<ArgumentOutOfRangeException>(() => Weekly.PercentileOfTimeToConvert("p", 1.1m)).Should().StartWith(
            "Expected a share from 0 to 1, such as 0.95 for the 95th percentile.");
    }

    [Fact] // Fay's window is open until 1 February; on 8 January those of the 2nd are, too.
    public void TimeToConvert_OpenWindows_DoNotCount()
    {
        var all = Weekly.IncludingImmature().AverageTimeToConvert("all");
        var total = Memory.Query(Query.For(Mean, all).AsOf(At(31))).Total;
        total[all].Amount.Should().Be(9m / 5m);
        Memory.Query(Query.For(Mean).AsOf(At(8))).Total[Mean].Amount.Should().Be(0.5m);
    }

    [Fact]
    public void TimeToConvert_NoneConverted_IsNotKnown()
    {
        var table = Memory.Query(Query.For(Mean, Median).During(Calendar.Day(new(2026, 1, 3))).AsOf(At(31))).Total;
        table[Mean].Reason.Should().Be(UndefinedReason.NoData);
        table[Median].Reason.Should().Be(UndefinedReason.NoData);
        Memory.Query(Query.For(Mean).During(Calendar.Day(new(2026, 1, 10))).AsOf(At(31))).Total[Mean].Reason
            .Should().Be(UndefinedReason.NoData);
    }

    [Theory] // 29 March has 23 hours: a date after a date is a day later, and the start of the one is 23 hours after that of the other.
    [InlineData(true, true, 24)]
    [InlineData(true, false, 23)]
    [InlineData(false, true, 23)]
    [InlineData(false, false, 23)]
    public void TimeToConvert_DaylightSaving_CountsDaysBetweenDates(bool signsUpByDate, bool ordersByDate, int hours)
    {
        var (signUps, orders) = (On("sign-ups", 29, signsUpByDate), On("orders", 30, ordersByDate));
        var mean = Conversions.Of(signUps, orders, "who", Duration.FromDays(7)).AverageTimeToConvert("mean", DurationUnit.Hour);
        new InMemorySource(Calendar, signUps, orders)
            .Query(Query.For(mean).During(Calendar.Month(2026, 3)).AsOf(Calendar.StartOfDay(new(2026, 4, 20)))).Total[mean].Amount
            .Should().Be(hours);
    }

    [Fact] // To the tick, and over a rolling window, as a KPI, as a goal to be kept down.
    public void TimeToConvert_OfInstants_ServesEverywhere()
    {
        var start = Instant.FromUtc(2026, 1, 1, 12, 0);
        var signUps = Times("sign-ups", start, start + Duration.FromDays(1));
        var orders = Times("orders", start + Duration.FromSeconds(90), start + Duration.FromDays(1) + Duration.FromTicks(1));
        var mean = Conversions.Of(signUps, orders, "who", Duration.FromHours(2)).AverageTimeToConvert("mean", DurationUnit.Second)
            .BetterWhen(Direction.LowerIsBetter);
        var kpi = Kpi.Of("kpi", mean.Rolling(7, Grain.Day));
        var source = new InMemorySource(Calendar, signUps, orders);
        source.Query(Query.For(mean, kpi).AsOf(At(31))).Total[mean].Amount.Should().Be(45.00000005m);
        source.Query(Query.For(kpi).During(Calendar.Day(new(2026, 1, 4))).AsOf(At(31))).Total[kpi].Amount.Should().Be(45.00000005m);
        var goal = new SmartGoal("quick")
        {
            Measure = mean,
            Target = Target.StayAtMost(new Quantity(1m, Unit.Duration(DurationUnit.Minute))),
            Period = Calendar.Month(2026, 1),
        };
        GoalTracker.Default.Track(goal, source, Calendar.StartOfDay(new(2026, 2, 3))).Status.Should().Be(GoalStatus.Achieved);
    }

    [Fact] // Against plain loops: tables of dates and of times, with and without a later window.
    public void TimeToConvert_AtRandom_AgreesWithLoops()
    {
        var events = Gen.Select(Gen.Int[0, 60], Gen.OneOfConst("ann", "bob")).Array[0, 12];
        Gen.Select(events, events, Gen.Int[0, 3], Gen.Int[1, 6], Gen.Bool).Sample((bases, conversions, from, length, areDates) =>
        {
            var zero = Calendar.StartOfDay(new(2026, 1, 1));
            Instant Time(int at) => zero + Duration.FromHours(areDates ? at / 4 * 24 : at * 6);
            FactTable Build(string name, (int, string)[] rows)
            {
                var table = FactTable.From(name, rows.Select(row => (At: row.Item1, Who: row.Item2)));
                table = areDates ? table.At(row => new LocalDate(2026, 1, 1).PlusDays(row.At / 4)) : table.At(fact => Time(fact.At));
                return table.Dimension("who", row => row.Who).Covering(new(2026, 1, 1), new(2026, 12, 1)).Build();
            }

            var (start, end) = (Duration.FromDays(from), Duration.FromDays(from + length));
            (int At, string Who)[] all = bases;
            var first = new Dictionary<int, Duration>();
            foreach (var (at, who) in conversions)
            {
                var credited = Enumerable.Range(0, bases.Length)
                    .Where(row => all[row].Who == who && Time(all[row].At) + start <= Time(at))
                    .OrderBy(row => Time(all[row].At)).ThenBy(row => row).Select(row => (int?)row).LastOrDefault();
                if (credited is { } row && Time(at) < Time(all[row].At) + end)
                {
                    var took = Time(at) - Time(all[row].At);
                    first[row] = first.TryGetValue(row, out var other) ? Duration.Min(other, took) : took;
                }
            }

            var (signUps, orders) = (Build("bases", bases), Build("conversions", conversions));
            var definition = Conversions.Of(signUps, orders, "who", start, end);
            var (mean, longest) = (
                definition.AverageTimeToConvert("mean", DurationUnit.Second),
                definition.PercentileOfTimeToConvert("longest", 1m, DurationUnit.Second));
            var total = new InMemorySource(Calendar, signUps, orders).Query(
                Query.For(mean, longest).During(Calendar.Month(2026, 1)).AsOf(Calendar.StartOfDay(new(2026, 6, 1)))).Total;
            if (first.Count == 0)
            {
                total[mean].Reason.Should().Be(UndefinedReason.NoData);
                return;
            }

            total[mean].Amount.Should().Be(first.Values.Sum(took => (decimal)took.TotalSeconds) / first.Count);
            total[longest].Amount.Should().Be((decimal)first.Values.Max().TotalSeconds);
        });
    }

    private static IMetricSource Source(string engine)
    {
        return engine switch
        {
            "memory" => Memory,
            "scope" => Memory.Within(!Filter.Equal("who", "nobody")),
            _ => new ProbedSource(Memory) { Capabilities = new() { Aggregates = new HashSet<AggregateKind>(), ReadsFacts = true } },
        };
    }

    private static Instant At(int day) => Calendar.StartOfDay(new(2026, 1, day));

    private static FactTable Table(string name, params (int Day, string Who, string Plan)[] facts) => FactTable.From(name, facts)
        .At(fact => new LocalDate(2026, 1, fact.Day)).Dimension("who", fact => fact.Who).Dimension("plan", fact => fact.Plan)
        .Covering(new(2026, 1, 1), new(2026, 2, 1)).Build();

    private static FactTable Times(string name, params Instant[] times) => FactTable.From(name, times)
        .At(time => time).Dimension("who", _ => "ann").Covering(new(2026, 1, 1), new(2026, 3, 1)).Build();

    private static FactTable On(string name, int day, bool isDate)
    {
        var table = FactTable.From(name, new[] { new LocalDate(2026, 3, day) });
        table = isDate ? table.At(date => date) : table.At(date => Calendar.StartOfDay(date));
        return table.Dimension("who", _ => "ann").Covering(new(2026, 3, 1), new(2026, 5, 1)).Build();
    }
}
