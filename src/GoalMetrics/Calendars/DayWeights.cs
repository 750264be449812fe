using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>
/// How much each day counts when days are not alike: weekdays, holidays, and single dates such as Black Friday. Immutable; equality is
/// by value.
/// </summary>
/// <remarks>
/// A date's own weight counts before a holiday's, and a holiday's before its weekday's. Weights are 0 or more; only their proportions
/// matter.
/// </remarks>
[JsonConverter(typeof(DayWeightsConverter))]
public sealed partial class DayWeights : IEquatable<DayWeights>
{
    private readonly ImmutableArray<decimal> _weekdays;

    private DayWeights(ImmutableArray<decimal> weekdays, decimal? holiday, ImmutableSortedDictionary<LocalDate, decimal> dates)
    {
        _weekdays = weekdays;
        Holiday = holiday;
        Dates = dates;
    }

    /// <summary>Every day counts 1, holidays too.</summary>
    public static DayWeights Even { get; } = new([1m, 1m, 1m, 1m, 1m, 1m, 1m], null, ImmutableSortedDictionary<LocalDate, decimal>.Empty);

    /// <summary>Monday to Friday count 1, weekends and holidays 0.</summary>
    public static DayWeights WorkingDays { get; } = Of(1m, 1m, 1m, 1m, 1m, 0m, 0m);

    /// <summary>The weight of a holiday; null where holidays weigh as their weekday.</summary>
    public decimal? Holiday { get; }

    internal ImmutableSortedDictionary<LocalDate, decimal> Dates { get; }

    /// <summary>Weights by weekday; holidays weigh 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight is below 0.</exception>
    public static DayWeights Of(
        decimal monday, decimal tuesday, decimal wednesday, decimal thursday, decimal friday, decimal saturday, decimal sunday)
    {
        var weekdays = ImmutableArray.Create(
            NotNegative(monday, nameof(monday)),
            NotNegative(tuesday, nameof(tuesday)),
            NotNegative(wednesday, nameof(wednesday)),
            NotNegative(thursday, nameof(thursday)),
            NotNegative(friday, nameof(friday)),
            NotNegative(saturday, nameof(saturday)),
            NotNegative(sunday, nameof(sunday)));
        return new(weekdays, 0m, ImmutableSortedDictionary<LocalDate, decimal>.Empty);
    }

    /// <summary>The same with another weight for holidays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is below 0.</exception>
    public DayWeights WithHolidays(decimal weight) => new(_weekdays, NotNegative(weight, nameof(weight)), Dates);

    /// <summary>The same with a weight of its own for a date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is below 0.</exception>
    public DayWeights With(LocalDate date, decimal weight)
    {
        var iso = date.WithCalendar(CalendarSystem.Iso);
        return new(_weekdays, Holiday, Dates.SetItem(iso, NotNegative(weight, nameof(weight))));
    }

    /// <summary>The weight of a weekday that is not a holiday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a day of the week.</exception>
    public decimal Of(IsoDayOfWeek day)
    {
        if (day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday)
        {
            return _weekdays[(int)day - 1];
        }

        throw new ArgumentOutOfRangeException(nameof(day), day, "Expected a day of the week.");
    }

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(DayWeights? left, DayWeights? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(DayWeights? left, DayWeights? right) => !Equals(left, right);

    /// <summary>Whether both have the same weights.</summary>
    public bool Equals(DayWeights? other) =>
        other is not null
        && Holiday == other.Holiday
        && _weekdays.AsSpan().SequenceEqual(other._weekdays.AsSpan())
        && Dates.SequenceEqual(other.Dates);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DayWeights);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Holiday, _weekdays[0], _weekdays[5], _weekdays[6], Dates.Count);

    /// <summary>The weights from Monday to Sunday, for logs and debuggers.</summary>
    public override string ToString() => string.Join(' ', _weekdays.Select(weight => Invariant($"{weight}")));

    internal decimal OfWeek => _weekdays.Sum();

    // Whether some days weigh nothing, and not all of them.
    internal bool HasDaysOff => !ReferenceEquals(this, Even) && OfWeek > 0m && SomeWeighNothing;

    private bool SomeWeighNothing => _weekdays.Contains(0m) || Holiday == 0m || Dates.ContainsValue(0m);

    private static decimal NotNegative(decimal weight, string parameter)
    {
        if (weight >= 0m)
        {
            return weight;
        }

        throw new ArgumentOutOfRangeException(parameter, Invariant($"Expected a weight of 0 or more; found {weight}."));
    }
}
