using System.Globalization;
using NodaTime;

namespace GoalMetrics;

/// <summary>
/// A value behind the words of a <see cref="Finding"/>, under the name that the texts of its kind give it in braces. Immutable.
/// </summary>
/// <remarks>A list of them is written <c>[new("period", period), new("last", lastDay)]</c>.</remarks>
public sealed partial class FindingArgument
{
    /// <summary>A value under a name.</summary>
    /// <param name="name">The name, as the texts have it: <c>period</c> for <c>{period}</c>.</param>
    /// <param name="value">The value, shown in the reader's culture; null is shown as a dash.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public FindingArgument(string name, object? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Value = value;
    }

    /// <summary>The name, as the texts have it in braces.</summary>
    public string Name { get; }

    /// <summary>The value.</summary>
    public object? Value { get; }

    /// <summary>Name and value: <c>period: 2027-Q1</c>.</summary>
    public override string ToString() => $"{Name}: {In(culture: null)}";

    internal bool IsSameAs(FindingArgument other)
    {
        var isSameList = Value is IEnumerable<string> names && other.Value is IEnumerable<string> others && names.SequenceEqual(others);
        return Name == other.Name && (isSameList || Equals(Value, other.Value));
    }

    // The value as a reader sees it. Where a sentence asks for the reason, a quantity without a value gives no more than that.
    internal string In(CultureInfo? culture) => Value switch
    {
        null => "–",
        string text => Shown.Clip(text),
        LocalizedText text => text.In(culture),
        LocalDate date => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        Quantity { Reason: { } reason } undefined when Name == "reason" => UnitWords.Because(reason, undefined.Cause, culture),
        ReportingPeriod period => period.ToText(culture),
        IEnumerable<string> names => Shown.List(names) is { Length: > 0 } list ? list : "–",
        IFormattable number => number.ToString(null, culture ?? CultureInfo.InvariantCulture),
        _ => Value.ToString() ?? "–",
    };
}
