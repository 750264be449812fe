using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// Something a check has found: code, severity, place and arguments travel; the words come last, in the reader's language.
/// Immutable.
/// </summary>
public sealed class Finding
{
    internal Finding(FindingKind kind, string path, IEnumerable<(string Name, object? Value)> arguments)
    {
        ArgumentNullException.ThrowIfNull(path);
        Kind = kind;
        Path = path;
        Arguments = [.. arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value))];
    }

    /// <summary>What it is about.</summary>
    public FindingKind Kind { get; }

    /// <summary>The stable code.</summary>
    public string Code => Kind.Code;

    /// <summary>How much it weighs.</summary>
    public FindingSeverity Severity => Kind.Severity;

    /// <summary>Where it was found: <c>goals/more-visitors/owner</c>.</summary>
    public string Path { get; }

    /// <summary>The values behind the words, by name.</summary>
    public ImmutableArray<KeyValuePair<string, object?>> Arguments { get; }

    /// <summary>What was found, in the culture's language, or in English.</summary>
    public string Message(CultureInfo? culture = null) => Fill(Kind.Message.In(culture), culture);

    /// <summary>What to do about it, in the culture's language, or in English.</summary>
    public string Suggestion(CultureInfo? culture = null) => Fill(Kind.Suggestion.In(culture), culture);

    /// <summary>Severity, code, place and message in English.</summary>
    public override string ToString() => $"{Severity} {Code} at {Shown.Clip(Path)}: {Message()}";

    private string Fill(string template, CultureInfo? culture)
    {
        var text = new StringBuilder(template.Length + 32);
        for (var rest = template.AsSpan(); ;)
        {
            var open = rest.IndexOf('{');
            var close = open < 0 ? -1 : rest[open..].IndexOf('}');
            if (close < 0)
            {
                return text.Append(rest).ToString();
            }

            text.Append(rest[..open]);
            var name = rest.Slice(open + 1, close - 1).ToString();
            var argument = Arguments.FirstOrDefault(a => a.Key == name);
            text.Append(argument.Key is null ? $"{{{name}}}" : Show(argument.Value, culture));
            rest = rest[(open + close + 1)..];
        }
    }

    private static string Show(object? value, CultureInfo? culture) => value switch
    {
        null => "–",
        string text => Shown.Clip(text),
        LocalizedText text => text.In(culture),
        LocalDate date => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<string> names => Shown.List(names) is { Length: > 0 } list ? list : "–",
        IFormattable number => number.ToString(null, culture ?? CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "–",
    };
}
