using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

/// <summary>One point of a ready-made series: a date, a value, and members of dimensions. Immutable.</summary>
public sealed class SeriesPoint
{
    /// <summary>A point.</summary>
    /// <param name="date">The day.</param>
    /// <param name="value">The value; null where there is none.</param>
    /// <param name="dimensions">The members: <c>("market", "UK")</c>; each dimension once.</param>
    /// <exception cref="ArgumentException">A dimension is stated twice.</exception>
    public SeriesPoint(LocalDate date, decimal? value, params (string Dimension, string? Member)[] dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        if (dimensions.GroupBy(d => d.Dimension, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Dimension {Shown.Quote(twice.Key)} is stated {twice.Count()} times; expected each once.", nameof(dimensions));
        }

        Date = date;
        Value = value;
        Dimensions = dimensions.ToImmutableDictionary(d => d.Dimension, d => d.Member, StringComparer.Ordinal);
    }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>The value; null where there is none.</summary>
    public decimal? Value { get; }

    /// <summary>The members, by dimension.</summary>
    public ImmutableDictionary<string, string?> Dimensions { get; }
}
