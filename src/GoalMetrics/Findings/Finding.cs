using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// Something a check has found: code, severity, place and arguments travel; the words come last, in the reader's language.
/// Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<Finding>))]
public sealed partial class Finding
{
    internal Finding(FindingKind kind, string path, IEnumerable<FindingArgument> arguments)
    {
        ArgumentNullException.ThrowIfNull(path);
        Kind = kind;
        Path = path;
        Arguments = Copies.Of(arguments, nameof(arguments));
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
    public IReadOnlyList<FindingArgument> Arguments { get; }

    /// <summary>What was found, in the culture's language, or in English.</summary>
    public string Message(CultureInfo? culture = null) => Fill(Kind.Message.In(culture), culture);

    /// <summary>What to do about it, in the culture's language, or in English.</summary>
    public string Suggestion(CultureInfo? culture = null) => Fill(Kind.Suggestion.In(culture), culture);

    /// <summary>Severity, code, place and message in English.</summary>
    public override string ToString() => $"{Severity} {Code} at {Shown.Clip(Path)}: {Message()}";

    // Whether it says the same of the same thing.
    internal bool IsSameAs(Finding other)
    {
        if (Code != other.Code || Path != other.Path || Arguments.Count != other.Arguments.Count)
        {
            return false;
        }

        for (var i = 0; i < Arguments.Count; i++)
        {
            if (!Arguments[i].IsSameAs(other.Arguments[i]))
            {
                return false;
            }
        }

        return true;
    }

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
            var argument = Arguments.FirstOrDefault(argument => argument.Name == name);
            text.Append(argument is null ? $"{{{name}}}" : argument.In(culture));
            rest = rest[(open + close + 1)..];

            // A sentence that ends with an abbreviation, such as "kr.", has one full stop.
            if (rest.StartsWith(".") && text[^1] == '.')
            {
                rest = rest[1..];
            }
        }
    }
}
