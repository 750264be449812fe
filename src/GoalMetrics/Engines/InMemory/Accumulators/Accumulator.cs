using GoalMetrics.Sources;

namespace GoalMetrics;

// Takes in the rows of one aggregate, cell by cell. Cells are numbered from 0 and only grow in number. What it has taken in does not
// depend on how its facts were written or in which chunks they came, so that it can be merged with others of its kind.
internal abstract class Accumulator(RowFilter? filter)
{
    // A cell that is merged by itself takes as long as many words that lie side by side.
    private const long WordsOfCell = 16;

    private Chunk? _passing;

    protected bool TakesAll => filter is null || filter.ForAll == true;

    public static Accumulator For(
        Aggregate aggregate,
        FactTable table,
        AskedFacts asked,
        Func<EventConversion, ConversionCredits> conversions,
        CancellationToken cancellationToken) =>
        aggregate.Accept(new AccumulatorChoice(table, asked, conversions, cancellationToken));

    // One accumulator answers all shares of the same values.
    public static Aggregate Shared(Aggregate aggregate) => aggregate switch
    {
        Aggregate.OrderStatistic sorted =>
            new Aggregate.OrderStatistic(sorted.Column, 0m, OrderRank.Nearest) { Filter = sorted.Filter },
        Aggregate.TimeToConvert sorted =>
            new Aggregate.TimeToConvert(sorted.Match, 0m, OrderRank.Nearest) { Filter = sorted.Filter },
        Aggregate.ApproximatePercentile about =>
            new Aggregate.ApproximatePercentile(about.Column, 0m) { Filter = about.Filter },
        _ => aggregate,
    };

    public void Add(Chunk chunk, int cellCount)
    {
        Grow(cellCount);
        switch (filter is null ? true : filter.ForAll)
        {
            case true:
                Add(chunk);
                break;
            case null:
                _passing ??= new();
                filter!.Pass(chunk, _passing);
                Add(_passing);
                break;
            default:
                break;
        }
    }

    // Takes in what another of its kind has: some of the other's cells, each into the target at its place. Without a map, both have the
    // same codes for members.
    public void Merge(
        Accumulator other,
        ReadOnlySpan<int> cells,
        ReadOnlySpan<int> targets,
        int cellCount,
        MemberMap? map,
        CancellationToken cancellationToken)
    {
        Grow(cellCount);
        for (var i = 0; i < cells.Length; i++)
        {
            if ((i & 0x3F) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            Merge(targets[i], other, cells[i], map);
        }
    }

    // Does on the thread that has added what is left to do before it is merged or read.
    public virtual void Finish()
    {
    }

    // Whether it also takes in facts that do not pass the filter of the question, to see whether there are later ones.
    public virtual bool LooksBeyondFilter => false;

    // What a cell comes to for one of the aggregates that share the accumulator.
    public abstract AggregateValue Result(int cell, Aggregate asked);

    // Where every row of the chunk is added as it is: the sums that it is added to.
    public virtual ExactSums? PlainSums => null;

    // The number of cells, where it is known before anything is taken in and no member is new.
    public virtual void Expect(int cellCount)
    {
    }

    // About how many words it comes to take, or to be merged in the time of.
    public virtual long Room(int cellCount) => WordsOfCell * cellCount;

    // What a cell has taken in, and back into an empty cell. Codes are written as they stand in the map.
    public abstract void Write(int cell, BinaryWriter writer, MemberMap map);

    public abstract void Read(int cell, BinaryReader reader);

    // Room for this many cells; called again with the same or a larger number.
    public abstract void Grow(int cellCount);

    // Gives back what was borrowed. It is not used any more.
    public virtual void Release() => _passing?.Release();

    protected abstract void Add(Chunk chunk);

    protected abstract void Merge(int cell, Accumulator other, int otherCell, MemberMap? map);

    protected static void Grow<T>(ref T[] array, int count)
    {
        if (array.Length < count)
        {
            Array.Resize(ref array, Math.Max(count, array.Length * 2));
        }
    }
}
