using System.Text.Json.Serialization;
using GoalMetrics.Json;
using GoalMetrics.Sources;

namespace GoalMetrics;

/// <summary>
/// The share that each member of a dimension has of a measure. Created with <see cref="Measure.ShareOf(string, string?)"/>. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<ShareMeasure>))]
public sealed class ShareMeasure : Measure
{
    private static readonly LocalizedText Share = new("share of each {dimension}", "andel af hver {dimension}");

    internal ShareMeasure(Measure measure, string dimension, string? id)
        : base(id ?? GoalMetrics.Id.Joined(measure.Id, $"share-of-{Slug(dimension)}"))
    {
        if (!HasParts(measure))
        {
            throw new ArgumentException(
                $"'{measure.Id}' is not an amount of which each '{dimension}' has a part: a mean or a rate of a part may be above that of"
                + " the whole. Take the share of a count, a sum, a distinct count or a balance.",
                nameof(measure));
        }

        Measure = measure;
        Dimension = dimension;
        Title = TimeView.TitleOf(measure, Share.Filled("{dimension}", dimension));
        Unit = Unit.Ratio;
        Direction = measure.Direction;
        Additivity = Additivity.NonAdditive;
    }

    /// <summary>The measure whose parts are taken.</summary>
    public Measure Measure { get; }

    /// <summary>The dimension whose members share the whole.</summary>
    public string Dimension { get; }

    /// <summary>The measure whose parts are taken.</summary>
    public override IReadOnlyList<Measure> Inputs => [Measure];

    internal override object Computation => (nameof(ShareMeasure), Dimension, Measure.Computation);

    internal override MeasureNode Compile(IReadOnlyList<ReadingWindow?> windows, ReadingPart part)
    {
        if (!part.Asked.Contains(Dimension))
        {
            var asked = Shown.List(part.Asked, ifNone: "no dimension");
            throw new ArgumentException(
                $"'{Id}' is the share of each '{Dimension}', and was asked for by {asked}. Add By(\"{Dimension}\") to the query. The share"
                + $" of one member is a measure of its own: Measure.Of(\"share\", (part, all) => part / all, {Measure.Id}.Where(…),"
                + $" {Measure.Id}).");
        }

        var whole = part.Across(Dimension);
        return new ShareNode(this, Measure.Compile(windows, part), Measure.Compile(windows, whole), whole);
    }

    // The dimensions that a measure takes shares of, at any depth.
    internal static IEnumerable<string> DimensionsOf(Measure measure)
    {
        if (measure is ShareMeasure share)
        {
            return DimensionsOf(share.Measure).Prepend(share.Dimension);
        }

        return measure.Inputs.SelectMany(DimensionsOf);
    }

    private protected override void CollectMetrics(List<Metric> metrics) => metrics.AddRange(Measure.Metrics);

    private static bool HasParts(Measure measure) => measure switch
    {
        Metric metric => metric.Aggregates[0].Kind is AggregateKind.Count or AggregateKind.Sum or AggregateKind.CountDistinct
            or AggregateKind.ApproximateCountDistinct or AggregateKind.SoleValue or AggregateKind.Balance or AggregateKind.Conversion,
        NamedMeasure named => HasParts(named.Measure),
        WindowedMeasure windowed => HasParts(windowed.Measure),
        SubPeriodMeasure parts => HasParts(parts.Measure),
        FormulaMeasure formula => formula.Additivity == Additivity.Additive && formula.Inputs.All(HasParts),
        ConstantMeasure => true,
        _ => false,
    };

    // Names of dimensions may have blanks and anything else.
    private static string Slug(string dimension) => string.Concat(
        dimension.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? char.ToLowerInvariant(letter) : '-'));
}
