using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// What one unit of a currency costs in another on a given day. The library holds no rates: the caller supplies them.
/// Immutable; equality is by value.
/// </summary>
[JsonConverter(typeof(ExchangeRateConverter))]
public sealed record ExchangeRate
{
    /// <summary>A rate.</summary>
    /// <param name="from">The code of the currency to convert from.</param>
    /// <param name="to">The code of the currency to convert to.</param>
    /// <param name="rate">How much of <paramref name="to"/> one of <paramref name="from"/> is worth; above 0.</param>
    /// <param name="date">The day the rate is valid for.</param>
    /// <exception cref="ArgumentException">A code is unknown, both are the same, or the rate is not above 0.</exception>
    public ExchangeRate(string from, string to, decimal rate, LocalDate date)
    {
        From = Currency.Of(from, nameof(from));
        To = Currency.Of(to, nameof(to));
        if (ReferenceEquals(From, To))
        {
            throw new ArgumentException($"A rate leads from one currency to another; found {from} twice.", nameof(to));
        }

        if (rate <= 0m)
        {
            throw new ArgumentOutOfRangeException(
                nameof(rate), string.Create(CultureInfo.InvariantCulture, $"Expected a rate above 0; found {rate}."));
        }

        Rate = rate;
        Date = date;
    }

    /// <summary>The currency that is converted.</summary>
    public Currency From { get; }

    /// <summary>The currency it becomes.</summary>
    public Currency To { get; }

    /// <summary>How much of <see cref="To"/> one of <see cref="From"/> is worth.</summary>
    public decimal Rate { get; }

    /// <summary>The day the rate holds for.</summary>
    public LocalDate Date { get; }

    /// <summary>The amount in the other currency.</summary>
    /// <exception cref="UnitMismatchException">The amount is not money in <see cref="From"/>.</exception>
    public Quantity Convert(Quantity amount)
    {
        if (amount.Unit is { } unit && unit != From.Unit)
        {
            throw new UnitMismatchException($"Cannot convert {unit} with a rate from {From} to {To}.", unit, From.Unit);
        }

        return (amount * Quantity.Ratio(Rate)).WithUnit(To.Unit);
    }

    /// <summary>The rate as text: <c>1 EUR = 7.46 DKK (2026-11-23)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"1 {From} = {Rate} {To} ({Date:uuuu-MM-dd})");
}
