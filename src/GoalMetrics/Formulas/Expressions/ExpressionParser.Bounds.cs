namespace GoalMetrics.Expressions;

// How much a text may say, by itself and with the formulas it calls: no text hangs, and none overflows the stack.
internal sealed partial class ExpressionParser
{
    private const int Deepest = 64;
    private const int MostNodes = 1_000;

    // A text calls a text calls a text: together they are computed in a few milliseconds, on a small stack.
    private const int DeepestWithCalls = 128;
    private const int MostNodesWithCalls = 10_000;

    private int _depth;
    private int _deepest;
    private int _nodes;
    private int _nodesCalled;

    private void Enter()
    {
        _deepest = Math.Max(_deepest, ++_depth);
        if (_depth > Deepest)
        {
            throw Error($"at most {Deepest} levels of parentheses, signs and calls", found: "more");
        }
    }

    private void EnterCalled(Token name, Formula formula)
    {
        _deepest = Math.Max(_deepest, _depth + formula.Size.Depth);
        _nodesCalled += formula.Size.Nodes;
        if (_deepest > DeepestWithCalls)
        {
            throw Error(name, $"at most {DeepestWithCalls} levels with those of the formulas that are called", found: $"{_deepest}");
        }

        if (_nodes + _nodesCalled > MostNodesWithCalls)
        {
            throw Error(
                name,
                $"at most {MostNodesWithCalls} numbers, names and operators with those of the formulas that are called",
                found: $"{_nodes + _nodesCalled}");
        }
    }

    private Expression Counted(Expression expression)
    {
        if (++_nodes > MostNodes)
        {
            throw Error($"at most {MostNodes} numbers, names and operators", found: "more");
        }

        return expression;
    }

    // 1e20 takes 4 characters and is written out with 21; what is written must be read again.
    private string WrittenOut(Expression expression)
    {
        var written = expression.ToString();
        if (written.Length <= Lexer.Longest)
        {
            return written;
        }

        throw Error(
            $"a text of at most {Lexer.Longest} characters with its spaces and numbers written out", found: $"{written.Length}");
    }
}
