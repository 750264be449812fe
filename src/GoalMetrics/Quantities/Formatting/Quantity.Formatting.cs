using System.Globalization;

namespace GoalMetrics;

public readonly partial struct Quantity
{
    /// <summary>The quantity as text that belongs to no culture: <c>3.5 %</c>, <c>DKK 12,300.50</c>.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The quantity in the words and figures of a culture: <c>12.300,50 kr.</c> in da-DK, <c>DKK 12,300.50</c> in en-US.</summary>
    /// <param name="formatProvider">A <see cref="CultureInfo"/>; null for the invariant one. The machine's culture is never used.</param>
    public string ToString(IFormatProvider? formatProvider) => ToString(null, formatProvider);

    /// <summary>The quantity in the given format and culture.</summary>
    /// <param name="format">
    /// <c>G</c> (or null): with its unit and the decimals usual for it – the currency's own for money, otherwise at most two.
    /// <c>G3</c>: with its unit and three decimals. <c>N</c> and <c>N3</c>: the number alone, a ratio as 0.035.
    /// <c>R</c>: with its unit and all its decimals.
    /// </param>
    /// <param name="formatProvider">A <see cref="CultureInfo"/>; null for the invariant one.</param>
    /// <exception cref="FormatException">The format is none of these.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        QuantityFormatter.For(format, formatProvider).Format(this);

    /// <summary>Writes the quantity in the given format and culture, as <see cref="ToString(string?, IFormatProvider?)"/>.</summary>
    /// <returns>Whether it fitted.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = QuantityFormatter.For(format, provider).Format(this);
        var fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }
}
