using System.Globalization;
using GoalMetrics.Sources;

namespace GoalMetrics;

/// <summary>
/// Groups facts by a band of one of their values: <c>Query.For(customers).By(Bands.Of("tenure", 0, 7, 13))</c> has rows of a tenure
/// below 0, from 0 to below 7, from 7 to below 13, and from 13. Immutable.
/// </summary>
/// <remarks>
/// Each number is the first of a band, so that whole numbers and fractions are in exactly one: for the months 0–6, 7–12 and so on write 0,
/// 7, 13. Facts without a value are a member of their own, null, which comes last.
/// </remarks>
public sealed class Bands : MemberGrouping<Band?>
{
    private static readonly LocalizedText NotKnown = new("not known", "ukendt");

    private readonly DerivedDimension.OfNumber _bands;

    // What the bands are called, from the lowest on; null where they are shown by their numbers.
    private readonly IReadOnlyList<LocalizedText>? _titles;

    private Bands(DerivedDimension.OfNumber bands, IReadOnlyList<LocalizedText>? titles = null)
        : base(bands.Name)
    {
        _bands = bands;
        _titles = titles;
        All = [.. Enumerable.Range(0, bands.Members.Count).Select(BandAt)];
    }

    /// <summary>The column of values, which is also the name of the grouping unless another is given with <see cref="As"/>.</summary>
    public string Column => _bands.Column;

    /// <summary>The bands from the lowest to the highest: one more than there are edges.</summary>
    public IReadOnlyList<Band> All { get; }

    /// <summary>Bands of a column of values.</summary>
    /// <param name="column">The column of values.</param>
    /// <param name="edges">The first number of each band but the lowest, in ascending order, each once; at least one.</param>
    /// <exception cref="ArgumentException">The name of the column is blank, there are no edges, or they do not ascend.</exception>
    public static Bands Of(string column, params decimal[] edges)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        return new(new DerivedDimension.OfNumber(column, column, edges));
    }

    /// <summary>The same bands under another name, such as where a query is by two bands of one column.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public new Bands As(string name) => new(new DerivedDimension.OfNumber(name, Column, _bands.Edges), _titles);

    /// <summary>
    /// The same bands with names for people, which <see cref="ToText"/> and <see cref="MetricRow.ToText(Grouping, CultureInfo?)"/> show in
    /// place of their numbers: <c>Bands.Of("tenure", 0, 7, 13).Titled("not begun", "new", new("settled", "fast"), "loyal")</c>. Rows keep
    /// their members, such as <c>0..&lt;7</c>.
    /// </summary>
    /// <param name="titles">A name for each of <see cref="All"/>, the lowest band first: one more than there are edges.</param>
    /// <exception cref="ArgumentException">There are more or fewer names than bands.</exception>
    public Bands Titled(params LocalizedText[] titles)
    {
        var copied = Copies.Of(titles, nameof(titles));
        if (copied.Count != All.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"'{Name}' has {All.Count} bands, {Shown.List(All.Select(band => band.ToString()))}, and ")
                + FormattableString.Invariant($"needs a name for each; found {copied.Count}."),
                nameof(titles));
        }

        return new(_bands, copied);
    }

    /// <summary>The band that a number lies in.</summary>
    public Band Holding(decimal number) => All[_bands.BandOf(number)];

    /// <inheritdoc/>
    public override string? MemberOf(Band? member)
    {
        if (member is not { } band)
        {
            return null;
        }

        if (PlaceOf(band) is >= 0 and var place)
        {
            return _bands.Members[place];
        }

        throw new ArgumentException(
            $"'{Name}' has no band {band}; it has {Shown.List(All.Select(known => known.ToString()))}.", nameof(member));
    }

    /// <inheritdoc/>
    public override string ToText(Band? member, CultureInfo? culture = null)
    {
        _ = MemberOf(member);
        if (member is not { } band)
        {
            return NotKnown.In(culture);
        }

        if (_titles is null)
        {
            return band.ToText(culture);
        }

        return _titles[PlaceOf(band)].In(culture);
    }

    private protected override MemberGrouping<Band?> Renamed(string name) => As(name);

    internal override Band? Parse(string? member)
    {
        if (member is null)
        {
            return null;
        }

        for (var i = 0; i < All.Count; i++)
        {
            if (_bands.Members[i] == member)
            {
                return All[i];
            }
        }

        throw new ArgumentException($"{Shown.Quote(member)} is not a member of '{Name}'.", nameof(member));
    }

    internal override DerivedDimension In(ReportingCalendar calendar) => new DerivedDimension.OfNumber(Name, Column, _bands.Edges)
    {
        Listed = new FactDimension(Name).InOrder([.. _bands.Members]),
    };

    // −1 for none of them.
    private int PlaceOf(Band band)
    {
        for (var place = 0; place < All.Count; place++)
        {
            if (All[place] == band)
            {
                return place;
            }
        }

        return -1;
    }

    private Band BandAt(int place) => new(
        place == 0 ? null : _bands.Edges[place - 1], place == _bands.Edges.Count ? null : _bands.Edges[place]);
}
