namespace GoalMetrics.Benchmarks;

/// <summary>The facts of workload W1 as one array a column, at the size the peers and the yardstick need.</summary>
internal sealed class FactColumns
{
    private const int ShuffleSeed = 5;

    private FactColumns(int rows)
    {
        Ticks = new long[rows];
        Channel = new byte[rows];
        Customer = new int[rows];
        Ordered = new byte[rows];
        Cents = new int[rows];
    }

    public int Count => Ticks.Length;

    public long[] Ticks { get; }

    public byte[] Channel { get; }

    public int[] Customer { get; }

    /// <summary>1 for a visit with an order, else 0.</summary>
    public byte[] Ordered { get; }

    public int[] Cents { get; }

    /// <summary>So many facts in the order asked for.</summary>
    public static FactColumns Make(int rows, FactOrder order)
    {
        var facts = FactRow.Generate(rows).ToArray();
        if (order == FactOrder.Shuffled)
        {
            new Random(ShuffleSeed).Shuffle(facts);
        }

        var columns = new FactColumns(rows);
        for (var row = 0; row < rows; row++)
        {
            columns.Put(row, facts[row]);
        }

        return columns;
    }

    /// <summary>One fact.</summary>
    public FactRow Row(int row) => new(Ticks[row], Channel[row], Customer[row], Ordered[row] == 1, Cents[row]);

    /// <summary>The facts as objects, made one by one.</summary>
    public IEnumerable<Fact> Facts()
    {
        for (var row = 0; row < Count; row++)
        {
            yield return Row(row).ToFact();
        }
    }

    private void Put(int row, FactRow fact)
    {
        Ticks[row] = fact.Ticks;
        Channel[row] = fact.Channel;
        Customer[row] = fact.Customer;
        Ordered[row] = fact.Ordered ? (byte)1 : (byte)0;
        Cents[row] = fact.Cents;
    }
}
