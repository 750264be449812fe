using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A text in one or more languages, always including English. For a culture it gives the text of that culture, otherwise of its
/// language, otherwise the English one; never an empty one. Immutable; equality is by the texts and their languages.
/// </summary>
/// <remarks>
/// The library's own texts come in English and Danish, so there is a constructor for the two. Other languages are added with
/// <see cref="With"/>, or given together: <c>new LocalizedText("Grow revenue", resources)</c>.
/// </remarks>
[JsonConverter(typeof(LocalizedTextConverter))]
public sealed partial class LocalizedText : IEquatable<LocalizedText>
{
    // By name. A text has few languages: a linear search costs less than any dictionary.
    private readonly ImmutableArray<KeyValuePair<string, string>> _translations;

    /// <summary>A text in English only.</summary>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public LocalizedText(string english)
        : this(english, ImmutableArray<KeyValuePair<string, string>>.Empty)
    {
    }

    /// <summary>A text in English and Danish.</summary>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    public LocalizedText(string english, string danish)
        : this(english, [KeyValuePair.Create("da", NotBlank(danish, nameof(danish)))])
    {
    }

    /// <summary>A text in English and any other languages.</summary>
    /// <param name="english">The English text.</param>
    /// <param name="translations">The other texts, by the name of a language (<c>de</c>) or a culture (<c>de-AT</c>).</param>
    /// <exception cref="ArgumentException">A text is blank, or a name is not one of a language or culture.</exception>
    public LocalizedText(string english, IEnumerable<KeyValuePair<string, string>> translations)
        : this(english)
    {
        ArgumentNullException.ThrowIfNull(translations);
        var all = translations.Aggregate(this, (text, translation) => text.With(translation.Key, translation.Value));
        (English, _translations) = (all.English, all._translations);
    }

    private LocalizedText(string english, ImmutableArray<KeyValuePair<string, string>> translations)
    {
        English = NotBlank(english, nameof(english));
        _translations = translations;
    }

    /// <summary>The English text.</summary>
    public string English { get; }

    /// <summary>The names of its languages and cultures: <c>en</c>, then the others in alphabetical order.</summary>
    public IReadOnlyList<string> Languages => ["en", .. _translations.Select(translation => translation.Key)];

    /// <summary>A text in English only.</summary>
    public static implicit operator LocalizedText(string english) => new(english);

    /// <summary>Whether both have the same texts in the same languages.</summary>
    public static bool operator ==(LocalizedText? left, LocalizedText? right)
    {
        if (left is null)
        {
            return right is null;
        }

        return left.Equals(right);
    }

    /// <summary>Whether a text or a language differs.</summary>
    public static bool operator !=(LocalizedText? left, LocalizedText? right) => !(left == right);

    /// <summary>The same text with one language added, or replaced if it is already there.</summary>
    /// <param name="cultureName">The name of a language (<c>de</c>) or a culture (<c>de-AT</c>).</param>
    /// <param name="text">The text in that language.</param>
    /// <exception cref="ArgumentException">The text is blank, or the name is not one of a language or culture.</exception>
    public LocalizedText With(string cultureName, string text)
    {
        CheckName(cultureName);
        NotBlank(text, nameof(text));
        if (IsSame(cultureName, "en"))
        {
            return new(text, _translations);
        }

        return new(English, _translations
            .RemoveAll(translation => IsSame(translation.Key, cultureName))
            .Add(KeyValuePair.Create(cultureName, text))
            .Sort((one, other) => string.Compare(one.Key, other.Key, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The text in a culture, otherwise in its language, otherwise in English.</summary>
    /// <param name="culture">The reader's culture. Defaults to English.</param>
    public string In(CultureInfo? culture = null)
    {
        for (var asked = culture; asked is { Name.Length: > 0 }; asked = asked.Parent)
        {
            if (Find(asked.Name) is { } text)
            {
                return text;
            }
        }

        return English;
    }

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) =>
        other is not null
        && English == other.English
        && _translations.Length == other._translations.Length
        && _translations.Zip(other._translations).All(pair => IsSame(pair.First, pair.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(English, _translations.Length);

    /// <summary>The English text.</summary>
    public override string ToString() => English;

    // In the words and figures of a culture, with values in place of {0}, {1} and so on.
    internal string Fill(CultureInfo? culture, params object[] arguments) =>
        string.Format(culture ?? CultureInfo.InvariantCulture, In(culture), arguments);

    // This text with the other in place of the placeholder, in every language that either has.
    internal LocalizedText Filled(string placeholder, LocalizedText other)
    {
        var filled = new LocalizedText(English.Replace(placeholder, other.English, StringComparison.Ordinal));
        return Languages.Union(other.Languages, StringComparer.OrdinalIgnoreCase)
            .Where(language => language != "en")
            .Aggregate(filled, (text, language) => text.With(
                language,
                (Find(language) ?? English).Replace(placeholder, other.Find(language) ?? other.English, StringComparison.Ordinal)));
    }

    private static string NotBlank(string text, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, parameter);
        return text;
    }

    // The form of a name, not whether this machine knows the culture: 'da_DK' would never be found.
    private static void CheckName(string cultureName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cultureName);
        if (!cultureName.Split('-').All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit)))
        {
            throw new ArgumentException(
                $"Expected the name of a language or a culture, such as 'de' or 'de-AT'; found {Shown.Quote(cultureName)}.",
                nameof(cultureName));
        }
    }

    private static bool IsSame(KeyValuePair<string, string> one, KeyValuePair<string, string> other) =>
        IsSame(one.Key, other.Key) && one.Value == other.Value;

    private static bool IsSame(string oneName, string otherName) => string.Equals(oneName, otherName, StringComparison.OrdinalIgnoreCase);

    private string? Find(string cultureName)
    {
        foreach (var (name, text) in _translations)
        {
            if (IsSame(name, cultureName))
            {
                return text;
            }
        }

        return null;
    }
}
