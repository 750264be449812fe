namespace GoalMetrics.Tests.Formulas.Expressions;

/// <summary>The equation that the catalogue shows is what the formula computes.</summary>
public sealed class BuiltInEquationsTests
{
    public static TheoryData<string> Ids => BuiltInFormula.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Equation_BuiltIn_IsATextFormulaOrHasLatex(string id)
    {
        var formula = FormulaCatalog.Default.Find(id);
        (Equation(formula) is not null || formula.Description.Latex is not null).Should().BeTrue("{0}", formula.Description.Equation);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Equation_BuiltIn_GivesTheSameAmount(string id)
    {
        var formula = FormulaCatalog.Default.Find(id);
        if (Equation(formula) is not { } equation)
        {
            return;
        }

        var random = new Random(id.Length);
        // All durations in one unit: amounts alone are compared.
        var duration =
            formula.Description.Example!.Inputs.Select(input => input.Unit!).FirstOrDefault(unit => unit.Kind == UnitKind.Duration);
        var units =
            formula.Description.Example.Inputs.Select(input => input.Unit!.Kind == UnitKind.Duration ? duration! : input.Unit).ToArray();
        var compared = 0;
        for (var i = 0; i < 200; i++)
        {
            var inputs = units.Select((unit, place) => new Quantity(Amount(random, formula.Inputs[place]), unit)).ToArray();
            var result = formula.Evaluate(inputs);

            // The equation says the arithmetic; what a formula counts and what it refuses, its words say. Amounts alone, then.
            var byEquation = equation.Evaluate(inputs.Select(input => Quantity.Ratio(input.Amount)).ToArray());
            if (result.IsDefined && byEquation.IsDefined)
            {
                compared++;
                result.ShouldBeAbout(byEquation.Amount, 1e-9m);
            }
        }

        compared.Should().BeGreaterThan(20);
    }

    private static Formula? Equation(Formula formula)
    {
        try
        {
            return Formula.Parse(
                "equation",
                formula.Description.Equation!,
                FormulaCatalog.Of(),
                [.. formula.Inputs.Select(input => FormulaInput.Any(input.Name))]);
        }
        catch (Exception refused) when (refused is FormulaSyntaxException or ArgumentException)
        {
            return null;
        }
    }

    private static decimal Amount(Random random, FormulaInput input)
    {
        var (low, high) = (input.Minimum ?? 0.05m, input.Maximum ?? (input.Kind == InputKind.Ratio ? 1m : 1_000m));
        return Math.Round(low + ((high - low) * (decimal)random.NextDouble()), input.Kind == InputKind.Ratio ? 4 : 1);
    }
}
