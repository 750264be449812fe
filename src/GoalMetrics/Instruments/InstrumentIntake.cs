using System.Buffers;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Numerics;
using NodaTime;

namespace GoalMetrics;

// One instrument on its way into one table. Safe from several threads; nothing is thrown into the code that measures.
internal sealed class InstrumentIntake
{
    private readonly InstrumentBridge _bridge;
    private readonly InstrumentRoute _route;
    private readonly string?[] _members;
    private readonly bool _isObservable;
    private readonly bool _isCount;
    private readonly ObservedTotals? _totals;

    public InstrumentIntake(InstrumentBridge bridge, InstrumentRoute route, Instrument instrument, int firstCollection)
    {
        (_bridge, _route, _isObservable) = (bridge, route, instrument.IsObservable);
        _isCount = route.Column.Unit?.Kind == UnitKind.Count;
        var nature = instrument.Nature();
        if (nature is InstrumentNature.Total or InstrumentNature.RisingTotal && !route.Column.IsBalance)
        {
            _totals = new(nature == InstrumentNature.RisingTotal, firstCollection, bridge.Texts);
        }

        _members = new string?[route.Tags.Length];
        Read([.. instrument.Meter.Tags ?? [], .. instrument.Tags ?? []], _members);
        Problem = ProblemOf(instrument, nature);
    }

    // Why the instrument does not fit the column; null where it does.
    public CellProblem? Problem { get; }

    public InstrumentRoute Route => _route;

    public void Take<T>(T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        where T : struct, INumber<T>
    {
        try
        {
            if (Problem is { } problem)
            {
                _bridge.Refuse(new(_route, problem.Found, problem.Expected));
            }
            else if (!T.IsFinite(value))
            {
                _bridge.Refuse(new(_route, Text(value), "a finite number"));
            }
            else if (Amount(decimal.CreateChecked(value), tags) is { } amount)
            {
                Add(amount, tags);
            }
        }
        catch (OverflowException tooLarge)
        {
            _bridge.Refuse(new(_route, Text(value), "a number within ±7.9 × 10²⁸", tooLarge));
        }
        catch (Exception other)
        {
            // Of a tag that cannot be written, a clock that fails, a time outside the calendar: the application's work goes on.
            _bridge.Refuse(new(_route, Text(value), $"a fact that the table takes ({Shown.Clip(Failure.MessageOf(other), 300)})", other));
        }
    }

    private decimal? Amount(decimal value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_totals is null)
        {
            // The first collection only shows what had been counted before.
            if (_isObservable && _bridge.IsStarting)
            {
                return null;
            }

            return value;
        }

        if (_totals.Difference(value, tags, _bridge.Collection) is { } difference and not 0m)
        {
            return difference;
        }

        return null;
    }

    private void Add(decimal amount, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (amount < 0m && ExpectedOfNegative() is { } expected)
        {
            _bridge.Refuse(new(_route, Text(amount), expected));
            return;
        }

        var table = _route.Table;
        var members = ArrayPool<string?>.Shared.Rent(_members.Length);
        var values = ArrayPool<decimal?>.Shared.Rent(table.Schema.Columns.Count);
        try
        {
            var ofFact = members.AsSpan(0, _members.Length);
            _members.CopyTo(ofFact);
            Read(tags, ofFact);
            var numbers = values.AsSpan(0, table.Schema.Columns.Count);
            numbers.Clear();
            numbers[_route.Place] = amount;
            var now = Instant.FromDateTimeOffset(_bridge.Time.GetUtcNow());
            if (table.Schema.Time == FactTime.Date)
            {
                table.Add(table.Calendar.DateOf(now), ofFact, numbers);
            }
            else
            {
                table.Add(now, ofFact, numbers);
            }
        }
        finally
        {
            ArrayPool<string?>.Shared.Return(members, clearArray: true);
            ArrayPool<decimal?>.Shared.Return(values);
        }
    }

    // Null where the column takes amounts below 0.
    private string? ExpectedOfNegative() => _totals switch
    {
        { IsRising: true } => "a counter that goes up, or begins at 0 again",
        _ when !_isCount => null,
        null => "a count, not below 0",
        _ => "a count that does not go down",
    };

    // Where a tag comes twice, the last one counts.
    private void Read(ReadOnlySpan<KeyValuePair<string, object?>> tags, Span<string?> members)
    {
        foreach (var (name, value) in tags)
        {
            if (Array.IndexOf(_route.Tags, name) is >= 0 and var place)
            {
                members[place] = _bridge.Texts.Of(value);
            }
        }
    }

    private CellProblem? ProblemOf(Instrument instrument, InstrumentNature nature)
    {
        if (_route.Column.IsBalance && nature == InstrumentNature.Event)
        {
            return new(
                "an instrument that records changes",
                "one that records a level, as the column is a balance: a gauge, or an observable counter");
        }

        if (_route.Column.Unit is { } unit && InstrumentUnit.Conflict(instrument.Unit, unit) is { } expected)
        {
            return new($"the unit {Shown.Quote(instrument.Unit)}", $"{expected}, the unit of the column");
        }

        return null;
    }

    private static string Text<T>(T value)
        where T : struct, INumber<T> => value.ToString(null, CultureInfo.InvariantCulture);
}
