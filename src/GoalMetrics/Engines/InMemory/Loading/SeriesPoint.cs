using System.Collections.Immutable;
using NodaTime;

namespace GoalMetrics;

/// <summary>One point of a ready-made series: a date, a value, and members of dimensions. Immutable.</summary>
public sealed class SeriesPoint
{
    private readonly ImmutableDictionary<string, string?> _dimensions;

    /// <summary>A point without dimensions.</summary>
    /// <param name="date">The day.</param>
    /// <param name="value">The value; null if there is none.</param>
    public SeriesPoint(LocalDate date, decimal? value)
        : this(date, value, ImmutableDictionary<string, string?>.Empty)
    {
    }

    private SeriesPoint(LocalDate date, decimal? value, ImmutableDictionary<string, string?> dimensions)
    {
        Date = date;
        Value = value;
        _dimensions = dimensions;
    }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>The value; null if there is none.</summary>
    public decimal? Value { get; }

    /// <summary>The members, by dimension.</summary>
    public IReadOnlyDictionary<string, string?> Dimensions => _dimensions;

    /// <summary>The same point with a member of one more dimension: <c>new SeriesPoint(date, 12m).With("market", "UK")</c>.</summary>
    /// <param name="dimension">The name of the dimension.</param>
    /// <param name="member">The member; null is a member of its own.</param>
    /// <exception cref="ArgumentException">The point already states a member of this dimension.</exception>
    public SeriesPoint With(string dimension, string? member)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dimension);
        if (_dimensions.TryGetValue(dimension, out var stated))
        {
            throw new ArgumentException(
                $"Dimension {Shown.Quote(dimension)} is stated already, as {Shown.Quote(stated)}; expected each dimension once.",
                nameof(dimension));
        }

        return new(Date, Value, _dimensions.Add(dimension, member));
    }
}
