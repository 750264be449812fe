using NodaTime;

namespace GoalMetrics.Sources;

/// <summary>Some of the requested facts, column by column. Immutable.</summary>
public sealed class FactBatch
{
    /// <summary>A batch of facts with instants. The lists are copied.</summary>
    /// <param name="instants">When each fact happened.</param>
    /// <param name="members">For each of <see cref="FactRequest.Dimensions"/>, the member of each fact.</param>
    /// <param name="values">For each of <see cref="FactRequest.Columns"/>, the value of each fact.</param>
    /// <exception cref="ArgumentException">A column is null, or has more or fewer facts than there are times.</exception>
    public FactBatch(
        IReadOnlyList<Instant> instants, IReadOnlyList<IReadOnlyList<string?>> members, IReadOnlyList<IReadOnlyList<decimal?>> values)
        : this(Copies.Of(instants, nameof(instants)), [], Copied(members, nameof(members)), Copied(values, nameof(values)))
    {
    }

    /// <summary>A batch of facts with dates. The lists are copied.</summary>
    /// <param name="dates">The date of each fact.</param>
    /// <param name="members">For each of <see cref="FactRequest.Dimensions"/>, the member of each fact.</param>
    /// <param name="values">For each of <see cref="FactRequest.Columns"/>, the value of each fact.</param>
    /// <exception cref="ArgumentException">A column is null, or has more or fewer facts than there are times.</exception>
    public FactBatch(
        IReadOnlyList<LocalDate> dates, IReadOnlyList<IReadOnlyList<string?>> members, IReadOnlyList<IReadOnlyList<decimal?>> values)
        : this([], Copies.Of(dates, nameof(dates)), Copied(members, nameof(members)), Copied(values, nameof(values)))
    {
    }

    private FactBatch(
        IReadOnlyList<Instant> instants,
        IReadOnlyList<LocalDate> dates,
        IReadOnlyList<IReadOnlyList<string?>> members,
        IReadOnlyList<IReadOnlyList<decimal?>> values)
    {
        Count = Math.Max(instants.Count, dates.Count);
        CheckLength(members, nameof(members));
        CheckLength(values, nameof(values));
        Instants = instants;
        Dates = dates;
        Members = members;
        Values = values;
    }

    // Of lists that were made for the batch and are not changed.
    internal static FactBatch Of(
        IReadOnlyList<Instant> instants, IReadOnlyList<IReadOnlyList<string?>> members, IReadOnlyList<IReadOnlyList<decimal?>> values) =>
        new(instants, [], members, values);

    internal static FactBatch Of(
        IReadOnlyList<LocalDate> dates, IReadOnlyList<IReadOnlyList<string?>> members, IReadOnlyList<IReadOnlyList<decimal?>> values) =>
        new([], dates, members, values);

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

    private static IReadOnlyList<IReadOnlyList<T>> Copied<T>(IReadOnlyList<IReadOnlyList<T>> columns, string parameter) =>
        [.. Copies.Of(columns, parameter).Select(column => Copies.Guarded<T>([.. column]))];

    private void CheckLength<T>(IReadOnlyList<IReadOnlyList<T>> columns, string parameter)
    {
        if (columns.FirstOrDefault(column => column.Count != Count) is { } other)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected as many facts in each column as there are times, {Count}; found {other.Count}."),
                parameter);
        }
    }
}
