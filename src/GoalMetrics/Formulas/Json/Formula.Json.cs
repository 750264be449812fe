using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

// What a reader of results must know of a formula.
public abstract partial class Formula : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        WriteName(writer);
        writer.WriteTexts("inputs", Inputs.Select(input => input.Name));
        writer.WriteString("equation", EquationText());
    }

    // Beside what has the inputs and the equation itself.
    internal void WriteName(Utf8JsonWriter writer)
    {
        writer.WriteString("id", Id);
        writer.WriteObject("title", Title);
    }
}
