using System.Collections.Frozen;
using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

/// <summary>
/// Exchange rates day by day: of one currency, the base, against any number of others. Inverse and cross rates are computed through the
/// base. The library holds no rates: the caller supplies them. Immutable and free to share between threads.
/// </summary>
/// <remarks>
/// <para>A rate holds for its own day, and with <see cref="LastKnownWithin"/> for days after it too. Where no rate is known, what is
/// converted is undefined, and names the day.</para>
/// <para>A rate is used as it was quoted. An inverse or a cross rate, which has to be computed, has 15 significant digits, so that
/// converted amounts have room in a decimal and add up exactly.</para>
/// </remarks>
[JsonConverter(typeof(ExchangeRatesConverter))]
public sealed partial class ExchangeRates
{
    private const int LongestKnown = 366;

    // Products and quotients of two such rates fit a decimal.
    private const decimal Largest = 1e14m;
    private const decimal Smallest = 1e-14m;

    private readonly FrozenDictionary<Currency, RateSeries> _series;

    private ExchangeRates(Currency baseCurrency, FrozenDictionary<Currency, RateSeries> series, int knownForDays)
    {
        Base = baseCurrency;
        _series = series;
        KnownForDays = knownForDays;
    }

    /// <summary>The currency that all rates are of.</summary>
    public Currency Base { get; }

    /// <summary>The currencies that it converts between: the base first, then the others by code.</summary>
    public IReadOnlyList<Currency> Currencies =>
        field ??= [Base, .. _series.Keys.OrderBy(currency => currency.Code, StringComparer.Ordinal)];

    /// <summary>The rates as they were quoted: the currencies by code, and the earliest first for each.</summary>
    public IReadOnlyList<ExchangeRate> Rates => field ??=
        [.. _series.OrderBy(series => series.Key.Code, StringComparer.Ordinal).SelectMany(series => series.Value.Rates(Base, series.Key))];

    /// <summary>For how many days a rate holds after its own; 0 for its own day alone.</summary>
    public int KnownForDays { get; }

    /// <summary>A table of rates, in any order.</summary>
    /// <remarks>
    /// All rates lead from or to one currency, as those of a central bank do. Each other currency is always quoted the same way: one of the
    /// base buys so much of it (<c>1 EUR = 1.0925 USD</c>), or one of it costs so much of the base (<c>1 USD = 6.83 DKK</c>).
    /// </remarks>
    /// <param name="rates">The rates.</param>
    /// <exception cref="ArgumentException">
    /// There are none; they have no currency in common; two are of the same currencies and day; or a currency is quoted both ways.
    /// </exception>
    public static ExchangeRates From(IEnumerable<ExchangeRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        ExchangeRate[] all = [.. rates];
        foreach (var rate in all)
        {
            ArgumentNullException.ThrowIfNull(rate, nameof(rates));
            if (rate.Rate is < Smallest or > Largest)
            {
                throw new ArgumentException(
                    Invariant($"Expected rates from {Smallest} to {Largest:0}; found {rate}."), nameof(rates));
            }
        }

        return Of(BaseOf(all), all);
    }

    // A table whose base is stated: that of a single pair does not follow from its rates.
    internal static ExchangeRates Against(Currency baseCurrency, ExchangeRate[] rates)
    {
        var found = From(rates);
        if (ReferenceEquals(found.Base, baseCurrency))
        {
            return found;
        }

        if (found.Currencies.Count == 2 && found.Currencies.Contains(baseCurrency))
        {
            return Of(baseCurrency, rates);
        }

        throw new ArgumentException($"Expected rates of {baseCurrency}, the base, against others; found {rates[0]}.", nameof(rates));
    }

    /// <summary>
    /// The same rates, each of which holds until the next one, but for no more than a number of days: over weekends and holidays, on which
    /// none is quoted.
    /// </summary>
    /// <param name="days">The number of days, from 0 to 366. A week covers every holiday of the European Central Bank.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public ExchangeRates LastKnownWithin(int days)
    {
        if (days is >= 0 and <= LongestKnown)
        {
            return new(Base, _series, days);
        }

        throw new ArgumentOutOfRangeException(nameof(days), Invariant($"Expected 0 to {LongestKnown} days; found {days}."));
    }

    /// <summary>How much of one currency one unit of another is worth on a day; null where that is not known.</summary>
    /// <param name="from">The code of the currency that is converted.</param>
    /// <param name="to">The code of the currency that it becomes; 1 where it is the same.</param>
    /// <param name="date">The day.</param>
    /// <exception cref="ArgumentException">A code is not in ISO 4217.</exception>
    public decimal? RateOn(string from, string to, LocalDate date) =>
        RateOn(Currency.Of(from, nameof(from)), Currency.Of(to, nameof(to)), date);

    /// <summary>
    /// The mean rate of a stretch of time: that of the figures quoted on its days, as central banks publish it; null where none was quoted.
    /// An inverse or a cross rate is computed from these means.
    /// </summary>
    /// <param name="from">The code of the currency that is converted.</param>
    /// <param name="to">The code of the currency that it becomes; 1 where it is the same.</param>
    /// <param name="start">The first day.</param>
    /// <param name="endExclusive">The day after the last one.</param>
    /// <exception cref="ArgumentException">A code is not in ISO 4217.</exception>
    public decimal? AverageBetween(string from, string to, LocalDate start, LocalDate endExclusive) =>
        AverageBetween(Currency.Of(from, nameof(from)), Currency.Of(to, nameof(to)), start, endExclusive);

    /// <summary>The amount in another currency, at the rate of a day.</summary>
    /// <param name="amount">Money, or money per something, such as EUR per month.</param>
    /// <param name="to">The code of the currency that it becomes.</param>
    /// <param name="date">The day.</param>
    /// <returns>
    /// The amount; undefined (<see cref="UndefinedReason.InsufficientData"/>) where the rate is not known, with currencies and day as its
    /// cause.
    /// </returns>
    /// <exception cref="UnitMismatchException">The amount is not money.</exception>
    /// <exception cref="ArgumentException">The code is not in ISO 4217.</exception>
    public Quantity Convert(Quantity amount, string to, LocalDate date)
    {
        var target = Currency.Of(to, nameof(to));
        if (amount.Unit is not { } unit)
        {
            return amount;
        }

        if (unit.MoneyAbove?.Currency is not { } from)
        {
            throw new UnitMismatchException($"Cannot convert {unit} into {target}: expected money.", unit, target.Unit);
        }

        var converted = unit.Over(from.Unit).Times(target.Unit);
        if (RateOn(from, target, date) is { } rate)
        {
            return (amount * Quantity.Ratio(rate)).WithUnit(converted);
        }

        if (amount.IsDefined)
        {
            return Missing(from, target, date, converted);
        }

        return amount.WithUnit(converted);
    }

    /// <summary>The base, how many other currencies there are, and the days of the first and the last rate.</summary>
    public override string ToString()
    {
        var (first, last) = (_series.Values.Min(series => series.First), _series.Values.Max(series => series.Last));
        return Invariant($"rates of {Base} against {_series.Count}, {first:uuuu-MM-dd} to {last:uuuu-MM-dd}");
    }

    internal decimal? RateOn(Currency from, Currency to, LocalDate date)
    {
        if (ReferenceEquals(from, to))
        {
            return 1m;
        }

        if (QuoteOn(from, date) is { } one && QuoteOn(to, date) is { } other)
        {
            return Cross(one, other);
        }

        return null;
    }

    internal decimal? AverageBetween(Currency from, Currency to, LocalDate start, LocalDate endExclusive)
    {
        if (ReferenceEquals(from, to))
        {
            return 1m;
        }

        if (Mean(from, start, endExclusive) is { } one && Mean(to, start, endExclusive) is { } other)
        {
            return RateQuote.Rounded(Cross(one, other));
        }

        return null;
    }

    // What is undefined for want of a rate: the cause is the same in every language.
    internal static Quantity Missing(Currency from, Currency to, LocalDate date, Unit unit) =>
        Quantity.Undefined(UndefinedReason.InsufficientData, Invariant($"{from}/{to} {date:uuuu-MM-dd}"), unit);

    private static ExchangeRates Of(Currency baseCurrency, ExchangeRate[] rates)
    {
        var series = rates
            .GroupBy(rate => ReferenceEquals(rate.From, baseCurrency) ? rate.To : rate.From)
            .ToFrozenDictionary(group => group.Key, group => new RateSeries(baseCurrency, group));
        return new(baseCurrency, series, 0);
    }

    // The currency that is in every rate; of a single pair, the one that the first rate leads from.
    private static Currency BaseOf(ExchangeRate[] rates)
    {
        if (rates.Length == 0)
        {
            throw new ArgumentException("Expected at least one rate; found none.", nameof(rates));
        }

        foreach (var candidate in new[] { rates[0].From, rates[0].To })
        {
            if (Array.TrueForAll(rates, rate => ReferenceEquals(rate.From, candidate) || ReferenceEquals(rate.To, candidate)))
            {
                return candidate;
            }
        }

        var stranger = Array.Find(rates, rate => !Leads(rate, rates[0].From)) ?? rates[0];
        throw new ArgumentException(
            $"Expected rates of one currency against others, such as EUR; found {rates[0]} and {stranger}, among others."
            + " State all rates against one currency: the others are computed.",
            nameof(rates));

        static bool Leads(ExchangeRate rate, Currency currency) =>
            ReferenceEquals(rate.From, currency) || ReferenceEquals(rate.To, currency);
    }

    private RateQuote? QuoteOn(Currency currency, LocalDate date)
    {
        if (ReferenceEquals(currency, Base))
        {
            return RateQuote.OfBase;
        }

        return _series.GetValueOrDefault(currency)?.On(date, KnownForDays);
    }

    private RateQuote? Mean(Currency currency, LocalDate start, LocalDate endExclusive)
    {
        if (ReferenceEquals(currency, Base))
        {
            return RateQuote.OfBase;
        }

        return _series.GetValueOrDefault(currency)?.Mean(start, endExclusive);
    }

    // What one of the one currency is worth in the other.
    private static decimal Cross(RateQuote one, RateQuote other)
    {
        var (above, below) = (one.InBase * other.PerBase, one.PerBase * other.InBase);
        if (below == 1m && (one.InBase == 1m || other.PerBase == 1m))
        {
            return above;
        }

        return RateQuote.Rounded(above / below);
    }
}
