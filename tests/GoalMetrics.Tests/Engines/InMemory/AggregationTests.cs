using System.Globalization;
using System.Numerics;
using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory;

// How the facts of a group become one value: exact, whatever the order, undefined rather than wrong.
public class AggregationTests
{
    private static readonly Unit Dkk = Unit.Money("DKK");

    [Theory]
    [InlineData("0", "")]
    [InlineData("0.3", "0.1 0.2")]
    [InlineData("6", "1 2 3")]
    [InlineData("1.111", "1 0.1 0.01 0.001")] // mixed scales
    [InlineData("1.111", "0.001 0.01 0.1 1")]
    [InlineData("3.50", "1.5000 2")] // zeros at the end
    [InlineData("9223372036854775807", "9223372036854775807")] // the largest long
    [InlineData("9223372036854775808", "9223372036854775807 1")]
    [InlineData("9223372036854775807.1", "9223372036854775807 0.1")] // does not fit a long at its scale
    [InlineData("-9223372036854775808.5", "-9223372036854775808 -0.5")]
    [InlineData("30000000.01", "30000000.00 0.01")]
    [InlineData("18446744073709551615", "18446744073709551614 1")]
    [InlineData("0.0000000000000000000000000001", "1 0.0000000000000000000000000001 -1")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("1", "79228162514264337593543950335 1 -79228162514264337593543950335")] // too large on the way, not at the end
    [InlineData("1.5", "79228162514264337593543950335 1.5 -79228162514264337593543950335")]
    [InlineData("7.5", "0.0000000001 79228162514264337593543950335 7.5 -79228162514264337593543950335 -0.0000000001")]
    public void Sum_IsExactWhateverTheOrder(string sum, string values)
    {
        var amounts = Numbers(values);
        foreach (var order in new[] { amounts, [.. Enumerable.Reverse(amounts)], [.. amounts.Order()] })
        {
            Of(order, t => Metric.Sum("s", t, "v")).Should().Be(new Quantity(decimal.Parse(sum, CultureInfo.InvariantCulture), Dkk));
        }
    }

    [Theory] // The exact sum has more digits than a decimal: it is rounded once, half to even.
    [InlineData("79228162514264337593543950335", "79228162514264337593543950334 0.6")]
    [InlineData("79228162514264337593543950334", "79228162514264337593543950334 0.5")]
    [InlineData("79228162514264337593543950332", "79228162514264337593543950331 0.5")]
    [InlineData("-79228162514264337593543950334", "-79228162514264337593543950334 -0.5")]
    [InlineData("79228162514264337593543950334", "79228162514264337593543950334 0.4 0.05")]
    public void Sum_TooManyDigits_IsRoundedOnce(string sum, string values) =>
        Of(Numbers(values), t => Metric.Sum("s", t, "v")).Amount.Should().Be(decimal.Parse(sum, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("79228162514264337593543950335 1")]
    [InlineData("79228162514264337593543950335 0.5")] // rounds beyond the largest
    [InlineData("-79228162514264337593543950335 -79228162514264337593543950335")]
    public void Sum_TooLarge_IsOverflow(string values)
    {
        var amounts = Numbers(values);
        Of(amounts, t => Metric.Sum("s", t, "v")).Should().Be(Quantity.Undefined(UndefinedReason.Overflow, "s", Dkk));
        Of(amounts, t => Metric.Balance("b", t, "v"), differ: true).Should().Be(Quantity.Undefined(UndefinedReason.Overflow, "b", Dkk));
    }

    [Fact]
    public void Sum_AnyDecimals_IsThatOfWholeNumbers() =>
        Gen.Select(Gen.Int[0, 28], Gen.Decimal.Array[0, 40], Gen.Int[-3, 30].Array[40], Gen.Bool.Array[40]).Sample(
            (scale, values, shifts, nulls) =>
            {
                // Ordinary prices and extreme values side by side, some of them null.
                var amounts = values.Select((value, i) => nulls[i] ? (decimal?)null : Shifted(value, shifts[i], scale)).ToArray();
                var known = amounts.OfType<decimal>().ToList();
                var exact = known.Aggregate(BigInteger.Zero, (sum, value) => sum + Whole(value));
                var sum = Of(amounts, t => Metric.Sum("s", t, "v"));
                var average = Of(amounts, t => Metric.Average("a", t, "v"));
                if (BigInteger.Abs(exact) > BigInteger.Pow(10, 28) * Whole28(decimal.MaxValue))
                {
                    return sum.Reason == UndefinedReason.Overflow;
                }

                if (known.Count == 0)
                {
                    var isRight = amounts.Length > 0 ? sum.Reason == UndefinedReason.NoData : sum.Amount == 0m;
                    return isRight && average.Reason == UndefinedReason.NoData;
                }

                return IsNearest(sum.Amount, exact, 1) && IsNearest(average.Amount, exact, known.Count);
            },
            iter: 2_000);

    [Theory]
    [InlineData("2", "1 2 3")]
    [InlineData("0.3333333333333333333333333333", "1 0 0")]
    [InlineData("-26.333333333333333333333333333", "-79 0 0")]
    // The sum is too large, the mean is not.
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335 79228162514264337593543950335")]
    [InlineData("39614081257132168796771975168", "79228162514264337593543950335 0")] // …167.5, to even
    [InlineData("1.25", "1 1.5 null null")]
    public void Average_IsTheSumOverTheNumberOfValues(string mean, string values) =>
        Of(Numbers(values), t => Metric.Average("a", t, "v"))
            .Should().Be(new Quantity(decimal.Parse(mean, CultureInfo.InvariantCulture), Dkk));

    [Fact]
    public void Average_ThatComesOutEven_HasNoZerosAtItsEnd() =>
        Of([1m, 2.5m, 4m], t => Metric.Average("a", t, "v")).Amount.ToString(CultureInfo.InvariantCulture).Should().Be("2.5");

    [Theory]
    [InlineData("-2.5", "3", "1 -2.5 3 2.99")]
    [InlineData("5", "5", "5")]
    [InlineData(
        "-79228162514264337593543950335",
        "79228162514264337593543950335",
        "79228162514264337593543950335 0.1 -79228162514264337593543950335")]
    public void MinMax_AreTheExtremes(string min, string max, string values)
    {
        Of(Numbers(values), t => Metric.Min("m", t, "v")).Amount.Should().Be(decimal.Parse(min, CultureInfo.InvariantCulture));
        Of(Numbers(values), t => Metric.Max("m", t, "v")).Amount.Should().Be(decimal.Parse(max, CultureInfo.InvariantCulture));
    }

    public static TheoryData<decimal[], decimal, decimal> Continuous => new()
    {
        // NIST/SEMATECH e-Handbook 7.2.6.2, 90th percentile of the gauge data by the method of R (type 7) and of Excel: position 10.9.
        {
            [95.1772m, 95.1567m, 95.1937m, 95.1959m, 95.1442m, 95.0610m, 95.1591m, 95.1195m, 95.1065m, 95.0925m, 95.1990m, 95.1682m],
            0.9m,
            95.19568m
        },

        // PERCENTILE.INC in Microsoft's documentation, and at bettersolutions.com.
        { [1m, 3m, 2m, 4m], 0.3m, 1.9m },
        { [1m, 2m, 3m, 4m], 0.9m, 3.7m },
        { [1m, 2m, 3m, 4m], 0m, 1m },
        { [1m, 2m, 3m, 4m], 1m, 4m },

        // Wikipedia, Percentile, "linear interpolation between closest ranks", variant C = 1.
        { [15m, 20m, 35m, 40m, 50m], 0.4m, 29m },

        // R: quantile(c(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0.25) is 3.25; median(c(5, 3, 1)) is 3; median(7) is 7.
        { [1m, 2m, 3m, 4m, 5m, 6m, 7m, 8m, 9m, 10m], 0.25m, 3.25m },
        { [5m, 3m, 1m], 0.5m, 3m },
        { [7m], 0.99m, 7m },
    };

    [Theory]
    [MemberData(nameof(Continuous), DisableDiscoveryEnumeration = true)]
    public void Percentile_PublishedFigures_AreMet(decimal[] values, decimal share, decimal expected) =>
        Of([.. values.Select(value => (decimal?)value)], t => Metric.Percentile("p", t, "v", share))
            .Should().Be(new Quantity(expected, Dkk));

    public static TheoryData<decimal[], decimal, decimal> Exclusive => new()
    {
        // NIST/SEMATECH e-Handbook 7.2.6.2, the same gauge data by p (N + 1): place 11.7, 95.1981 when rounded.
        {
            [95.1772m, 95.1567m, 95.1937m, 95.1959m, 95.1442m, 95.0610m, 95.1591m, 95.1195m, 95.1065m, 95.0925m, 95.1990m, 95.1682m],
            0.9m,
            95.19807m
        },

        // PERCENTILE.EXC and QUARTILE.EXC in Microsoft's documentation.
        { [1m, 2m, 3m, 6m, 6m, 6m, 7m, 8m, 9m], 0.25m, 2.5m },
        { [6m, 7m, 15m, 36m, 39m, 40m, 41m, 42m, 43m, 47m, 49m], 0.25m, 15m },
        { [6m, 7m, 15m, 36m, 39m, 40m, 41m, 42m, 43m, 47m, 49m], 0.75m, 43m },

        // Wikipedia, Percentile, "linear interpolation between closest ranks", third variant, C = 0.
        { [15m, 20m, 35m, 40m, 50m], 0.3m, 19m },
        { [15m, 20m, 35m, 40m, 50m], 0.4m, 26m },

        // R: quantile(1:10, 0.25, type = 6) is 2.75; the ends of what is defined are the smallest and the largest value.
        { [1m, 2m, 3m, 4m, 5m, 6m, 7m, 8m, 9m, 10m], 0.25m, 2.75m },
        { [3m, 2m, 4m, 1m], 0.2m, 1m },
        { [3m, 2m, 4m, 1m], 0.8m, 4m },
        { [-5m, 5m], 0.5m, 0m },
        { [7m], 0.5m, 7m },
    };

    [Theory]
    [MemberData(nameof(Exclusive), DisableDiscoveryEnumeration = true)]
    public void PercentileExclusive_PublishedFigures_AreMet(decimal[] values, decimal share, decimal expected) =>
        Of([.. values.Select(value => (decimal?)value), null], t => Metric.PercentileExclusive("p", t, "v", share))
            .Should().Be(new Quantity(expected, Dkk));

    [Theory] // #NUM! in Excel, 0.01 of nine values among Microsoft's examples.
    [InlineData("1 2 3 6 6 6 7 8 9", "0.01")]
    [InlineData("1 2 3 4", "0.1999")]
    [InlineData("1 2 3 4", "0.8001")]
    [InlineData("7", "0.49")]
    [InlineData("7", "0.51")]
    public void PercentileExclusive_OutsideOfTheValues_IsInsufficient(string values, string share) =>
        Of(Numbers(values), t => Metric.PercentileExclusive("p", t, "v", decimal.Parse(share, CultureInfo.InvariantCulture)))
            .Should().Be(Quantity.Undefined(UndefinedReason.InsufficientData, "p", Dkk));

    [Fact]
    public void PercentileExclusive_NoValues_IsNoData() =>
        Of([null, null], t => Metric.PercentileExclusive("p", t, "v", 0.9m))
            .Should().Be(Quantity.Undefined(UndefinedReason.NoData, "p", Dkk));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(95)]
    public void PercentileExclusive_ShareOutOfRange_IsRefused(double share)
    {
        var table = Table([1m]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Metric.PercentileExclusive("p", table, "v", (decimal)share)).Message.Should()
            .StartWith(
                "Expected a share above 0 and below 1, such as 0.95 for the 95th percentile: exclusive percentiles have no ends."
                + " For the smallest and largest value use Metric.Min and Metric.Max. (Parameter 'share')");
    }

    [Fact]
    public void Median_EvenNumber_IsTheMeanOfTheMiddleTwo() =>
        Of([4m, 1m, null, 3m, 2m], t => Metric.Median("m", t, "v")).Amount.Should().Be(2.5m);

    [Fact] // There is no room for their difference, but for what lies between them.
    public void Percentile_BetweenTheOutermostValues_IsBetweenThem()
    {
        Of([decimal.MaxValue, decimal.MinValue], t => Metric.Median("m", t, "v")).Should().Be(new Quantity(0m, Dkk));
        Of([60_000_000_000_000_000_000_000_000_000m, -40_000_000_000_000_000_000_000_000_000m], t => Metric.Percentile("p", t, "v", 0.1m))
            .Should().Be(new Quantity(-30_000_000_000_000_000_000_000_000_000m, Dkk));
    }

    [Theory] // Wikipedia, Percentile, "the nearest-rank method", worked examples 1 to 3.
    [InlineData("15 20 35 40 50", 5, 15)]
    [InlineData("15 20 35 40 50", 30, 20)]
    [InlineData("15 20 35 40 50", 40, 20)]
    [InlineData("15 20 35 40 50", 50, 35)]
    [InlineData("15 20 35 40 50", 100, 50)]
    [InlineData("3 6 7 8 8 10 13 15 16 20", 25, 7)]
    [InlineData("3 6 7 8 8 10 13 15 16 20", 50, 8)]
    [InlineData("3 6 7 8 8 10 13 15 16 20", 75, 15)]
    [InlineData("3 6 7 8 8 10 13 15 16 20", 100, 20)]
    [InlineData("3 6 7 8 8 9 10 13 15 16 20", 25, 7)]
    [InlineData("3 6 7 8 8 9 10 13 15 16 20", 50, 9)]
    [InlineData("3 6 7 8 8 9 10 13 15 16 20", 75, 15)]
    [InlineData("3 6 7 8 8 9 10 13 15 16 20", 100, 20)]
    [InlineData("50 15 40 20 35", 0, 15)]
    public void PercentileNearestRank_PublishedFigures_AreMet(string values, int percent, int expected) =>
        Of(Numbers(values), t => Metric.PercentileNearestRank("p", t, "v", percent / 100m)).Amount.Should().Be(expected);

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(95)]
    public void Percentile_ShareOutOfRange_IsRefused(double share)
    {
        var table = Table([1m]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Metric.Percentile("p", table, "v", (decimal)share)).Message.Should().StartWith(
            "Expected a share from 0 to 1, such as 0.95 for the 95th percentile. (Parameter 'share')");
        Assert.Throws<ArgumentOutOfRangeException>(() => Metric.PercentileNearestRank("p", table, "v", (decimal)share)).ParamName
            .Should().Be("share");
    }

    [Fact] // Of equal times the first row is the first, and the last row the last; a row without a value is neither.
    public void FirstAndLast_GoByTimeThenByRow()
    {
        (int Day, decimal? Value)[] rows = [(2, 20m), (1, null), (1, 10m), (1, 11m), (3, 30m), (3, 31m), (3, null), (2, 21m)];
        var table = FactTable.From("t", rows).At(row => new LocalDate(2026, 1, row.Day)).Value("v", row => row.Value, Dkk).Build();
        Total(table, Metric.First("f", table, "v")).Amount.Should().Be(10m);
        Total(table, Metric.Last("l", table, "v")).Amount.Should().Be(31m);
    }

    [Fact] // The last known value of each combination, summed; one that is not reported on the last day keeps its own.
    public void Balance_TakesTheLastKnownValueOfEachCombination()
    {
        (int Day, string? Plan, string Market, decimal? Value)[] rows =
        [
            (1, "basic", "UK", 100m), (1, "pro", "UK", 10m), (1, null, "UK", 1000m), (2, "basic", "DK", 1m), (3, "basic", "UK", 120m),
            (31, "pro", "UK", 12m), (31, "pro", "UK", 13m), (4, "basic", "UK", null), (2, "basic", "UK", 7777m),
        ];
        var table = FactTable.From("t", rows).At(row => new LocalDate(2026, 1, row.Day)).Dimension("plan", row => row.Plan)
            .Dimension("market", row => row.Market).Value("v", row => row.Value, Unit.Count("subscriber")).Build();
        var balance = Metric.Balance("b", table, "v");

        var answer = Source(table).Query(Query.For(balance).By("plan"));
        answer.Total[balance].Amount.Should().Be(120m + 13m + 1000m + 1m);
        answer["basic", balance].Amount.Should().Be(121m);
        answer["pro", balance].Amount.Should().Be(13m);
        answer[(string?)null, balance].Amount.Should().Be(1000m);
        Source(table).Query(Query.For(balance).Between(new(2026, 1, 1), new(2026, 1, 3))).Total[balance].Amount
            .Should().Be(7777m + 10m + 1000m + 1m);
        var danish = balance.Where(Filter.Equal("market", "DK"));
        Source(table).Query(Query.For(danish)).Total[danish].Amount.Should().Be(1m);
    }

    [Fact] // Twelve dimensions of fifty members could make 2⁶⁷ combinations; what occurs is what counts.
    public void GroupsOfManyDimensions_AreOnlyThoseThatOccur()
    {
        var builder = FactTable.From("t", Enumerable.Range(0, 500)).AllAt(new LocalDate(2026, 1, 1)).Value("v", i => i, Dkk);
        var names = Enumerable.Range(0, 12).Select(i => $"d{i}").ToArray();
        foreach (var name in names)
        {
            builder.Dimension(name, i => (i % 50).ToString(CultureInfo.InvariantCulture));
        }

        var table = builder.Build();
        var (sum, balance) = (Metric.Sum("s", table, "v"), Metric.Balance("b", table, "v"));
        var rows = Source(table).Query(Query.For(sum, balance).By(names)).Rows;
        rows.Should().HaveCount(50);
        rows[0][sum].Amount.Should().Be(2250m);
        rows[0][balance].Amount.Should().Be(450m);
    }

    [Fact] // The hash behind the table of small numbers.
    public void GroupsOfManyMembers_AreToldApart()
    {
        const int count = 40_000;
        var table = FactTable.From("t", Enumerable.Range(0, count * 2)).AllAt(new LocalDate(2026, 1, 1))
            .Dimension("key", i => (long)(i % count)).Dimension("half", i => i < count ? "first" : "second")
            .Value("v", i => i, Dkk).Build();
        var sum = Metric.Sum("s", table, "v");
        var rows = Source(table).Query(Query.For(sum).By("key", "half")).Rows;
        rows.Should().HaveCount(count * 2);
        rows.Should().OnlyContain(
            row => row[sum].Amount == long.Parse(row.Members[0]!, CultureInfo.InvariantCulture) + (row.Members[1] == "first" ? 0 : count));
    }

    [Fact]
    public void CountDistinct_IsThatOfAHashSet() =>
        Gen.Select(Gen.Int[0, 20].Array[0, 200], Gen.Int[1, 5]).Sample((keys, nulls) =>
        {
            var members = keys.Select(key => key % nulls == 1 ? null : $"{key}").ToList();
            var table = FactTable.From("t", members).AllAt(new LocalDate(2026, 1, 1)).Dimension("key", key => key)
                .Covering(new(2026, 1, 1), new(2026, 1, 2)).Build();
            return Total(table, Metric.CountDistinct("d", table, "key")).Amount == members.OfType<string>().ToHashSet().Count;
        },
        iter: 500);

    [Fact] // A null is not a zero.
    public void NothingButNulls_IsNoData()
    {
        var table = Table([null, null]);
        foreach (var metric in new[]
        {
            Metric.Sum("m", table, "v"), Metric.Average("m", table, "v"), Metric.Min("m", table, "v"), Metric.Max("m", table, "v"),
            Metric.Median("m", table, "v"), Metric.First("m", table, "v"), Metric.Last("m", table, "v"), Metric.Balance("m", table, "v"),
            Metric.PercentileNearestRank("m", table, "v", 0.5m),
        })
        {
            Total(table, metric).Should().Be(Quantity.Undefined(UndefinedReason.NoData, "m", Dkk));
        }
    }

    private static decimal?[] Numbers(string values) =>
        [
            .. values.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(value => value == "null" ? (decimal?)null : decimal.Parse(value, CultureInfo.InvariantCulture)),
        ];

    private static FactTable Table(decimal?[] values, bool differ = false)
    {
        var row = 0;
        return FactTable.From("t", values).AllAt(new LocalDate(2026, 1, 1)).Covering(new(2026, 1, 1), new(2026, 1, 2))
            .Dimension("row", _ => differ ? $"{row++}" : "").Value("v", value => value, Dkk).Build();
    }

    private static Quantity Of(decimal?[] values, Func<FactTable, Metric> metric, bool differ = false)
    {
        var table = Table(values, differ);
        return Total(table, metric(table));
    }

    private static Quantity Total(FactTable table, Metric metric) => Source(table).Query(Query.For(metric)).Total[metric];

    private static InMemorySource Source(FactTable table) => new(ReportingCalendar.Utc, table);

    // Within half of the last digit that a decimal of this size can have: equal, where it can be.
    private static bool IsNearest(decimal value, BigInteger numerator, int divisor)
    {
        var digits = 28;
        while (BigInteger.Abs(Whole(value)) / BigInteger.Pow(10, 28 - digits) > Whole28(decimal.MaxValue))
        {
            digits--;
        }

        var unit = BigInteger.Pow(10, 28 - digits) - (digits == 28 && divisor == 1 ? 1 : 0);
        return BigInteger.Abs((Whole(value) * divisor) - numerator) * 2 <= unit * divisor;
    }

    // In units of 10⁻²⁸, whatever the size.
    private static BigInteger Whole(decimal value) => Whole28(value) * BigInteger.Pow(10, 28 - value.Scale);

    private static BigInteger Whole28(decimal value)
    {
        var bits = decimal.GetBits(value);
        var size = (new BigInteger(unchecked((uint)bits[2])) << 64)
            + (new BigInteger(unchecked((uint)bits[1])) << 32)
            + unchecked((uint)bits[0]);
        return bits[3] < 0 ? -size : size;
    }

    private static decimal Shifted(decimal value, int shift, int scale) =>
        shift < 0 ? Math.Round(value % 1000m, 2) : Cut(value, Math.Min(shift, scale));

    private static decimal Cut(decimal value, int scale) => Math.Abs(value) > 1e20m ? value : Math.Round(value, scale);
}
