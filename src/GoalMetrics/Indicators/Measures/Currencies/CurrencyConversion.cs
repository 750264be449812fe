using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Into which currency a metric is converted, with which rates. Immutable; equality is by value, the rates being the same.
/// </summary>
public sealed class CurrencyConversion : IEquatable<CurrencyConversion>
{
    internal CurrencyConversion(Currency currency, ExchangeRates rates, CurrencyRate rate)
    {
        Currency = currency;
        Rates = rates;
        Rate = rate;
    }

    /// <summary>The currency that the values are in.</summary>
    public Currency Currency { get; }

    /// <summary>The rates.</summary>
    public ExchangeRates Rates { get; }

    /// <summary>Which of the rates converts a fact.</summary>
    public CurrencyRate Rate { get; }

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(CurrencyConversion? left, CurrencyConversion? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(CurrencyConversion? left, CurrencyConversion? right) => !Equals(left, right);

    /// <summary>Whether both convert into the same currency, with the same rates.</summary>
    public bool Equals(CurrencyConversion? other) =>
        other is not null
        && ReferenceEquals(Currency, other.Currency)
        && ReferenceEquals(Rates, other.Rates)
        && Rate.Equals(other.Rate);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CurrencyConversion);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Currency.Code, Rate);

    /// <summary>As <c>DKK at the fact's day</c>.</summary>
    public override string ToString() => $"{Currency} at {Rate}";

    // The rate for a fact of a day; null where none is known. Averages go no further than the last day.
    internal decimal? RateOn(Currency from, LocalDate day, LocalDate last, ReportingCalendar calendar)
    {
        if (Rate.Day is { } constant)
        {
            return Rates.RateOn(from, Currency, constant);
        }

        if (Rate.AveragedOver is not { } grain)
        {
            return Rates.RateOn(from, Currency, day);
        }

        if (calendar.Holding(grain, day) is not { } period)
        {
            return null;
        }

        var end = LocalDate.Min(period.EndDate, last.PlusDays(1));
        return Rates.AverageBetween(from, Currency, period.StartDate, end);
    }
}
