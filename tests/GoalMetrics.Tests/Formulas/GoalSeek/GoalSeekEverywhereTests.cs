namespace GoalMetrics.Tests.Formulas.GoalSeek;

/// <summary>The result of every example is found again, whichever input is sought and however far away the search begins.</summary>
public sealed class GoalSeekEverywhereTests
{
    public static TheoryData<string> Ids => BuiltInFormula.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void GoalSeek_ResultOfTheExample_IsFoundFromFarAway(string id)
    {
        var formula = FormulaCatalog.Default.Find(id);
        Quantity[] example = [.. formula.Description.Example!.Inputs];
        var names = formula.Explain(example).Inputs.Select(input => input.Key).ToArray();
        var wanted = formula.Evaluate(example);
        for (var i = 0; i < example.Length; i++)
        {
            foreach (var start in Starts(example[i]))
            {
                var inputs = example.ToArray();
                inputs[i] = start;
                var sought = formula.GoalSeek(names[i], wanted, inputs);
                sought.Outcome.Should().Be(
                    GoalSeekOutcome.Found, $"{formula} gives {wanted} at {names[i]} = {example[i]}, sought from {start}");
                inputs[i] = sought.Value;
                formula.Evaluate(inputs).ShouldBeAbout(wanted.Amount, Math.Max(1e-9m, Math.Abs(wanted.Amount) * 1e-9m));
            }
        }
    }

    private static IEnumerable<Quantity> Starts(Quantity value) =>
        [value * Quantity.Ratio(731m), value * Quantity.Ratio(0.00137m), new(0m, value.Unit!), value + new Quantity(1m, value.Unit!)];
}
