using System.Collections.Concurrent;
using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// A metric of money that is read by currency and by the periods that have a rate each, converted and put together.
internal sealed class ConvertedNode : TableNode
{
    private readonly CurrencyConversion _conversion;
    private readonly PlannedAggregate _money;

    // For a mean, how many values it is of.
    private readonly PlannedAggregate? _count;
    private readonly Unit _unit;

    // Rates after the moment of the question are not known yet.
    private readonly LocalDate _lastDay;

    // Made on first use, as rows share them. Safe with several threads, as each makes the same.
    private readonly ConcurrentDictionary<(Breakdown Breakdown, int Member), ConvertedSeries?> _series = [];
    private readonly ConcurrentDictionary<(string? Code, LocalDate Day), (decimal? Rate, Quantity Missing)> _rates = [];

    public ConvertedNode(Metric metric, IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
        : base(metric, windows, part)
    {
        _conversion = metric.Currency!;
        _unit = metric.Unit!;
        var split = SplitOf(metric);
        split.Check(metric, Table.Description, Table.Calendar, Places.Where(place => place >= 0).Select(Table.TimeOf));
        _money = Table.Plan(metric.Aggregates[0], Places, metric.Id, split);
        _count = metric.IsConvertedMean ? Table.Plan(metric.Aggregates[1], Places, metric.Id) : null;
        if (part.Plan.KnownUntil == Instant.MaxValue)
        {
            _lastDay = ReportingCalendar.MaxDate;
        }
        else
        {
            _lastDay = Calendar.DateHolding(part.Plan.KnownUntil - Duration.Epsilon);
        }

        PlanCounts(part.Plan);
    }

    private ReportingCalendar Calendar => Table.Calendar;

    public override bool HasFacts(int window, Reading reading) =>
        Places[window] is >= 0 and var place && _money.Pieces(place, reading).Count > 0;

    public override Quantity Value(int window, Reading reading)
    {
        var place = Places[window];
        if (place < 0)
        {
            return Undefined(place, _unit);
        }

        if (AddsUp && reading.Rates is null && SeriesOf(reading) is { } series && _money.TryRange(place, out var first, out var end))
        {
            if (!series.HasAny(first, end))
            {
                return WithoutFacts(place);
            }

            if (IsUnknown(place, reading))
            {
                return Metric.Missing(_unit);
            }

            var (sum, missing) = series.Between(first, end);
            if (missing is { } undefined)
            {
                return undefined;
            }

            if (sum is { } known)
            {
                return ValueOf(MoneySum.Of(known), window, reading);
            }
        }

        return Afresh(window, reading);
    }

    // Whether values of neighbouring pieces are added.
    private bool AddsUp => Metric.Aggregates[0] is Aggregate.Sum;

    private ConvertedSeries? SeriesOf(Reading reading) => _series.GetOrAdd(
        (reading.Breakdown, reading.Member),
        static (_, asked) => ConvertedSeries.Of(asked.Node._money.AllPieces(asked.Reading), asked.Node.KnownRateOf),
        (Node: this, Reading: reading));

    private (decimal? Rate, Quantity Missing) KnownRateOf(MoneyPiece piece)
    {
        if (piece.Value.Reason is { } reason)
        {
            return (null, Quantity.Undefined(reason, Metric.Id, _unit));
        }

        return _rates.GetOrAdd(
            (piece.Code, piece.Day),
            static (_, asked) => (asked.Node.RateOn(asked.Piece, asked.Piece.Day, out var missing), missing),
            (Node: this, Piece: piece));
    }

    private Quantity WithoutFacts(int place)
    {
        if (Table.Touches(place) && !Metric.IsConvertedMean)
        {
            return Metric.Empty(_unit);
        }

        return Metric.Missing(_unit);
    }

    // Piece by piece: where values do not add up, have too many digits, or are converted at other rates than their own.
    private Quantity Afresh(int window, Reading reading)
    {
        var place = Places[window];
        var pieces = _money.Pieces(place, reading);
        if (pieces.Count == 0)
        {
            return WithoutFacts(place);
        }

        if (IsUnknown(place, reading))
        {
            return Metric.Missing(_unit);
        }

        if (Metric.Aggregates[0] is Aggregate.Minimum or Aggregate.Maximum)
        {
            return Extreme(pieces, window, reading);
        }

        return Sum(pieces, window, reading);
    }

    // What the amount was in each currency.
    public override IReadOnlyList<MeasureValue> Evidence(int window, Reading reading)
    {
        if (Places[window] < 0 || Metric.Aggregates[0] is Aggregate.Minimum or Aggregate.Maximum)
        {
            return [];
        }

        return
        [
            .. _money.Pieces(Places[window], reading)
                .GroupBy(piece => CurrencyOf(piece.Code))
                .Where(currency => currency.Key is not null)
                .Select(currency => new MeasureValue(Metric, currency.Aggregate(new Quantity(0m, currency.Key!.Unit), Plus))),
        ];

        Quantity Plus(Quantity sum, MoneyPiece piece) => sum + Metric.Of(piece.Value, sum.Unit!);
    }

    private static CurrencySplit SplitOf(Metric metric)
    {
        var (isBalance, rate) = (metric.IsBalance, metric.Currency!.Rate);
        var cutBy = rate.Day is null && !isBalance ? rate.AveragedOver ?? Grain.Day : (Grain?)null;
        return new(metric.CurrencyDimension, cutBy, IsByPieces: !isBalance);
    }

    private Quantity Sum(IReadOnlyList<MoneyPiece> pieces, int window, Reading reading)
    {
        var sum = default(MoneySum);
        foreach (var piece in pieces)
        {
            if (piece.Value.Reason is { } reason)
            {
                if (reason == UndefinedReason.NoData)
                {
                    continue;
                }

                return Quantity.Undefined(reason, Metric.Id, _unit);
            }

            if (IsNothing(piece.Value))
            {
                continue;
            }

            if (RateOf(piece, window, reading, out var missing) is not { } rate)
            {
                return missing;
            }

            sum.Add(piece.Value, rate);
        }

        return ValueOf(sum, window, reading);
    }

    private Quantity ValueOf(MoneySum sum, int window, Reading reading) =>
        Metric.Of(_count is null ? sum.Value : Mean(sum, window, reading), _unit);

    private AggregateValue Mean(MoneySum sum, int window, Reading reading)
    {
        if (_count!.TryValue(Places[window], reading, out var count) && count.Amount is { } number and > 0m)
        {
            return sum.Over((long)number);
        }

        return AggregateValue.Undefined(UndefinedReason.NoData);
    }

    // All rates are above 0, so that the smallest of a currency and a day stays the smallest.
    private Quantity Extreme(IReadOnlyList<MoneyPiece> pieces, int window, Reading reading)
    {
        var isLargest = Metric.Aggregates[0] is Aggregate.Maximum;
        AggregateValue? found = null;
        foreach (var piece in pieces.Where(piece => piece.Value.IsDefined))
        {
            if (RateOf(piece, window, reading, out var missing) is not { } rate)
            {
                return missing;
            }

            var sum = default(MoneySum);
            sum.Add(piece.Value, rate);
            if (found is not { Amount: { } best } || (isLargest ? sum.Value.Amount > best : sum.Value.Amount < best))
            {
                found = sum.Value;
            }
        }

        if (found is { } value)
        {
            return Metric.Of(value, _unit);
        }

        return Metric.Missing(_unit);
    }

    // Nothing is nothing in any currency.
    private static bool IsNothing(AggregateValue value) => value is { Beyond: null, Amount: 0m };

    // Null where the rate, or even the currency, is not known.
    private decimal? RateOf(MoneyPiece piece, int window, Reading reading, out Quantity missing)
    {
        var day = Metric.IsBalance ? DayOfBalance(Windows[window]!) : piece.Day;
        return RateOn(piece, reading.Rates is { } shift ? shift.Of(day) : day, out missing);
    }

    private decimal? RateOn(MoneyPiece piece, LocalDate day, out Quantity missing)
    {
        missing = default;
        if (CurrencyOf(piece.Code) is not { } from)
        {
            missing = Quantity.Undefined(UndefinedReason.InsufficientData, piece.Code ?? Metric.CurrencyDimension, _unit);
            return null;
        }

        if (_conversion.RateOn(from, day, _lastDay, Calendar) is { } rate)
        {
            return rate;
        }

        missing = ExchangeRates.Missing(from, _conversion.Currency, _conversion.Rate.Day ?? day, _unit);
        return null;
    }

    private Currency? CurrencyOf(string? code)
    {
        if (Metric.CurrencyDimension is null)
        {
            return Metric.SourceCurrency;
        }

        return CurrencyCodes.Find(code);
    }

    // The last day that was read of the period, or the first.
    private LocalDate DayOfBalance(ReadingWindow window)
    {
        var isFirst = Metric.StandsFor == BalanceValue.First || window.Until <= window.Period.Start;
        if (isFirst)
        {
            return window.Period.StartDate;
        }

        return Calendar.DateHolding(window.Until - Duration.Epsilon);
    }
}
