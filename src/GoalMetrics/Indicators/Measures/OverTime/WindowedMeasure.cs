using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A measure read in another window of time than the period asked for: rolling, to date, cumulative, shifted. Created with
/// <see cref="Measure.Rolling"/> and similar methods. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<WindowedMeasure>))]
public sealed class WindowedMeasure : Measure
{
    internal WindowedMeasure(Measure measure, TimeView view, string? id)
        : base(id ?? GoalMetrics.Id.Joined(measure.Id, view.Suffix))
    {
        Measure = measure;
        View = view;
        Title = TimeView.TitleOf(measure, view.Title);
        Unit = measure.Unit;
        Direction = measure.Direction;
    }

    /// <summary>The measure that is read.</summary>
    public Measure Measure { get; }

    /// <summary>The window it is read in.</summary>
    public TimeView View { get; }

    /// <summary>The measure that is read.</summary>
    public override IReadOnlyList<Measure> Inputs => [Measure];

    internal override object Computation => (View, Measure.Computation);

    internal override IEnumerable<Metric> Balances => View.KeepsAdditivity ? Measure.Balances : [];

    internal override TimeEffect MoreTime
    {
        get
        {
            if (Measure.MoreTime == TimeEffect.None)
            {
                return TimeEffect.EitherWay;
            }

            return Measure.MoreTime;
        }
    }

    internal override bool StaysReached(ReportingPeriod period) => View.BeginsBefore(period) && Measure.StaysReached(period);

    // The last 28 days are 28 days at any time.
    internal override bool GrowsWithTime => View is not RollingView && Measure.GrowsWithTime;

    internal override bool LooksBack => true;

    internal override bool ReadsOtherWindows => true;

    internal override Instant? ReadUntil(ReadingWindow window)
    {
        if (View.IsElsewhere || View.Of(window) is not { } seen)
        {
            return null;
        }

        return Measure.ReadUntil(seen);
    }

    internal override IEnumerable<Metric> RunningTotals
    {
        get
        {
            if (View.IsFromBeginning)
            {
                return Measure.Metrics;
            }

            return Measure.RunningTotals;
        }
    }

    // A difference of sums a year earlier is the difference of the sums a year earlier.
    internal override Measure? NotAdding
    {
        get
        {
            if (Additivity == Additivity.Additive)
            {
                return null;
            }

            if (View.KeepsAdditivity)
            {
                return Measure.NotAdding;
            }

            return this;
        }
    }

    internal override Quantity Try(Func<Measure, Quantity> valueOf)
    {
        if (Additivity == Additivity.Additive || !View.KeepsAdditivity)
        {
            return valueOf(this);
        }

        return Measure.Try(input => valueOf(new WindowedMeasure(input, View, null)));
    }

    internal override MeasureNode Compile(IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
    {
        var shared = new SharedCoverage(Measure.Metrics, part.Plan.Tables, part.Plan.AsOf, part.Plan.AsOf);
        ReadingWindow?[] seen = [.. windows.Select(window => SeenIn(window, shared))];
        return new Node(this, seen, Measure.Compile(seen, part));
    }

    // Several tables are read only from where all of them have data on.
    private ReadingWindow? SeenIn(ReadingWindow? window, SharedCoverage shared)
    {
        var seen = window is null ? null : View.Of(window);
        if (shared.IsOfSeveral)
        {
            return seen?.ReadFrom(shared.Begin);
        }

        return seen;
    }

    private protected override Additivity DerivedAdditivity
    {
        get
        {
            if (View.KeepsAdditivity || Measure.Additivity == Additivity.NonAdditive)
            {
                return Measure.Additivity;
            }

            return Additivity.SemiAdditive;
        }
    }

    private protected override void CollectMetrics(List<Metric> metrics) => metrics.AddRange(Measure.Metrics);

    private sealed class Node(WindowedMeasure measure, ReadingWindow?[] seen, MeasureNode inner) : MeasureNode
    {
        public override WindowCoverage Coverage(int window)
        {
            if (seen[window] is null)
            {
                return WindowCoverage.Full;
            }

            return inner.Coverage(window);
        }

        public override Grain? CutGrain(int window)
        {
            if (seen[window] is null)
            {
                return null;
            }

            return inner.CutGrain(window);
        }

        public override bool IsUnlike(int window) => seen[window] is not null && inner.IsUnlike(window);

        public override bool LooksAtUnlike(int window) =>
            seen[window] is not null && (inner.LooksAtUnlike(window) || (measure.View.IsElsewhere && inner.IsUnlike(window)));

        public override void AddLacking(int window, LackingData lacking)
        {
            if (seen[window] is not null)
            {
                inner.AddLacking(window, lacking);
            }
        }

        public override IReadOnlyList<Interval>? Times(int window)
        {
            if (seen[window] is null)
            {
                return null;
            }

            return inner.Times(window);
        }

        public override bool HasFacts(int window, Reading reading) => seen[window] is not null && inner.HasFacts(window, reading);

        public override Quantity Value(int window, Reading reading)
        {
            if (seen[window] is null)
            {
                return Quantity.Undefined(UndefinedReason.NoData, measure.Measure.Id, measure.Unit);
            }

            return inner.Value(window, reading);
        }

        // A rolling rate is explained by rolling counts.
        public override IReadOnlyList<MeasureValue> Evidence(int window, Reading reading)
        {
            if (seen[window] is null)
            {
                return [];
            }

            return inner.Evidence(window, reading);
        }
    }
}
