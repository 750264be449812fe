using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// What an amount is measured in: a count, a ratio, money, a duration, a score, or a product or quotient of these.
/// Immutable and free to share between threads; equality is by value.
/// </summary>
/// <remarks>
/// A count without a noun is a plain number of things: it adds to any count, and dividing money by it leaves money.
/// Dividing counts by counts gives a ratio; <see cref="Per(Unit)"/> keeps "units per order" instead.
/// </remarks>
[JsonConverter(typeof(UnitConverter))]
public sealed partial class Unit : IEquatable<Unit>
{
    private static readonly Unit PlainCount = new(UnitKind.Count);

    // One instance of each, so that durations in the same unit are recognised by reference.
    private static readonly Unit[] Durations =
        [.. Enum.GetValues<DurationUnit>().Select(unit => new Unit(UnitKind.Duration) { DurationUnit = unit })];

    private Unit(UnitKind kind) => Kind = kind;

    /// <summary>The dimensionless unit, shown as percent.</summary>
    public static Unit Ratio { get; } = new(UnitKind.Ratio);

    /// <summary>The unit of differences between ratios. The amount 0.02 is 2 percentage points.</summary>
    public static Unit PercentagePoint { get; } = new(UnitKind.PercentagePoint);

    /// <summary>The kind of this unit.</summary>
    public UnitKind Kind { get; }

    /// <summary>What is counted (<c>order</c>), in the singular; null for a plain count and for other kinds.</summary>
    public string? Noun { get; private init; }

    /// <summary>The currency of money; null for other kinds.</summary>
    public Currency? Currency { get; private init; }

    /// <summary>What a duration is counted in; null for other kinds.</summary>
    public DurationUnit? DurationUnit { get; private init; }

    /// <summary>The lowest point of a score; null for other kinds.</summary>
    public decimal? Minimum { get; private init; }

    /// <summary>The highest point of a score; null for other kinds.</summary>
    public decimal? Maximum { get; private init; }

    /// <summary>A plain count, of nothing in particular.</summary>
    public static Unit Count() => PlainCount;

    /// <summary>A count of something.</summary>
    /// <param name="noun">What is counted, in the singular: <c>order</c>, <c>visitor</c>. At most 100 characters.</param>
    /// <exception cref="ArgumentException">The noun is blank or too long.</exception>
    public static Unit Count(string noun)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(noun);
        if (noun.Length > 100)
        {
            throw new ArgumentException($"A noun has at most 100 characters; found {noun.Length}: {Shown.Quote(noun)}.", nameof(noun));
        }

        return new(UnitKind.Count) { Noun = noun };
    }

    /// <summary>Money in the currency with this ISO 4217 code.</summary>
    /// <param name="currencyCode">Three capital letters, such as <c>DKK</c>.</param>
    /// <exception cref="ArgumentException">The code is not in ISO 4217; the message names the nearest codes.</exception>
    public static Unit Money(string currencyCode) => GoalMetrics.Currency.Of(currencyCode, nameof(currencyCode)).Unit;

    /// <summary>A length of time counted in the given unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not one of the named ones.</exception>
    public static Unit Duration(DurationUnit unit)
    {
        EnumValue.Checked(unit);

        return Durations[(int)unit];
    }

    /// <summary>A point on a scale from <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    /// <exception cref="ArgumentException">The maximum is not above the minimum.</exception>
    public static Unit Score(decimal minimum, decimal maximum)
    {
        if (maximum <= minimum)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A scale ends above its start; found {minimum} to {maximum}."), nameof(maximum));
        }

        // 10.0 is 10: equal scales read alike.
        const decimal One = 1.0000000000000000000000000000m;
        return new(UnitKind.Score) { Minimum = minimum / One, Maximum = maximum / One };
    }

    internal static Unit Money(Currency currency) => new(UnitKind.Money) { Currency = currency };

    /// <summary>Whether the two are the same unit.</summary>
    public static bool operator ==(Unit? left, Unit? right) => ReferenceEquals(left, right) || (left is not null && left.Equals(right));

    /// <summary>Whether the two are different units.</summary>
    public static bool operator !=(Unit? left, Unit? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Unit? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Kind == other.Kind
            && Noun == other.Noun
            && (Kind == UnitKind.Count || HasDetailsOf(other)));

    // What units other than counts have.
    private bool HasDetailsOf(Unit other) =>
        ReferenceEquals(Currency, other.Currency)
        && DurationUnit == other.DurationUnit
        && Minimum == other.Minimum
        && Maximum == other.Maximum
        && _factors.AsSpan().SequenceEqual(other._factors.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Kind);
        hash.Add(Noun, StringComparer.Ordinal);
        hash.Add(Currency?.Code, StringComparer.Ordinal);
        hash.Add(DurationUnit);
        hash.Add(Maximum);
        foreach (var factor in _factors)
        {
            hash.Add(factor);
        }

        return hash.ToHashCode();
    }

    /// <summary>The unit in English words: <c>DKK per order</c>, <c>ratio</c>, <c>orders</c> as <c>order</c>.</summary>
    public override string ToString() => Kind switch
    {
        UnitKind.Ratio => "ratio",
        UnitKind.PercentagePoint => "percentage points",
        UnitKind.Count when Noun is null => "count",
        UnitKind.Count => $"count of {Noun}",
        UnitKind.Money => Currency!.Code,
        UnitKind.Duration => $"{DurationUnit.ToString()!.ToLowerInvariant()}s",
        UnitKind.Score => string.Create(CultureInfo.InvariantCulture, $"score {Minimum}…{Maximum}"),
        _ => FactorsToString(),
    };
}
