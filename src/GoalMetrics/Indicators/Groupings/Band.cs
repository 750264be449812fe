using System.Globalization;

namespace GoalMetrics;

/// <summary>
/// Numbers from one up to, but not including, another: a member of <see cref="Bands"/>. Immutable; equality is by value; the default is
/// the band of all numbers.
/// </summary>
public readonly struct Band : IEquatable<Band>
{
    internal Band(decimal? from, decimal? below)
    {
        From = from;
        Below = below;
    }

    /// <summary>The first number of the band; null where it has no lower end.</summary>
    public decimal? From { get; }

    /// <summary>The number at which the next band begins; null where it has no upper end.</summary>
    public decimal? Below { get; }

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(Band left, Band right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Band left, Band right) => !left.Equals(right);

    /// <summary>Whether the number lies in the band.</summary>
    public bool Holds(decimal number) => !(number < From) && !(number >= Below);

    /// <summary>Whether both are the same.</summary>
    public bool Equals(Band other) => From == other.From && Below == other.Below;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Band other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, Below);

    /// <summary>As <c>&lt; 0</c>, <c>0 – &lt; 7</c> or <c>≥ 25</c>, in English.</summary>
    public override string ToString() => ToText();

    /// <summary>As <c>&lt; 0</c>, <c>0 – &lt; 7</c> or <c>≥ 25</c>, in the numbers of a culture, which defaults to English.</summary>
    public string ToText(CultureInfo? culture = null)
    {
        var (from, below) = (Number(From, culture), Number(Below, culture));
        return (from, below) switch
        {
            (null, null) => "…",
            (null, _) => $"< {below}",
            (_, null) => $"≥ {from}",
            _ => $"{from} – < {below}",
        };
    }

    private static string? Number(decimal? number, CultureInfo? culture) =>
        number?.ToString("#,0.############################", culture ?? CultureInfo.InvariantCulture);
}
