using System.Collections.Immutable;

namespace GoalMetrics.Expressions;

internal sealed record Literal(decimal Value) : Expression
{
    public override bool IsConstant => true;

    public override Quantity Evaluate(ReadOnlySpan<Quantity> inputs) => Value;
}

internal sealed record InputName(string Name, int Place) : Expression
{
    public override Quantity Evaluate(ReadOnlySpan<Quantity> inputs) => inputs[Place];
}

internal sealed record Negation(Expression Operand) : Expression
{
    public override bool IsConstant => Operand.IsConstant;

    public override Quantity Evaluate(ReadOnlySpan<Quantity> inputs) => -Operand.Evaluate(inputs);
}

/// <summary>One of <c>+ - * /</c> between two.</summary>
internal sealed record Arithmetic(char Operator, Expression Left, Expression Right) : Expression
{
    // Long chains lean to the left: what is known of one costs no look through all.
    private readonly bool _isConstant = Left.IsConstant && Right.IsConstant;

    public override bool IsConstant => _isConstant;

    public override Quantity Evaluate(ReadOnlySpan<Quantity> inputs)
    {
        // Down the left side without recursion: a + a + a + … is as deep as it is long.
        var chain = new Stack<Arithmetic>();
        Expression first = this;
        while (first is Arithmetic operation)
        {
            chain.Push(operation);
            first = operation.Left;
        }

        var value = first.Evaluate(inputs);
        while (chain.TryPop(out var operation))
        {
            value = operation.Apply(value, operation.Right.Evaluate(inputs));
        }

        return value;
    }

    private Quantity Apply(Quantity left, Quantity right)
    {
        switch (Operator)
        {
            case '*':
                return left * right;
            case '/':
                if (right.IsDefined && right.IsZero)
                {
                    return left.DividedBy(right, Shown.Clip(Right.ToString()));
                }

                return left / right;
            default:
                var doing = Operator == '+' ? "add" : "subtract";
                var fitted = (Left: Fitted(Left, left, right.Unit, doing), Right: Fitted(Right, right, left.Unit, doing));
                if (Operator == '+')
                {
                    return fitted.Left + fitted.Right;
                }

                return fitted.Left - fitted.Right;
        }
    }
}

/// <summary><c>if(left &lt; right, then, otherwise)</c>. Both ways are computed, so that their units are checked always.</summary>
internal sealed record Conditional(string Operator, Expression Left, Expression Right, Expression Then, Expression Otherwise) : Expression
{
    public override bool IsConstant => Left.IsConstant && Right.IsConstant && Then.IsConstant && Otherwise.IsConstant;

    public override Quantity Evaluate(ReadOnlySpan<Quantity> inputs)
    {
        var (left, right) = (Left.Evaluate(inputs), Right.Evaluate(inputs));
        left = Fitted(Left, left, right.Unit, "compare");
        right = Fitted(Right, right, left.Unit, "compare");
        var (then, otherwise) = (Then.Evaluate(inputs), Otherwise.Evaluate(inputs));
        then = Fitted(Then, then, otherwise.Unit, "choose between");
        otherwise = Fitted(Otherwise, otherwise, then.Unit, "choose between");
        if (then.Unit is { } one && otherwise.Unit is { } other && one != other
            && (one.Kind != UnitKind.Count || other.Kind != UnitKind.Count))
        {
            throw UnitMismatchException.For("choose between", one, other);
        }

        if (left.IsDefined && right.IsDefined)
        {
            return Holds(left.CompareTo(right)) ? then : otherwise;
        }

        var missing = left.IsDefined ? right : left;
        if ((then.Unit ?? otherwise.Unit) is { } unit)
        {
            return missing.WithUnit(unit);
        }

        return missing;
    }

    private bool Holds(int order) => Operator switch
    {
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        ">=" => order >= 0,
        "==" => order == 0,
        _ => order != 0,
    };
}

/// <summary>A formula of the catalogue, called by name.</summary>
internal sealed record FormulaCall(Formula Formula, ImmutableArray<Expression> Inputs) : Expression
{
    public bool Equals(FormulaCall? other) =>
        other is not null && ReferenceEquals(Formula, other.Formula) && Inputs.SequenceEqual(other.Inputs);

    public override int GetHashCode() => HashCode.Combine(Formula.Id, Inputs.Length);

    public override Quantity Evaluate(ReadOnlySpan<Quantity> inputs)
    {
        var values = new Quantity[Inputs.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Given(i, Inputs[i].Evaluate(inputs));
        }

        Quantity result;
        try
        {
            result = Formula.Evaluate(values);
        }
        catch (ArgumentException refused)
        {
            throw new ArgumentException($"In {Shown.Clip(ToString())}: {refused.Message}", refused);
        }

        // What the called formula names an input, the text knows as something else.
        for (var i = 0; i < Inputs.Length && !result.IsDefined; i++)
        {
            if (result.Cause == Formula.NameAt(i) && values[i].IsDefined)
            {
                return Quantity.Undefined(result.Reason.Value, Shown.Clip(Inputs[i].ToString()), result.Unit);
            }
        }

        return result;
    }

    // A number is a count where one is asked for. A difference that falls below zero is a matter of the data: it is no mistake in
    // the text, as a number below zero is.
    private Quantity Given(int place, Quantity value)
    {
        if (!value.IsDefined || Formula.InputAt(place).Kind != InputKind.Count)
        {
            return value;
        }

        if (Inputs[place].IsConstant)
        {
            return value.WithUnit(Unit.Count());
        }

        if (value.IsNegative && value.Unit.Kind == UnitKind.Count)
        {
            return Quantity.Undefined(UndefinedReason.OutOfDomain, Shown.Clip(Inputs[place].ToString()), value.Unit);
        }

        return value;
    }
}
