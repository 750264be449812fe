using System.Collections.Immutable;

namespace GoalMetrics.Expressions;

/// <summary>Reads a text by recursive descent, no deeper and no longer than the bounds.</summary>
internal sealed partial class ExpressionParser
{
    private const string Operand = "a number, a name or '('";

    private readonly string _text;
    private readonly FormulaCatalog _catalog;
    private readonly List<Token> _tokens;
    private readonly IReadOnlyList<string>? _declared;
    private readonly List<string> _inputs = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private int _next;

    private ExpressionParser(string text, FormulaCatalog catalog, IReadOnlyList<string>? declared)
    {
        _text = text;
        _catalog = catalog;
        _tokens = Lexer.Tokens(text, catalog);
        _declared = declared;
        _inputs.AddRange(declared ?? []);
    }

    /// <param name="text">The text.</param>
    /// <param name="catalog">The formulas it may call.</param>
    /// <param name="declared">The names of its inputs, all of which it uses; null to take them from the text.</param>
    public static ParsedText Parse(string text, FormulaCatalog catalog, IReadOnlyList<string>? declared = null)
    {
        var parser = new ExpressionParser(text, catalog, declared);
        var expression = parser.Sum();
        if (parser.Next.Kind != TokenKind.End)
        {
            throw parser.Error(
                parser.Next.Is(")") ? "an operator or the end, for no '(' is open" : "an operator or the end",
                IsComparison(parser.Next) ? " A comparison stands in the condition of an if(a < b, then, else)." : "");
        }

        if (parser._inputs.FirstOrDefault(name => !parser._used.Contains(name)) is { } unused)
        {
            throw parser.Error($"the input {Shown.Quote(unused)} to be used");
        }

        if (parser._inputs.Count == 0)
        {
            throw new FormulaSyntaxException(text, 0, "at least one input, such as visitors", "numbers only", "");
        }

        return new(expression, parser.WrittenOut(expression), parser._inputs, new(parser._nodes + parser._nodesCalled, parser._deepest));
    }

    private Token Next => _tokens[_next];

    private Expression Sum()
    {
        var left = Product();
        while (Next.Is("+") || Next.Is("-"))
        {
            var symbol = Take().Text[0];
            left = Counted(new Arithmetic(symbol, left, Product()));
        }

        return left;
    }

    private Expression Product()
    {
        var left = Signed();
        while (Next.Is("*") || Next.Is("/"))
        {
            var symbol = Take().Text[0];
            left = Counted(new Arithmetic(symbol, left, Signed()));
        }

        return left;
    }

    private Expression Signed()
    {
        if (Next.Is("-"))
        {
            Enter();
            Take();
            var operand = Signed();
            _depth--;
            return Counted(new Negation(operand));
        }

        if (Next.Kind == TokenKind.Number)
        {
            return Counted(new Literal(Take().Number));
        }

        if (Next.Is("("))
        {
            Enter();
            Take();
            var inner = Sum();
            Expect(")");
            _depth--;
            return inner;
        }

        if (Next.Kind != TokenKind.Name)
        {
            throw Error(Operand);
        }

        var name = Take();
        if (Next.Is("("))
        {
            return Call(name);
        }

        return Input(name);
    }

    private Expression Input(Token name)
    {
        var place = _inputs.IndexOf(name.Text);
        if (place < 0 && _declared is not null)
        {
            throw Error(name, $"one of the inputs {Shown.List(_declared)}", Nearest.Hint(name.Text, _declared));
        }

        if (place < 0)
        {
            place = _inputs.Count;
            _inputs.Add(name.Text);
        }

        _used.Add(name.Text);
        return Counted(new InputName(name.Text, place));
    }

    private Expression Call(Token name)
    {
        Enter();
        Take();
        Expression call;
        if (name.Text == "if")
        {
            call = Condition();
        }
        else if (FunctionCall.Names.Contains(name.Text))
        {
            var (least, most) = FunctionCall.NumberOfInputs(name.Text);
            var inputs = Inputs();
            if (inputs.Length < least || inputs.Length > most)
            {
                throw Error(name, $"{name.Text} of {NumberOfInputs(least, most)}", found: $"{inputs.Length}");
            }

            call = new FunctionCall(name.Text, inputs);
        }
        else if (_catalog.TryFind(name.Text, out var formula))
        {
            var inputs = Inputs();
            if (!formula.TakesInputs(inputs.Length))
            {
                throw Error(name, $"the inputs of {formula}", found: $"{inputs.Length}");
            }

            call = new FormulaCall(formula, inputs);
            EnterCalled(name, formula);
        }
        else
        {
            throw Unknown(name);
        }

        _depth--;
        return Counted(call);
    }

    private ImmutableArray<Expression> Inputs()
    {
        var inputs = ImmutableArray.CreateBuilder<Expression>();
        inputs.Add(Sum());
        while (Next.Is(","))
        {
            Take();
            inputs.Add(Sum());
        }

        Expect(")", "',' or ')'");
        return inputs.ToImmutable();
    }

    private Conditional Condition()
    {
        var left = Sum();
        if (!IsComparison(Next))
        {
            throw Error("a comparison: < <= > >= == or !=");
        }

        var comparison = Take().Text;
        var right = Sum();
        Expect(",");
        var then = Sum();
        Expect(",");
        var otherwise = Sum();
        Expect(")");
        return new(comparison, left, right, then, otherwise);
    }

    private static string NumberOfInputs(int least, int most)
    {
        if (most > least)
        {
            return $"{least} or more inputs";
        }

        if (least == 1)
        {
            return "1 input";
        }

        return $"{least} inputs";
    }

    private static bool IsComparison(Token token) =>
        token.Kind == TokenKind.Symbol && token.Text is "<" or "<=" or ">" or ">=" or "==" or "!=";

    private Token Take() => _tokens[_next++];

    private void Expect(string symbol, string? expected = null)
    {
        if (!Next.Is(symbol))
        {
            throw Error(expected ?? $"'{symbol}'");
        }

        Take();
    }

    private FormulaSyntaxException Error(string expected, string hint = "", string? found = null) => Error(Next, expected, hint, found);

    private FormulaSyntaxException Error(Token at, string expected, string hint = "", string? found = null) =>
        new(_text, at.Position, expected, found ?? at.Shown, hint);
}
