using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Numerics;

namespace GoalMetrics;

/// <summary>
/// Listens to instruments of <c>System.Diagnostics.Metrics</c> and adds each measurement to live tables, as a fact of the moment with
/// its tags as members: an application's counters and histograms become metrics.
/// </summary>
/// <remarks>
/// <para>Counters, up-down counters and histograms give a fact for each measurement, gauges for each value they show. Observable
/// instruments are read by <see cref="Collect"/>: of a counter the increase since the last time becomes a fact, or, in a column of
/// balances, the total itself. Tags without a dimension are ignored, and a dimension without a tag gets the member null.</para>
/// <para>Nothing is thrown into the code that measures: what a table cannot take is counted (<see cref="RefusedCount"/>) and explained
/// (<see cref="LastRefusal"/>). Safe to use from several threads; a measurement allocates nothing if its tags are texts, whole numbers
/// and the like.</para>
/// </remarks>
public sealed class InstrumentBridge : IDisposable
{
    private readonly ImmutableArray<InstrumentRoute> _routes;
    private readonly MeterListener _listener = new();
    private readonly HashSet<InstrumentRoute> _found = [];
    private readonly object _collecting = new();
    private List<(Instrument Instrument, InstrumentIntake[] Intakes)>? _waiting = [];
    private RefusedMeasurement? _lastRefusal;
    private long _refusedCount;
    private int _collection;
    private bool _isDisposed;

    internal InstrumentBridge(TimeProvider time, ImmutableArray<InstrumentRoute> routes)
    {
        (Time, _routes) = (time, routes);
        Take<byte>();
        Take<short>();
        Take<int>();
        Take<long>();
        Take<float>();
        Take<double>();
        Take<decimal>();
        _listener.InstrumentPublished = (instrument, _) => Publish(instrument);

        void Take<T>()
            where T : struct, INumber<T> => _listener.SetMeasurementEventCallback<T>(static (_, value, tags, intakes) =>
            {
                foreach (var intake in (InstrumentIntake[])intakes!)
                {
                    intake.Take(value, tags);
                }
            });
    }

    /// <summary>How many measurements the tables could not take: not a number, a negative count, a unit that does not fit.</summary>
    public long RefusedCount => Interlocked.Read(ref _refusedCount);

    /// <summary>The latest measurement that a table could not take; null if there is none.</summary>
    public RefusedMeasurement? LastRefusal => Volatile.Read(ref _lastRefusal);

    /// <summary>
    /// The instruments that no meter has created so far, as <c>'shop.orders' of meter 'Shop'</c>. One that stays here may be misspelt.
    /// </summary>
    public IReadOnlyList<string> Awaited
    {
        get
        {
            lock (_found)
            {
                var missing = _routes.Where(route => !_found.Contains(route));
                return [.. missing.Select(route => route.ToString()).Distinct(StringComparer.Ordinal)];
            }
        }
    }

    internal TimeProvider Time { get; }

    internal TagTexts Texts { get; } = new();

    internal int Collection => Volatile.Read(ref _collection);

    internal bool IsStarting => Collection <= 1;

    /// <summary>Begins a bridge.</summary>
    /// <param name="time">The clock that gives facts their time.</param>
    public static InstrumentBridgeBuilder Listen(TimeProvider time) => new(time);

    /// <summary>
    /// Reads the observable instruments and adds their values to the tables. Call it as often as you want facts from them.
    /// </summary>
    /// <exception cref="AggregateException">
    /// The application's code for an observable instrument threw; the others were collected.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The bridge has been disposed of.</exception>
    public void Collect()
    {
        lock (_collecting)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Volatile.Write(ref _collection, _collection + 1);
            _listener.RecordObservableInstruments();
        }
    }

    /// <summary>Stops listening. The tables keep what they have; a measurement on its way may still come in.</summary>
    public void Dispose()
    {
        _listener.Dispose();
        lock (_collecting)
        {
            _isDisposed = true;
        }
    }

    internal void Refuse(RefusedMeasurement refusal)
    {
        Interlocked.Increment(ref _refusedCount);
        Volatile.Write(ref _lastRefusal, refusal);
    }

    internal void Start()
    {
        _listener.Start();
        lock (_found)
        {
            var waiting = _waiting ?? [];
            var refusals = waiting.SelectMany(one => one.Intakes)
                .Where(intake => intake.Problem is not null)
                .Select(intake => new RefusedMeasurement(intake.Route, intake.Problem!.Found, intake.Problem.Expected))
                .ToList();
            if (refusals.Count > 0)
            {
                throw new InvalidOperationException(
                    $"{string.Join(' ', refusals)} Change the one or the other; nothing is listened to.");
            }

            waiting.ForEach(one => _listener.EnableMeasurementEvents(one.Instrument, one.Intakes));
            _waiting = null;
        }

        try
        {
            Collect();
        }
        catch (AggregateException)
        {
            // The application's own code threw. The next Collect reports it.
        }
    }

    private void Publish(Instrument instrument)
    {
        var routes = _routes.Where(route => route.IsOf(instrument)).ToList();
        if (routes.Count == 0)
        {
            return;
        }

        InstrumentIntake[] intakes = [.. routes.Select(route => new InstrumentIntake(this, route, instrument, Collection + 1))];
        lock (_found)
        {
            _found.UnionWith(routes);
            if (_waiting is { } waiting)
            {
                waiting.Add((instrument, intakes));
            }
            else
            {
                _listener.EnableMeasurementEvents(instrument, intakes);
            }
        }
    }
}
