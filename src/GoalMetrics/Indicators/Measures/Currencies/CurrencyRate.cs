using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>Which of the rates converts a fact: that of its day, the average of its period, or that of one fixed day. Immutable.</summary>
public sealed class CurrencyRate : IEquatable<CurrencyRate>
{
    private CurrencyRate(Grain? averagedOver, LocalDate? day)
    {
        AveragedOver = averagedOver;
        Day = day;
    }

    /// <summary>
    /// The rate of the day on which the fact happened, in the calendar's zone. A balance is converted at the rate of the last day of the
    /// period that was read, and an opening balance at that of the first.
    /// </summary>
    public static CurrencyRate FactDay { get; } = new(null, null);

    /// <summary>The grain of the period whose average rate converts the facts of that period; null for the rate of a day.</summary>
    public Grain? AveragedOver { get; }

    /// <summary>The one day whose rate converts all facts; null where it depends on the fact.</summary>
    public LocalDate? Day { get; }

    /// <summary>
    /// The average rate of the period in which the fact happened, such as its month: the mean of the rates quoted in it, up to the moment
    /// of the query. Figures by another grain use the same rates, so those of months add up to that of their year.
    /// </summary>
    /// <param name="grain">The period, a day or longer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grain is the hour, or not one of the named grains.</exception>
    public static CurrencyRate PeriodAverage(Grain grain)
    {
        if (Enum.IsDefined(grain) && grain != Grain.Hour)
        {
            return new(grain, null);
        }

        throw new ArgumentOutOfRangeException(nameof(grain), grain, "Expected a day or a longer grain, such as Grain.Month.");
    }

    /// <summary>
    /// The rate of one day for all facts: constant rates, so that a change shows what was sold and not what money was worth.
    /// </summary>
    /// <param name="day">The day.</param>
    public static CurrencyRate FixedDay(LocalDate day) => new(null, day.WithCalendar(CalendarSystem.Iso));

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(CurrencyRate? left, CurrencyRate? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(CurrencyRate? left, CurrencyRate? right) => !Equals(left, right);

    /// <summary>Whether both choose the same rate.</summary>
    public bool Equals(CurrencyRate? other) => other is not null && AveragedOver == other.AveragedOver && Day == other.Day;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CurrencyRate);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AveragedOver, Day);

    /// <summary>As <c>the fact's day</c>, <c>average of the month</c> or <c>2026-01-01</c>.</summary>
    public override string ToString()
    {
        if (Day is { } day)
        {
            return Invariant($"{day:uuuu-MM-dd}");
        }

        if (AveragedOver is { } grain)
        {
            return $"average of the {grain.Title()}";
        }

        return "the fact's day";
    }
}
