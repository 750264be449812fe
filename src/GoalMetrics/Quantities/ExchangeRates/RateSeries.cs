using NodaTime;
using static System.FormattableString;

namespace GoalMetrics;

// The rates of one currency against the base, all quoted the same way, earliest first.
internal sealed class RateSeries
{
    private readonly LocalDate[] _days;
    private readonly decimal[] _figures;

    // Whether one of the base buys so much of the currency, rather than one of it costing so much of the base.
    private readonly bool _isPerBase;

    public RateSeries(Currency baseCurrency, IEnumerable<ExchangeRate> rates)
    {
        ExchangeRate[] inOrder = [.. rates.OrderBy(rate => rate.Date)];
        _isPerBase = ReferenceEquals(inOrder[0].From, baseCurrency);
        for (var i = 1; i < inOrder.Length; i++)
        {
            Check(inOrder[i - 1], inOrder[i], nameof(rates));
        }

        _days = Array.ConvertAll(inOrder, rate => rate.Date);
        _figures = Array.ConvertAll(inOrder, rate => rate.Rate);
    }

    public LocalDate First => _days[0];

    public LocalDate Last => _days[^1];

    public IEnumerable<ExchangeRate> Rates(Currency baseCurrency, Currency currency)
    {
        var (from, to) = _isPerBase ? (baseCurrency.Code, currency.Code) : (currency.Code, baseCurrency.Code);
        return _days.Zip(_figures, (day, figure) => new ExchangeRate(from, to, figure, day));
    }

    // The rate of the day, or of the last one before it that is no more than a number of days away.
    public RateQuote? On(LocalDate date, int within)
    {
        var place = FirstFrom(date);
        if (place == _days.Length || _days[place] != date)
        {
            place--;
        }

        if (place < 0 || Period.DaysBetween(_days[place], date) > within)
        {
            return null;
        }

        return Quoted(_figures[place]);
    }

    // The mean of the figures of the days from the start up to, but not including, the end.
    public RateQuote? Mean(LocalDate start, LocalDate end)
    {
        var (first, last) = (FirstFrom(start), FirstFrom(end));
        if (first >= last)
        {
            return null;
        }

        var sum = 0m;
        foreach (var figure in _figures.AsSpan(first..last))
        {
            sum += figure;
        }

        return Quoted(sum / (last - first));
    }

    private static void Check(ExchangeRate one, ExchangeRate next, string parameter)
    {
        if (!ReferenceEquals(one.From, next.From))
        {
            throw new ArgumentException(
                $"Expected each currency to be quoted one way; found {one} and {next}. State both the same way.", parameter);
        }

        if (one.Date == next.Date)
        {
            throw new ArgumentException(
                Invariant($"Expected one rate for a day; found {one} and {next}. Leave one of them out."), parameter);
        }
    }

    private RateQuote Quoted(decimal figure)
    {
        if (_isPerBase)
        {
            return new(1m, figure);
        }

        return new(figure, 1m);
    }

    // The place of the first rate that is not before the date.
    private int FirstFrom(LocalDate date)
    {
        var place = Array.BinarySearch(_days, date);
        return place < 0 ? ~place : place;
    }
}
