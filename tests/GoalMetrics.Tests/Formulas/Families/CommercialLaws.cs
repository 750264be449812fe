using System.Globalization;

namespace GoalMetrics.Tests.Formulas.Families;

/// <summary>What must hold of quotients and products, checked around the example of a formula in the catalogue.</summary>
internal static class CommercialLaws
{
    /// <summary>With all inputs of this kind scaled, the result is the same.</summary>
    public static void ShouldStayWhenScaled(string id, UnitKind kind) => ShouldScale(id, kind, 1m);

    /// <summary>With all inputs of this kind scaled by 7.3, the result is scaled by 7.3.</summary>
    public static void ShouldScaleAlong(string id, UnitKind kind) => ShouldScale(id, kind, 7.3m);

    /// <summary>With one input raised, the result rises (+) or falls (-): one sign for each input.</summary>
    public static void ShouldMove(string id, string signs)
    {
        var formula = FormulaCatalog.Default.Find(id);
        signs.Length.Should().Be(formula.Description.Example!.Inputs.Count);
        var before = formula.Evaluate([.. formula.Description.Example.Inputs]);
        for (var i = 0; i < signs.Length; i++)
        {
            Quantity[] inputs = [.. formula.Description.Example.Inputs];
            inputs[i] = Times(inputs[i], 1.01m);
            (formula.Evaluate(inputs) > before).Should().Be(signs[i] == '+', $"input {i} of {id} counts as {signs[i]}");
            (formula.Evaluate(inputs) < before).Should().Be(signs[i] == '-', $"input {i} of {id} counts as {signs[i]}");
        }
    }

    /// <summary>The inputs that are valid in a range, but for counts from 0 on: <c>lift.controlRate 0..</c>.</summary>
    public static IEnumerable<string> Ranges(IEnumerable<Formula> formulas) =>
        from formula in formulas
        from input in formula.Inputs
        where input.Kind != InputKind.Count || input.Maximum is not null
        where input.Minimum is not null || input.Maximum is not null
        select string.Create(CultureInfo.InvariantCulture, $"{formula.Id}.{input.Name} {input.Minimum}..{input.Maximum}");

    private static void ShouldScale(string id, UnitKind kind, decimal expected)
    {
        var formula = FormulaCatalog.Default.Find(id);
        Quantity[] inputs = [.. formula.Description.Example!.Inputs];
        inputs.Should().Contain(input => input.Unit!.Kind == kind);
        var before = formula.Evaluate(inputs);
        var after = formula.Evaluate([.. inputs.Select(input => input.Unit!.Kind == kind ? Times(input, 7.3m) : input)]);
        after.Unit.Should().Be(before.Unit);
        after.Amount.Should().BeApproximately(before.Amount * expected, 1e-18m);
    }

    private static Quantity Times(Quantity quantity, decimal factor) => new(quantity.Amount * factor, quantity.Unit!);
}
