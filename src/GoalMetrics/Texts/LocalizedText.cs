using System.Collections.Frozen;
using System.Globalization;

namespace GoalMetrics;

/// <summary>
/// A text in several languages, English always among them. Asked for a culture it answers in that culture's language, and in
/// English where it has none; never with nothing. Immutable.
/// </summary>
public sealed class LocalizedText
{
    private readonly FrozenDictionary<string, string> _byCulture;

    /// <summary>A text in English, and in Danish where given.</summary>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    public LocalizedText(string english, string? danish = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(english);
        English = english;
        _byCulture = FrozenDictionary<string, string>.Empty;
        if (danish is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(danish);
            _byCulture = new[] { KeyValuePair.Create("da", danish) }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        }
    }

    private LocalizedText(string english, FrozenDictionary<string, string> byCulture)
    {
        English = english;
        _byCulture = byCulture;
    }

    /// <summary>The English text.</summary>
    public string English { get; }

    /// <summary>The names of the languages and cultures there is a text for: <c>en</c>, then the others in order.</summary>
    public IEnumerable<string> Languages => _byCulture.Keys.Order(StringComparer.Ordinal).Prepend("en");

    /// <summary>A text in English only.</summary>
    public static implicit operator LocalizedText(string english) => new(english);

    /// <summary>The same with one more language, or with another text in one that is there.</summary>
    /// <param name="cultureName">A language (<c>de</c>) or a culture (<c>de-AT</c>).</param>
    /// <param name="text">The text in that language.</param>
    public LocalizedText With(string cultureName, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cultureName);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (string.Equals(cultureName, "en", StringComparison.OrdinalIgnoreCase))
        {
            return new(text, _byCulture);
        }

        var more = new Dictionary<string, string>(_byCulture, StringComparer.OrdinalIgnoreCase) { [cultureName] = text };
        return new(English, more.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    // This text with the other in place of the placeholder, in every language that either has.
    internal LocalizedText Filled(string placeholder, LocalizedText other) => _byCulture.Keys.Union(other._byCulture.Keys, StringComparer.OrdinalIgnoreCase)
        .Aggregate(
            new LocalizedText(English.Replace(placeholder, other.English, StringComparison.Ordinal)),
            (text, language) => text.With(language, Named(language).Replace(placeholder, other.Named(language), StringComparison.Ordinal)));

    private string Named(string language) => _byCulture.GetValueOrDefault(language, English);

    /// <summary>The text for a culture: its own, its language's, or English.</summary>
    public string In(CultureInfo? culture)
    {
        for (var asked = culture; asked is { Name.Length: > 0 }; asked = asked.Parent)
        {
            if (_byCulture.TryGetValue(asked.Name, out var text))
            {
                return text;
            }
        }

        return English;
    }

    /// <summary>The English text.</summary>
    public override string ToString() => English;
}
