using NodaTime;

namespace GoalMetrics.Sources;

/// <summary>Some of the requested facts, column by column. Immutable.</summary>
public sealed class FactBatch
{
    /// <summary>A batch of facts with instants.</summary>
    /// <param name="instants">When each fact happened.</param>
    /// <param name="members">For each of <see cref="FactRequest.Dimensions"/>, the member of each fact.</param>
    /// <param name="values">For each of <see cref="FactRequest.Columns"/>, the value of each fact.</param>
    public FactBatch(
        IReadOnlyList<Instant> instants, IReadOnlyList<IReadOnlyList<string?>> members, IReadOnlyList<IReadOnlyList<decimal?>> values)
        : this(instants, [], members, values)
    {
    }

    /// <summary>A batch of facts with dates.</summary>
    /// <param name="dates">The date of each fact.</param>
    /// <param name="members">For each of <see cref="FactRequest.Dimensions"/>, the member of each fact.</param>
    /// <param name="values">For each of <see cref="FactRequest.Columns"/>, the value of each fact.</param>
    public FactBatch(
        IReadOnlyList<LocalDate> dates, IReadOnlyList<IReadOnlyList<string?>> members, IReadOnlyList<IReadOnlyList<decimal?>> values)
        : this([], dates, members, values)
    {
    }

    private FactBatch(
        IReadOnlyList<Instant> instants,
        IReadOnlyList<LocalDate> dates,
        IReadOnlyList<IReadOnlyList<string?>> members,
        IReadOnlyList<IReadOnlyList<decimal?>> values)
    {
        ArgumentNullException.ThrowIfNull(instants);
        ArgumentNullException.ThrowIfNull(dates);
        Copies.Check(members, nameof(members));
        Copies.Check(values, nameof(values));
        Count = Math.Max(instants.Count, dates.Count);
        if (members.Any(column => column.Count != Count) || values.Any(column => column.Count != Count))
        {
            throw new ArgumentException(FormattableString.Invariant($"Expected {Count} facts in each column, as many as there are times."));
        }

        Instants = instants;
        Dates = dates;
        Members = members;
        Values = values;
    }

    /// <summary>The number of facts.</summary>
    public int Count { get; }

    /// <summary>When each fact happened; empty for a table with dates.</summary>
    public IReadOnlyList<Instant> Instants { get; }

    /// <summary>The date of each fact; empty for a table with instants.</summary>
    public IReadOnlyList<LocalDate> Dates { get; }

    /// <summary>For each dimension of the request, the member of each fact; null for the null member.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Members { get; }

    /// <summary>For each column of the request, the value of each fact; null if it has none.</summary>
    public IReadOnlyList<IReadOnlyList<decimal?>> Values { get; }
}
