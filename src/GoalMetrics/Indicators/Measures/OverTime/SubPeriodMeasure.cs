using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// One value made of those of the shorter periods inside the period asked for: the last, the first or the mean. Created with
/// <see cref="Measure.AtLast"/>, <see cref="Measure.AtFirst"/> and <see cref="Measure.AverageOver"/>. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<SubPeriodMeasure>))]
public sealed class SubPeriodMeasure : Measure
{
    private readonly Metric? _balance;

    internal SubPeriodMeasure(Measure measure, Grain grain, SubPeriodValue value, string? id)
        : base(id ?? GoalMetrics.Id.Joined(measure.Id, $"{Slug(value)}-{grain.Slug()}"))
    {
        Measure = measure;
        Grain = grain;
        Value = value;
        _balance = BalanceOf(measure);
        Title = TimeView.TitleOf(measure, TitleOf(value).Filled("{grain}", grain.Title()));
        Unit = measure.Unit;
        Direction = measure.Direction;
        Additivity = Additivity.NonAdditive;
    }

    /// <summary>The measure that is read in the shorter periods.</summary>
    public Measure Measure { get; }

    /// <summary>The grain of the shorter periods.</summary>
    public Grain Grain { get; }

    /// <summary>Which of their values stands for the period.</summary>
    public SubPeriodValue Value { get; }

    /// <summary>The measure that is read in the shorter periods.</summary>
    public override IReadOnlyList<Measure> Inputs => [Measure];

    internal override IEnumerable<Metric> ReadMetrics
    {
        get
        {
            if (_balance is null)
            {
                return base.ReadMetrics;
            }

            return [_balance];
        }
    }

    internal override bool ReadsOtherWindows => true;

    internal override Instant? ReadUntil(ReadingWindow window) => window.Until;

    internal override object Computation => (Value, Grain, Measure.Computation);

    internal override MeasureNode Compile(IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
    {
        var choice = new PartChoice(this, part);
        if (_balance is not null && !choice.IsOfBalances)
        {
            return _balance.Compile(windows, part);
        }

        var parts = new WindowParts[windows.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = windows[i] is { } window ? WindowParts.Of(window, this, part, choice) : WindowParts.None;
        }

        ReadingWindow[] read = [.. parts.SelectMany(each => each.Read)];
        var inner = Measure.Compile(read, part);
        var chosen = choice.IsOfBalances ? choice.Read(read) : null;
        return new SubPeriodNode(this, parts, inner, new(read, part.Derived), chosen);
    }

    private protected override void CollectMetrics(List<Metric> metrics) => metrics.AddRange(Measure.Metrics);

    private static string Slug(SubPeriodValue value)
    {
        if (value == SubPeriodValue.Average)
        {
            return "average-over";
        }

        return value.ToString().ToLowerInvariant();
    }

    private static LocalizedText TitleOf(SubPeriodValue value) => value switch
    {
        SubPeriodValue.Last => new("last {grain}", "sidste {grain}"),
        SubPeriodValue.First => new("first {grain}", "første {grain}"),
        _ => new("average by {grain}", "gennemsnit pr. {grain}"),
    };

    // An account without a fact on the last day still has a balance, so first and last are taken per account, not per day. Where a balance
    // is one of several inputs, or a mean is taken, each part sees what was last recorded since the period began.
    private Metric? BalanceOf(Measure measure)
    {
        if (measure.Balances.FirstOrDefault(balance => balance.StandsFor != BalanceValue.Last) is { } settled)
        {
            throw new ArgumentException(
                $"'{measure.Id}' cannot be read by {Grain.Title()}:"
                + $" the balance '{settled.Id}' already determines which value of each entity stands for a period."
                + $" Read it as it is, or make it with Metric.Balance(\"{settled.Id}\", …, over: BalanceValue.Last).");
        }

        if (measure.AsMetric is { IsBalance: true } metric)
        {
            return Value switch
            {
                SubPeriodValue.First => metric.AtEarliest(),
                SubPeriodValue.Last => metric,
                _ => null,
            };
        }

        if (Value == SubPeriodValue.First && measure.Balances.FirstOrDefault() is { } closing)
        {
            throw new ArgumentException(
                $"'{measure.Id}' cannot be read at the first {Grain.Title()}:"
                + $" an entity of the balance '{closing.Id}' may have no fact in it."
                + $" Make the balance with Metric.Balance(\"{closing.Id}\", …, over: BalanceValue.First), and read the measure as it is.");
        }

        return null;
    }
}
