namespace GoalMetrics;

/// <summary>A formula that another is mistaken for. Immutable.</summary>
public sealed class FormulaVariant
{
    /// <summary>A formula that this one is mistaken for.</summary>
    /// <param name="id">The id of the other formula.</param>
    /// <param name="difference">What the other one does differently, in one sentence.</param>
    /// <exception cref="ArgumentException">The id or the difference is blank.</exception>
    public FormulaVariant(string id, string difference)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(difference);
        Id = id;
        Difference = difference;
    }

    /// <summary>The id of the other formula.</summary>
    public string Id { get; }

    /// <summary>What the other one does differently, in one sentence.</summary>
    public string Difference { get; }
}
