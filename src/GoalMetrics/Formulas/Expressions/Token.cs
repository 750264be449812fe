namespace GoalMetrics.Expressions;

internal enum TokenKind
{
    End,
    Number,
    Name,

    // One of + - * / ( ) , < <= > >= == !=
    Symbol,
}

/// <summary>A piece of a text: what it is, where it stands, and how it is written in ASCII.</summary>
internal readonly record struct Token(TokenKind Kind, int Position, string Text, decimal Number = 0m)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public string Shown => Kind == TokenKind.End ? "the end" : GoalMetrics.Shown.Quote(Text);
}
