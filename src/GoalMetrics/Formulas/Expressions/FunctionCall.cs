using System.Collections.Immutable;

namespace GoalMetrics.Expressions;

/// <summary>One of <c>min max abs sqrt pow ln exp</c>.</summary>
internal sealed record FunctionCall(string Name, ImmutableArray<Expression> Inputs) : Expression
{
    public static readonly ImmutableArray<string> Names = ["min", "max", "abs", "sqrt", "pow", "ln", "exp"];

    // Units have whole powers, up to this.
    private const decimal HighestPower = 6m;

    private readonly bool _isConstant = Inputs.All(input => input.IsConstant);

    public override bool IsConstant => _isConstant;

    public static (int Least, int Most) NumberOfInputs(string name) => name switch
    {
        "min" or "max" => (2, int.MaxValue),
        "pow" => (2, 2),
        _ => (1, 1),
    };

    public bool Equals(FunctionCall? other) => other is not null && Name == other.Name && Inputs.SequenceEqual(other.Inputs);

    public override int GetHashCode() => HashCode.Combine(Name, Inputs.Length);

    public override Quantity Evaluate(ReadOnlySpan<Quantity> inputs)
    {
        var value = Inputs[0].Evaluate(inputs);
        switch (Name)
        {
            case "abs":
                return value.Magnitude();
            case "min" or "max":
                return Extreme(value, inputs);
            case "pow":
                return Power(value, Inputs[1].Evaluate(inputs));
        }

        var number = Dimensionless(0, value);
        if (!number.IsDefined)
        {
            return number;
        }

        return Name switch
        {
            "exp" => Quantity.Computed(Math.Exp((double)number.Amount), Unit.Ratio).CausedBy(CauseAt(0)),
            "ln" when number.Amount > 0m => Quantity.Computed(Math.Log((double)number.Amount), Unit.Ratio),
            "sqrt" when number.Amount >= 0m => Quantity.Ratio(Root(number.Amount)),
            _ => Quantity.Undefined(UndefinedReason.OutOfDomain, CauseAt(0), Unit.Ratio),
        };
    }

    private Quantity Extreme(Quantity first, ReadOnlySpan<Quantity> inputs)
    {
        var values = new Quantity[Inputs.Length];
        values[0] = first;
        for (var i = 1; i < values.Length; i++)
        {
            values[i] = Inputs[i].Evaluate(inputs);
        }

        var unit = values.Where((value, i) => !Inputs[i].IsConstant && value.Unit is not null).Select(value => value.Unit).FirstOrDefault();
        var best = Fitted(Inputs[0], first, unit, "compare");
        for (var i = 1; i < values.Length; i++)
        {
            var value = Fitted(Inputs[i], values[i], unit, "compare");
            var isBetter = Name == "min" ? best > value : best < value;
            if (best.IsDefined && (isBetter || !value.IsDefined))
            {
                best = value;
            }
        }

        if (!best.IsDefined && best.Unit is null && unit is not null)
        {
            return best.WithUnit(unit);
        }

        return best;
    }

    private Quantity Power(Quantity value, Quantity exponent)
    {
        exponent = Dimensionless(1, exponent);
        if (Inputs[1].IsConstant && exponent.IsDefined && decimal.IsInteger(exponent.Amount) && Math.Abs(exponent.Amount) <= HighestPower)
        {
            return WholePower(value, (int)exponent.Amount);
        }

        value = Dimensionless(0, value);
        if (!value.IsDefined)
        {
            return value;
        }

        if (!exponent.IsDefined)
        {
            return exponent;
        }

        if (value.IsZero && exponent.IsNegative)
        {
            return Quantity.Undefined(UndefinedReason.ZeroDenominator, CauseAt(0), Unit.Ratio);
        }

        return Quantity.Computed(Math.Pow((double)value.Amount, (double)exponent.Amount), Unit.Ratio).CausedBy(CauseAt(0));
    }

    private Quantity WholePower(Quantity value, int exponent)
    {
        Quantity power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            power *= value;
        }

        return (exponent < 0 ? Quantity.Ratio(1m).DividedBy(power, CauseAt(0)) : power).CausedBy(CauseAt(0));
    }

    // A ratio or a plain number: of 3 kr. there is no logarithm.
    private Quantity Dimensionless(int place, Quantity value)
    {
        if (value.Unit is null or { Kind: UnitKind.Ratio or UnitKind.PercentagePoint } or { Kind: UnitKind.Count, Noun: null })
        {
            return value.WithUnit(Unit.Ratio);
        }

        throw new ArgumentException(
            $"{Name} takes a ratio or a plain number; found {value.Unit} in {Shown.Clip(Inputs[place].ToString())}.");
    }

    private string CauseAt(int place) => Shown.Clip(Inputs[place].ToString());

    // From the root in double, by Newton's steps, to all digits of decimal.
    private static decimal Root(decimal square)
    {
        if (square == 0m)
        {
            return 0m;
        }

        var root = (decimal)Math.Sqrt((double)square);
        for (var i = 0; i < 2 && root != 0m; i++)
        {
            root = (root / 2m) + (square / root / 2m);
        }

        return root;
    }
}
