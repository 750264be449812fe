using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

// Facts are read 1,024 at a time where they are all there, else one by one; it makes no difference to callers.
public class FactTableBatchTests
{
    private static readonly Unit Dkk = Unit.Money("DKK");
    private static readonly LocalDate Day = new(2026, 1, 1);

    public enum Kept
    {
        Array,
        List,
        ImmutableArray,
        Sequence,
        ListOfItsOwnKind,
    }

    public static TheoryData<Kept, int> Sizes => new(
        from kept in Enum.GetValues<Kept>()
        from count in new[] { 0, 1, 1023, 1024, 1025, 2048, 2049, 5000 }
        select (kept, count));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Build_AnyNumberOfFacts_TakesEachOnce(Kept kept, int count)
    {
        var table = FactTable.From("t", Keep(kept, Enumerable.Range(1, count)))
            .At(n => Day.PlusDays(n % 3))
            .Dimension("n", n => n)
            .Value("cents", n => n / 100m, Dkk)
            .Value("seventh", n => n % 7 == 0 ? 1 : (int?)null, Dkk)
            .NullMeansNone("seventh")
            .Build();

        table.RowCount.Should().Be(count);
        table.NullCount("seventh").Should().Be(count - (count / 7));
        if (count == 0)
        {
            return;
        }

        Sum(table, "seventh").Should().Be(count / 7);
        var (number, cents) = (Metric.Count("c", table), Metric.Sum("s", table, "cents"));
        Source(table).Query(Query.For(number, cents).By("n")).Rows
            .Select(row => $"{row.Members[0]} {row[number].Amount} {row[cents].Amount:G29}").ToHashSet()
            .SetEquals(Enumerable.Range(1, count).Select(n => $"{n} 1 {n / 100m:G29}")).Should().BeTrue();
        Source(table).Query(Query.For(number).By(Grain.Day)).Rows.Select(row => (int)row[number].Amount)
            .Should().Equal(new[] { count / 3, (count + 2) / 3, (count + 1) / 3 }.Where((_, day) => count > 1 || day == 1));
    }

    [Theory]
    [InlineData(Kept.Array)]
    [InlineData(Kept.List)]
    [InlineData(Kept.ImmutableArray)]
    [InlineData(Kept.Sequence)]
    public void Build_KeepGoodRows_LeavesOutTheBadOfEveryColumnInOrder(Kept kept)
    {
        int[] noDate = [1, 1024, 2049], noAmount = [2, 1023, 1024, 1025, 2048], negative = [1, 1023, 1026, 3000];
        List<int> amounts = [], orders = [];
        var table = FactTable.From("t", Keep(kept, Enumerable.Range(1, 3000)))
            .Dimension("n", n => $"member {n}")
            .Value("amount", n => Called(amounts, n, noAmount.Contains(n) ? double.NaN : n), Dkk)
            .At(n => noDate.Contains(n) ? null : Day)
            .Value("orders", n => Called(orders, n, negative.Contains(n) ? -n : n), Unit.Count("order"))
            .KeepGoodRows()
            .Build();

        table.RefusedRows.Select(row => $"{row.RowNumber} {row.Column} {row.Found}").Should().Equal(
            "1 time null", "2 amount NaN", "1023 amount NaN", "1024 amount NaN", "1025 amount NaN", "1026 orders -1026", "2048 amount NaN",
            "2049 time null", "3000 orders -3000");
        int[] bad = [.. noDate, .. noAmount, .. negative];
        var good = Enumerable.Range(1, 3000).Except(bad).ToList();
        table.RowCount.Should().Be(good.Count);
        Sum(table, "amount").Should().Be(good.Sum());
        Sum(table, "orders").Should().Be(good.Sum());
        var orderSum = Metric.Sum("o", table, "orders");
        Source(table).Query(Query.For(orderSum).By("n")).Rows.Select(row => $"{row.Members[0]}: {row[orderSum].Amount}").ToHashSet()
            .SetEquals(good.Select(n => $"member {n}: {n}")).Should().BeTrue();

        // Nothing is asked of a row that is bad already, and nothing twice.
        amounts.Should().Equal(Enumerable.Range(1, 3000));
        orders.Should().Equal(Enumerable.Range(1, 3000).Except(noAmount).Except(noDate));
    }

    [Theory]
    [InlineData(1500, 1100, "Table 't', row 1100, column 'b'")]
    [InlineData(1100, 1500, "Table 't', row 1100, column 'a'")]
    [InlineData(1024, 1025, "Table 't', row 1024, column 'a'")]
    [InlineData(1025, 1024, "Table 't', row 1024, column 'b'")]
    [InlineData(1024, 1024, "Table 't', row 1024, column 'a'")]
    [InlineData(2, 1, "Table 't', row 1, column 'b'")]
    public void Build_SeveralBadRows_ThrowsForTheFirst(int badInA, int badInB, string where)
    {
        var asked = new List<int>();
        var build = () => FactTable.From("t", Enumerable.Range(1, 3000).ToList())
            .AllAt(Day)
            .Value("a", n => n == badInA ? double.NaN : n, Dkk)
            .Value("b", n => Called(asked, n, n == badInB ? double.NaN : n), Dkk)
            .Build();

        build.Should().Throw<RefusedRowException>().Which.Row.ToString()
            .Should().Be($"{where}: found NaN; expected a finite number, or null where there is none.");
        asked.Should().Equal(Enumerable.Range(1, Math.Min(badInA - 1, badInB)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(3000)]
    public void Build_SelectorsThrow_AreTheRowsTheyThrewFor(int bad)
    {
        var table = FactTable.From("t", Enumerable.Range(1, 3000).ToArray())
            .AllAt(Day)
            .Dimension("d", n => n == bad ? throw new InvalidOperationException("No member.") : "")
            .Value("v", n => n == bad || n == 2048 ? throw new InvalidOperationException("No value.") : n, Dkk)
            .KeepGoodRows()
            .Build();

        table.RefusedRows.Select(row => $"{row.RowNumber} {row.Column} {row.Cause!.Message}")
            .Should().BeEquivalentTo($"{bad} d No member.", "2048 v No value.");
        table.RowCount.Should().Be(2998);
    }

    [Fact]
    public void Build_EveryRowIsBad_ListsThemAll()
    {
        var table =
            FactTable.From("t", Enumerable.Range(1, 2050).ToArray()).AllAt(Day).Value("v", _ => double.NaN, Dkk).KeepGoodRows().Build();
        table.RefusedRows.Select(row => row.RowNumber).Should().Equal(Enumerable.Range(1, 2050).Select(n => (long)n));
        table.RowCount.Should().Be(0);
    }

    [Fact]
    public void Build_SelectorGivesUp_IsNoBadRow()
    {
        foreach (var thrown in new Exception[] { new OperationCanceledException(), new OutOfMemoryException() })
        {
            var build = () => FactTable.From("t", new int[2000]).AllAt(Day).Value<int>("v", _ => throw thrown, Dkk).KeepGoodRows().Build();
            build.Should().Throw<Exception>().Which.Should().BeSameAs(thrown);
        }
    }

    [Fact]
    public void Build_SequenceThrows_PassesItOn()
    {
        var thrown = new InvalidOperationException("The connection is lost.");
        var build = () => FactTable.From("t", Broken(1500, thrown)).AllAt(Day).Value("v", n => n, Dkk).KeepGoodRows().Build();
        build.Should().Throw<InvalidOperationException>().Which.Should().BeSameAs(thrown);
    }

    [Fact]
    public void Build_SequenceThrowsAfterABadRow_NamesTheRow()
    {
        var build = () =>
            FactTable.From("t", Broken(1500, new InvalidOperationException())).AllAt(Day)
                .Value("v", n => n == 1400 ? double.NaN : n, Dkk).Build();
        build.Should().Throw<RefusedRowException>().Which.Row.RowNumber.Should().Be(1400);
    }

    [Fact]
    public void Build_SequenceOfOneChangingObject_TakesWhatItHeldEachTime()
    {
        Sum(FactTable.From("t", Reused()).AllAt(Day).Value("v", cell => cell[0], Dkk).Build(), "v").Should().Be(2_001_000m);

        static IEnumerable<int[]> Reused()
        {
            var cell = new int[1];
            for (cell[0] = 1; cell[0] <= 2000; cell[0]++)
            {
                yield return cell;
            }
        }
    }

    public static TheoryData<string> Changes => ["add", "clear", "replace", "remove"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Build_SelectorChangesTheList_ThrowsAsEveryEnumerationOfItDoes(string change)
    {
        foreach (var at in new[] { 1, 1024, 1025, 2000 })
        {
            var list = Enumerable.Range(1, 2000).Select(n => $"{n}").ToList();
            var build = () =>
                FactTable.From("t", list).AllAt(Day).Value("v", text => Change(list, text, at), Dkk)
                    .Dimension("n", text => text[..1]).Build();
            build.Should().Throw<InvalidOperationException>().WithMessage("Collection was modified*");
        }

        int Change(List<string> list, string text, int at)
        {
            if (text == $"{at}")
            {
                switch (change)
                {
                    case "add":
                        list.Add("");
                        break;
                    case "clear":
                        list.Clear();
                        break;
                    case "replace":
                        list[0] = "";
                        break;
                    default:
                        list.RemoveAt(0);
                        break;
                }
            }

            return 1;
        }
    }

    public static TheoryData<decimal?[], decimal> Others => new()
    {
        { [], 0m },
        { [null], 0m },
        { [0.5m, null], 0.5m },
        { [1.50m, 0.000000000000000001m], 1.500000000000000001m },
        { [0.0000000000000000001m], 0.0000000000000000001m },
        { [9223372036854775807m, -9223372036854775807m, 0.01m], 0.01m },
        { [null, 79228162514264337593543950335m, -79228162514264337593543950335m, 1.5m], 1.5m },
        { [1.0000000000000000000000000000m, 2.50000000000000000000m], 3.5m },
    };

    [Theory] // Whole numbers, then what needs another scale, a null, or more digits than a long has, then decimals.
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void Value_OtherValuesAfterBatches_LeaveTheSumExact(decimal?[] others, decimal sum)
    {
        foreach (var before in new[] { 0, 1, 1023, 1024, 2048 })
        {
            decimal?[] values = [.. Enumerable.Repeat((decimal?)1m, before), .. others, .. Enumerable.Repeat((decimal?)1.10m, 1024)];
            var table = FactTable.From("t", values).AllAt(Day).Value("v", value => value, Dkk).Build();
            Sum(table, "v").Should().Be(before + sum + 1126.40m, $"there are {before} before");
            table.NullCount("v").Should().Be(others.Count(value => value is null));
            var count = Metric.Count("n", table);
            Source(table).Query(Query.For(count).Where(Filter.Compare("v", Comparison.Equal, 1m))).Total[count].Amount
                .Should().Be(before + others.Count(value => value == 1m));
        }
    }

    private static T Called<T>(List<int> calls, int n, T value)
    {
        calls.Add(n);
        return value;
    }

    private static IEnumerable<int> Keep(Kept kept, IEnumerable<int> facts) => kept switch
    {
        Kept.Array => facts.ToArray(),
        Kept.List => facts.ToList(),
        Kept.ImmutableArray => facts.ToImmutableArray(),
        Kept.ListOfItsOwnKind => new OwnList(facts),
        _ => facts.Select(n => n),
    };

    private static IEnumerable<int> Broken(int count, Exception thrown)
    {
        for (var n = 1; n <= count; n++)
        {
            yield return n;
        }

        throw thrown;
    }

    private static InMemorySource Source(FactTable table) => new(ReportingCalendar.Utc, table);

    private static decimal Sum(FactTable table, string column) =>
        Source(table).Query(Query.For(Metric.Sum("s", table, column))).Total[Metric.Sum("s", table, column)].Amount;

    private sealed class OwnList(IEnumerable<int> facts) : List<int>(facts);
}
