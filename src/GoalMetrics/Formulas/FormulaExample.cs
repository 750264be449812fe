namespace GoalMetrics;

/// <summary>A case of a formula with its numbers; the result is what the formula makes of them.</summary>
public sealed class FormulaExample
{
    /// <summary>A case.</summary>
    /// <param name="about">Whose numbers these are: <c>A web shop in January</c>.</param>
    /// <param name="inputs">A quantity for each input of the formula, in order.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public FormulaExample(string about, params Quantity[] inputs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(about);
        ArgumentNullException.ThrowIfNull(inputs);
        About = about;
        Inputs = Array.AsReadOnly([.. inputs]);
    }

    /// <summary>Whose numbers these are.</summary>
    public string About { get; }

    /// <summary>A quantity for each input of the formula, in order.</summary>
    public IReadOnlyList<Quantity> Inputs { get; }
}
