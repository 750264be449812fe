namespace GoalMetrics;

/// <summary>A text is not a formula. The message points at the place and says what was expected there.</summary>
public sealed class FormulaSyntaxException : FormatException
{
    internal FormulaSyntaxException(string text, int position, string expected, string found, string hint)
        : base($"At character {position + 1} of {Shown.Quote(text)}: expected {expected}; found {found}.{hint}")
    {
        Text = text;
        Position = position;
        Expected = expected;
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Where in the text, from 0; its length where the text ends too early.</summary>
    public int Position { get; }

    /// <summary>What was expected there.</summary>
    public string Expected { get; }
}
