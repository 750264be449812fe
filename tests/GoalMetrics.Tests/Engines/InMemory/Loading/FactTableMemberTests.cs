using System.Data;
using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

// Members that are numbers are kept as numbers, and texts that are written like one beside them are the same member.
public class FactTableMemberTests
{
    private static readonly LocalDate Day = new(2026, 1, 1);

    private static readonly long?[] Sizes =
    [
        0, 1, 2, 255, 256, 257, 1_000_000, int.MaxValue, int.MaxValue + 1L, long.MaxValue, -1, -2, int.MinValue, long.MinValue, null, 3,
        100, 500, 2000,
    ];

    // Of one kind, or of several in one column.
    private static Gen<long?[]> Numbers { get; } = Gen.OneOf(
        Many(Gen.Long[0, 20]), Many(Gen.Long[0, 3000]), Many(Gen.Long[100_000, 101_000]), Many(Gen.Long[0, 40_000]), Many(Gen.Long),
        Many(Gen.OneOf(Gen.Long[-3, 20], Gen.Long[0, 3000], Gen.Long)));

    private static Gen<long?[]> Many(Gen<long> number) =>
        Gen.OneOf(
            number.Select(n => (long?)n).Array[1, 1500], Gen.OneOf(number.Select(n => (long?)n), Gen.Const((long?)null)).Array[1, 1500]);

    [Fact]
    public void Dimension_NumbersOfAllSizes_AreMembersByTheirDigits()
    {
        var table = FactTable.From("t", Sizes.Concat(Sizes)).AllAt(Day).Dimension("n", n => n).Build();
        var count = Metric.Count("c", table);
        Source(table).Query(Query.For(count).By("n")).Rows.Select(row => $"{row.Members[0] ?? "none"} {row[count].Amount}")
            .Should().BeEquivalentTo(
                "0 2", "1 2", "2 2", "255 2", "256 2", "257 2", "1000000 2", "2147483647 2", "2147483648 2", "9223372036854775807 2",
                "-1 2", "-2 2", "-2147483648 2", "-9223372036854775808 2", "none 2", "3 2", "100 2", "500 2", "2000 2");
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("257", 1)]
    [InlineData("1000000", 1)]
    [InlineData("9223372036854775807", 1)]
    [InlineData("-1", 1)]
    [InlineData("-9223372036854775808", 1)]
    [InlineData(null, 1)]
    [InlineData("4", 0)]
    [InlineData("00", 0)]
    [InlineData("-0", 0)]
    [InlineData("01", 0)]
    [InlineData("-01", 0)]
    [InlineData("+1", 0)]
    [InlineData(" 1", 0)]
    [InlineData("1 ", 0)]
    [InlineData("1\0", 0)]
    [InlineData("1.0", 0)]
    [InlineData("1,000,000", 0)]
    [InlineData("１", 0)] // A full-width 1.
    [InlineData("9223372036854775808", 0)]
    [InlineData("-9223372036854775809", 0)]
    [InlineData("00000000000000000000001", 0)]
    [InlineData("-", 0)]
    [InlineData("", 0)]
    public void Filter_ByTheTextOfANumber_FindsTheNumberAndNoOther(string? member, int rows)
    {
        var table = FactTable.From("t", Sizes).AllAt(Day).Dimension("n", n => n).Build();
        Total(table, Filter.Equal("n", member)).Should().Be(rows);
    }

    [Fact]
    public void Dimension_NumbersAndTexts_AreTheSameMemberWhereTheyAreWrittenTheSame()
    {
        object?[] cells =
        [
            5, "5", 5L, "05", 5.0m, (byte)5, 5UL, "five", null, DBNull.Value, "-7", -7, "", "5 ", ulong.MaxValue, "18446744073709551615",
        ];
        var table =
            FactTable.From("t", (IDataReader)new FakeReader(["m"], cells.Select(cell => new[] { cell }))).AllAt(Day).Dimension("m").Build();
        var count = Metric.Count("c", table);
        Source(table).Query(Query.For(count).By("m")).Rows.Select(row => $"{row.Members[0] ?? "none"}: {row[count].Amount}")
            .Should().BeEquivalentTo(
                "5: 5", "05: 1", "5.0: 1", "five: 1", "none: 2", "-7: 2", ": 1", "5 : 1", "18446744073709551615: 2");
    }

    [Theory] // Those from 0 on that lie close together have codes in their own order, with null below all of them.
    [InlineData("0", 1)]
    [InlineData("63", 1)]
    [InlineData("64", 1)]
    [InlineData("199", 1)]
    [InlineData(null, 2)]
    [InlineData("-1", 0)]
    [InlineData("-2", 0)]
    [InlineData("100", 0)]
    [InlineData("200", 0)]
    [InlineData("9223372036854775807", 0)]
    [InlineData("007", 0)]
    public void Filter_AmongNumbersThatLieClose_FindsTheNumberAndNoOther(string? member, int rows)
    {
        var numbers = Enumerable.Range(0, 200).Where(n => n != 100).Select(n => (long?)n).Append(null).Append(null);
        var table = FactTable.From("t", numbers).AllAt(Day).Dimension("n", n => n).Build();
        Total(table, Filter.Equal("n", member)).Should().Be(rows);
    }

    [Fact] // Close together first, far apart first, and both by turns; some of them negative, some missing, and some texts.
    public void Dimension_NumbersInAnyOrder_AreEachOneMember() =>
        Gen.Select(Numbers, Gen.Int[1, 3]).Sample(
            (numbers, times) =>
            {
                long?[] all = [.. Enumerable.Repeat(numbers, times).SelectMany(n => n)];
                var asNumbers = FactTable.From("t", all).AllAt(Day).Dimension("n", n => n).Build();
                var oneByOne = FactTable.From("t", all.Select(n => n)).AllAt(Day).Dimension("n", n => n).Build();
                var asTexts = FactTable.From("t", all).AllAt(Day).Dimension("n", n => n is null ? null : $"{n}").Build();
                var expected = all.GroupBy(n => n).Select(same => $"{same.Key} {same.Count()}").Order(StringComparer.Ordinal).ToList();
                Counts(asNumbers).Should().Equal(expected);
                Counts(oneByOne).Should().Equal(expected);
                Counts(asTexts).Should().Equal(expected);
                Distinct(asNumbers).Should().Be(all.Where(n => n is not null).Distinct().Count());
            },
            iter: 50);

    [Fact] // 3,000 rows are too few for a number like this one to lie close to others; a sequence does not say how many it has.
    public void Dimension_FarNumberAmidCloseOnes_IsOneMember()
    {
        var numbers = Enumerable.Range(0, 3000).Select(n => n == 1500 ? 5_000_000 : n % 700L).ToList();
        foreach (var facts in (IEnumerable<long>[])[numbers, numbers.Select(n => n)])
        {
            var table = FactTable.From("t", facts).AllAt(Day).Dimension("n", n => n).Build();
            Distinct(table).Should().Be(701);
            Total(table, Filter.Equal("n", "5000000")).Should().Be(1);
            Total(table, Filter.Equal("n", "699")).Should().Be(4);
        }
    }

    [Theory] // Every fourth row is refused, and only those have numbers below 0; then every eighth that is kept has one, too.
    [InlineData(false)]
    [InlineData(true)]
    public void Dimension_NumbersOfRefusedRows_AreNoMembers(bool hasNegative)
    {
        var facts = Enumerable.Range(0, 2000).ToList();
        foreach (var rows in (IEnumerable<int>[])[facts, facts.Select(n => n)])
        {
            var table = FactTable.From("t", rows).AllAt(Day)
                .Dimension("n", n => MemberOf(n))
                .Value("v", n => n % 4 == 3 ? double.NaN : 1, Unit.Count("order")).KeepGoodRows().Build();
            var ofFive = hasNegative ? Enumerable.Range(0, 250).Select(i => $"-{(i * 8) + 5} 1") : ["5 250"];
            Counts(table).Should().BeEquivalentTo([" 200", "0 200", "1 250", "2 200", "4 200", "6 200", .. ofFive]);
        }

        long? MemberOf(int n)
        {
            if (n % 4 == 3)
            {
                return -n;
            }

            if (n % 10 == 0)
            {
                return null;
            }

            return hasNegative && n % 8 == 5 ? -n : n % 8;
        }
    }

    [Fact] // What the hashes of members are made from: their texts.
    public void Dimension_NumbersAndTheSameTexts_AreAboutAsMany()
    {
        var numbers = Enumerable.Range(0, 6000).Select(n => (long?)(n % 3 == 0 ? null : n * 2L)).ToList();
        var (asNumbers, asTexts) = (
            FactTable.From("numbers", numbers).AllAt(Day).Dimension("n", n => n).Build(),
            FactTable.From("texts", numbers).AllAt(Day).Dimension("n", n => n is null ? null : $"{n}").Build());
        About(asNumbers).Should().Be(About(asTexts)).And.BeInRange(3800, 4200);
    }

    [Fact]
    public void Dimension_EqualTextsThatAreOtherObjects_AreOneMember()
    {
        var table = FactTable.From("t", Enumerable.Range(0, 3000)).AllAt(Day)
            .Dimension("m", n => new string((char)('a' + (n % 3)), 1 + (n % 100))).Build();
        Counts(table, "m").Should().HaveCount(300).And.OnlyContain(row => row.EndsWith(" 10", StringComparison.Ordinal));
    }

    [Fact]
    public void Dimension_OfRefusedRowsOnly_IsNoMember()
    {
        var table = FactTable.From("t", Enumerable.Range(1, 2000).ToList()).AllAt(Day)
            .Dimension("m", n => n % 2 == 0 ? "good" : "bad").Value("v", n => n % 2 == 0 ? 1 : double.NaN, Unit.Count("order"))
            .KeepGoodRows().Build();
        Counts(table, "m").Should().Equal("good 1000");
    }

    private static IEnumerable<string> Counts(FactTable table, string dimension = "n")
    {
        var count = Metric.Count("c", table);
        return Source(table).Query(Query.For(count).By(dimension)).Rows.Select(row => $"{row.Members[0]} {row[count].Amount}")
            .Order(StringComparer.Ordinal);
    }

    private static int About(FactTable table)
    {
        var members = Metric.ApproximateCountDistinct("c", table, "n");
        return (int)Source(table).Query(Query.For(members)).Total[members].Amount;
    }

    private static int Distinct(FactTable table)
    {
        var members = Metric.CountDistinct("c", table, "n");
        return (int)Source(table).Query(Query.For(members)).Total[members].Amount;
    }

    private static int Total(FactTable table, Filter filter)
    {
        var count = Metric.Count("c", table);
        return (int)Source(table).Query(Query.For(count).Where(filter)).Total[count].Amount;
    }

    private static InMemorySource Source(FactTable table) => new(ReportingCalendar.Utc, table);
}
