namespace GoalMetrics;

/// <summary>
/// What a finding is about: its stable code, how much it weighs, and its words. Immutable; made once and shared.
/// </summary>
/// <remarks>Texts name their arguments in braces: <c>"The goal has no {what}."</c></remarks>
public sealed class FindingKind
{
    /// <summary>A kind of finding.</summary>
    /// <param name="code">A stable code, such as <c>SMART-S-OWNER</c>.</param>
    /// <param name="severity">How much it weighs.</param>
    /// <param name="message">What was found, with arguments in braces.</param>
    /// <param name="suggestion">What to do about it, with arguments in braces.</param>
    /// <exception cref="ArgumentException">The code is blank, or a text is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The severity is not one of the named ones.</exception>
    public FindingKind(string code, FindingSeverity severity, LocalizedText message, LocalizedText suggestion)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(suggestion);
        Code = code;
        Severity = EnumValue.Checked(severity);
        Message = message;
        Suggestion = suggestion;
    }

    /// <summary>The stable code.</summary>
    public string Code { get; }

    /// <summary>How much it weighs.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>What was found, with arguments in braces.</summary>
    public LocalizedText Message { get; }

    /// <summary>What to do about it, with arguments in braces.</summary>
    public LocalizedText Suggestion { get; }

    /// <summary>A finding of this kind.</summary>
    /// <param name="path">Where: <c>goals/more-visitors/owner</c>.</param>
    /// <param name="arguments">The values for the texts, such as <c>[new("what", "owner")]</c>; none if left out.</param>
    /// <exception cref="ArgumentException">An argument is null.</exception>
    public Finding At(string path, IEnumerable<FindingArgument>? arguments = null) => new(this, path, arguments ?? []);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
