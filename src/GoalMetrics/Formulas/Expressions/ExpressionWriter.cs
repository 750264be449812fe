using System.Globalization;

namespace GoalMetrics.Expressions;

/// <summary>Writes an expression, with no more parentheses than keep its tree.</summary>
/// <param name="style">How.</param>
/// <param name="substitute">What stands for an input; its name where left out.</param>
internal sealed class ExpressionWriter(ExpressionStyle style, Func<InputName, string>? substitute = null)
{
    private const int SumLevel = 1;
    private const int ProductLevel = 2;
    private const int SignLevel = 3;
    private const int WholeLevel = 4;

    public string Write(Expression expression) => expression switch
    {
        Literal literal => literal.Value.ToString(CultureInfo.InvariantCulture),
        InputName input => Name(input),
        Negation negation => Minus + Within(negation.Operand, SignLevel),
        Arithmetic operation => Write(operation),
        FunctionCall call => Write(call),
        FormulaCall call when style == ExpressionStyle.Latex => Called(Roman(call.Formula.Id), call.Inputs),
        FormulaCall call => Called(call.Formula.Id.Replace('-', '_'), call.Inputs),
        Conditional conditional => Write(conditional),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static string Roman(string name) => $@"\mathrm{{{name.Replace("_", @"\_", StringComparison.Ordinal)}}}";

    private string Name(InputName input)
    {
        var text = substitute?.Invoke(input);
        if (style == ExpressionStyle.Latex)
        {
            if (text is null)
            {
                return Roman(input.Name);
            }

            return $@"\text{{{Latex.Escaped(text)}}}";
        }

        return text ?? input.Name;
    }

    private string Write(Arithmetic operation)
    {
        if (style == ExpressionStyle.Latex && operation.Operator == '/')
        {
            return $@"\frac{{{Write(operation.Left)}}}{{{Write(operation.Right)}}}";
        }

        var level = Level(operation);
        var symbol = (operation.Operator, style) switch
        {
            ('*', ExpressionStyle.Plain) => "×",
            ('*', ExpressionStyle.Latex) => @"\cdot",
            ('-', _) => Minus,
            var (other, _) => other.ToString(),
        };
        return $"{Within(operation.Left, level)} {symbol} {Within(operation.Right, level + 1)}";
    }

    private string Write(FunctionCall call) => (call.Name, style) switch
    {
        (_, ExpressionStyle.Text) => Called(call.Name, call.Inputs),
        ("pow", ExpressionStyle.Latex) => $"{Base(call.Inputs[0])}^{{{Write(call.Inputs[1])}}}",
        ("pow", _) => $"{Base(call.Inputs[0])}^{Within(call.Inputs[1], WholeLevel)}",
        ("abs", ExpressionStyle.Latex) => $@"\left|{Write(call.Inputs[0])}\right|",
        ("abs", _) => $"|{Write(call.Inputs[0])}|",
        ("sqrt", ExpressionStyle.Latex) => $@"\sqrt{{{Write(call.Inputs[0])}}}",
        ("sqrt", _) => $"√{Within(call.Inputs[0], WholeLevel)}",
        (var name, ExpressionStyle.Latex) => Called('\\' + name, call.Inputs),
        var (name, _) => Called(name, call.Inputs),
    };

    private string Write(Conditional conditional)
    {
        var (left, right) = (Write(conditional.Left), Write(conditional.Right));
        var (then, otherwise) = (Write(conditional.Then), Write(conditional.Otherwise));
        var condition = $"{left} {Symbol(conditional.Operator)} {right}";
        if (style == ExpressionStyle.Latex)
        {
            return $@"\begin{{cases}} {then} & {condition} \\ {otherwise} & \text{{otherwise}} \end{{cases}}";
        }

        return $"if({condition}, {then}, {otherwise})";
    }

    private string Symbol(string comparison) => (comparison, style) switch
    {
        ("<=", ExpressionStyle.Plain) => "≤",
        (">=", ExpressionStyle.Plain) => "≥",
        ("!=", ExpressionStyle.Plain) => "≠",
        ("==", ExpressionStyle.Plain or ExpressionStyle.Latex) => "=",
        ("<=", ExpressionStyle.Latex) => @"\le",
        (">=", ExpressionStyle.Latex) => @"\ge",
        ("!=", ExpressionStyle.Latex) => @"\ne",
        _ => comparison,
    };

    private string Called(string name, IEnumerable<Expression> inputs)
    {
        if (style == ExpressionStyle.Latex)
        {
            return $@"{name}\left({string.Join(", ", inputs.Select(Write))}\right)";
        }

        return $"{name}({string.Join(", ", inputs.Select(Write))})";
    }

    // -x squared is not -(x squared): what is raised to a power is one thing, or in parentheses.
    private string Base(Expression expression)
    {
        if (expression is FunctionCall { Name: "pow" or "sqrt" } || (style == ExpressionStyle.Latex && expression is Arithmetic))
        {
            return Parenthesized(expression);
        }

        return Within(expression, WholeLevel);
    }

    private string Within(Expression expression, int level)
    {
        if (Level(expression) < level)
        {
            return Parenthesized(expression);
        }

        return Write(expression);
    }

    private string Parenthesized(Expression expression)
    {
        if (style == ExpressionStyle.Latex)
        {
            return $@"\left({Write(expression)}\right)";
        }

        return $"({Write(expression)})";
    }

    private string Minus => style == ExpressionStyle.Plain ? "−" : "-";

    private int Level(Expression expression) => expression switch
    {
        Arithmetic { Operator: '/' } when style == ExpressionStyle.Latex => WholeLevel,
        Arithmetic { Operator: '*' or '/' } => ProductLevel,
        Arithmetic => SumLevel,
        Negation => SignLevel,

        // A number below zero put in for a name needs parentheses as a sum does, wherever it does not stand alone.
        InputName input when substitute is not null && substitute(input).AsSpan().IndexOfAny('-', '−') >= 0 => SumLevel,
        Conditional when style == ExpressionStyle.Latex => SumLevel,
        _ => WholeLevel,
    };
}
