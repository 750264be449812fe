using System.Runtime.InteropServices;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// What it takes at least to read objects through selectors: one loop a selector, into an array that is as long as the list.
/// </summary>
internal sealed class SelectorLoop<TFact>(List<TFact> facts)
{
    private readonly List<Func<Array>> _columns = [];

    /// <summary>One more selector.</summary>
    public SelectorLoop<TFact> With<TCell>(Func<TFact, TCell> selector)
    {
        _columns.Add(() => Column(selector));
        return this;
    }

    /// <summary>All columns, newly made.</summary>
    public IReadOnlyList<Array> Run() => [.. _columns.Select(column => column())];

    private TCell[] Column<TCell>(Func<TFact, TCell> selector)
    {
        var cells = new TCell[facts.Count];
        var all = CollectionsMarshal.AsSpan(facts);
        for (var row = 0; row < all.Length && row < cells.Length; row++)
        {
            cells[row] = selector(all[row]);
        }

        return cells;
    }
}
